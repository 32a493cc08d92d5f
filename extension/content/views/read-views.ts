/** Takes the other views of one moment: words, links, addresses of pictures, and the static copy. */
import { staticCopy } from "../../../src/capture/views/inert-markup.ts";
import { type PageViews, viewLimits } from "../../../src/capture/views/page-views.ts";
import { readingLimits } from "../../../src/capture/page-reading.ts";
import { systemClock } from "../../device/system-clock.ts";
import { ReadingCap } from "../reading-cap.ts";
import { readableTrees } from "./page-documents.ts";
import { readLinks } from "./read-links.ts";
import { readMedia } from "./read-media.ts";
import { StyleReading } from "./read-style-sheets.ts";
import { visibleText } from "./visible-text.ts";
import { PageWalk } from "./walk-page.ts";

export function readViews(stage: PageViews["stage"], isMasked: boolean): PageViews {
  const takenAt = systemClock.now();
  const cap = new ReadingCap();
  const trees = readableTrees();
  const tree = new PageWalk(cap, new StyleReading(cap)).document();
  const { markup, cut } = staticCopy(tree, { isMasked, mostCharacters: viewLimits.copyCharacters });
  for (const part of cut) cap.leaveOut(part);
  return {
    stage,
    takenAt,
    text: cap.text("text", visibleText(trees), readingLimits.textCharacters),
    links: readLinks(cap, trees),
    media: readMedia(cap, trees),
    copy: markup,
    cut: cap.cut().slice(0, 16),
  };
}
