import type { Texts } from "../texts.ts";

/** What the page says in Korean. */
export const korean = {
  language: "ko",
  heading: "{site} 구독하기",
  whatIsThis:
    "피드는 피드 리더라는 프로그램이 대신 받아 오는 새 글 목록입니다. 이곳에 가입하거나 추적당하지 않고 리더에서 글을 읽을 수 있습니다.",
  feeds: "피드",
  howTo: "주소를 복사해 피드 리더에 넣으세요.",
  copy: "복사",
  copied: "복사됨",
  readers: "한 번에 구독하기",
  otherReader: "이 기기의 리더",
  latest: "새 글",
  noLinks:
    "브라우저에서 연 피드는 글을 보여 주지만, 스타일시트로는 링크를 만들 수 없습니다. 링크는 이곳이나 리더에서 따라가세요.",
  moreFeeds: "다른 피드",
  allFeeds: "모든 피드 (OPML)",
  feedNotice: "이것은 피드입니다. 주소를 복사해 피드 리더에 넣으면 새 글을 받아 볼 수 있습니다.",
  feedNoticePage: "자세한 안내: {address}",
} as const satisfies Texts;
