import type { Texts } from "../texts.ts";

/** What the page says in Arabic. */
export const arabic = {
  language: "ar",
  heading: "اشترك في {site}",
  whatIsThis:
    "الموجز قائمة بأحدث المقالات يجلبها لك برنامج يسمى قارئ الموجزات. تقرؤها هناك دون حساب هنا ودون أن يتعقبك أحد.",
  feeds: "الموجزات",
  howTo: "انسخ العنوان إلى قارئ الموجزات.",
  copy: "نسخ",
  copied: "تم النسخ",
  readers: "أو اشترك بنقرة واحدة",
  otherReader: "قارئ على هذا الجهاز",
  latest: "أحدث المقالات",
  noLinks:
    "يعرض الموجز مقالاته حين يُفتح في المتصفح، لكن أوراق الأنماط لا تصنع روابط: اتبعها هنا أو في قارئ.",
  moreFeeds: "موجزات أخرى",
  allFeeds: "كل الموجزات (OPML)",
  feedNotice: "هذا موجز. انسخ عنوانه إلى قارئ موجزات لتصلك المقالات الجديدة فيه.",
  feedNoticePage: "المزيد: {address}",
} as const satisfies Texts;
