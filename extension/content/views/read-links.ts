/** Lists where a page leads: every link's address as text, with its words and its place. Nothing is followed. */
import { flagsOf } from "../../../src/capture/views/address-flags.ts";
import { type PageLink, viewLimits } from "../../../src/capture/views/page-views.ts";
import type { ReadingCap } from "../reading-cap.ts";
import { absolute, boxInPage, type Tree } from "./page-documents.ts";

export function readLinks(cap: ReadingCap, trees: readonly Tree[]): PageLink[] {
  const elements = trees.flatMap((tree) => [...tree.querySelectorAll("a, area")]);
  const links = elements.flatMap((element) => {
    const address = element.getAttribute("href") ?? element.getAttribute("xlink:href");
    if (!address || isCode(address)) return [];
    const url = absolute(address, element.baseURI);
    return [
      {
        words: wordsOf(cap, element),
        url: cap.value("links", url),
        box: boxInPage(element),
        flags: flagsOf(url),
      },
    ];
  });
  return cap.list("links", links, viewLimits.links);
}

/** What a press would run is no address. */
function isCode(address: string): boolean {
  return /^[\s\p{Cc}]*(?:j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t\s*:/iu.test(address);
}

function wordsOf(cap: ReadingCap, element: Element): string {
  const words = element.textContent?.replace(/\s+/g, " ").trim();
  const named =
    words || element.getAttribute("aria-label") || element.querySelector("[alt]")?.getAttribute("alt");
  return cap.text("links", named ?? "", viewLimits.linkCharacters);
}
