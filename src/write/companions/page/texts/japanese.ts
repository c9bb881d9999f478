import type { Texts } from "../texts.ts";

/** What the page says in Japanese. */
export const japanese = {
  language: "ja",
  heading: "{site}を購読する",
  whatIsThis:
    "フィードは、フィードリーダーというプログラムがあなたに代わって取得する新着記事の一覧です。ここに登録したり追跡されたりすることなく、リーダーで記事を読めます。",
  feeds: "フィード",
  howTo: "アドレスをコピーしてフィードリーダーに入れてください。",
  copy: "コピー",
  copied: "コピーしました",
  readers: "ワンクリックで購読する",
  otherReader: "この端末のリーダー",
  latest: "新着記事",
  noLinks:
    "ブラウザーで開いたフィードには記事が表示されますが、スタイルシートではリンクを作れません。リンクはここかリーダーでたどってください。",
  moreFeeds: "その他のフィード",
  allFeeds: "すべてのフィード (OPML)",
  feedNotice:
    "これはフィードです。アドレスをコピーしてフィードリーダーに入れると、新しい記事が届きます。",
  feedNoticePage: "詳しくは {address}",
} as const satisfies Texts;
