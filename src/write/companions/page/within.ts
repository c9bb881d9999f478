import type { Element } from "hast";
import { toHtml } from "hast-util-to-html";

/** As many elements from the first on as take no more bytes than that. */
export function takeWithin(elements: readonly Element[], bytes: number): readonly Element[] {
  let rest = bytes;
  const past = elements.findIndex((element) => {
    rest -= Buffer.byteLength(toHtml(element));
    return rest < 0;
  });
  return past === -1 ? elements : elements.slice(0, past);
}
