/** Reads what was pointed at, and nothing else: words, links and times as they stand, no form field, no pixel. */
import {
  lengthOf,
  type Pointed,
  type PointedPart,
  pointingLimits,
} from "../../../src/capture/pointing/pointed.ts";
import { withoutMedia } from "../../../src/capture/inline-media.ts";
import { outlineLimits } from "../../../src/capture/page-outline.ts";
import { readPart } from "../read-outline.ts";
import { ReadingCap } from "../reading-cap.ts";
import { parentAcross } from "../shadow-roots.ts";
import { partLocator } from "./mark-path.ts";
import { isPointable } from "./pointable.ts";

export function readPointed(element: Element): Pointed {
  const block = blockAround(element);
  return {
    part: partOf(element),
    around: block && partOf(block),
    link: addressOf(closestAcross(element, "a[href]")),
    datetime: timeOf(closestAcross(element, "time[datetime]")),
  };
}

/** What does not fit is cut at its end. */
function partOf(element: Element): PointedPart {
  const nodes = readPart(element, new ReadingCap()).slice(0, pointingLimits.nodes);
  while (lengthOf(nodes) > pointingLimits.characters) nodes.pop();
  return { locator: partLocator(element), nodes };
}

/** A word within a line: whoever points at it may mean the line. */
function blockAround(element: Element): Element | null {
  let at = element;
  while (at.parentElement && getComputedStyle(at).display.startsWith("inline")) at = at.parentElement;
  return at !== element && isPointable(at) ? at : null;
}

function closestAcross(element: Element, css: string): Element | null {
  for (let at: Element | null = element; at; at = parentAcross(at)) if (at.matches(css)) return at;
  return null;
}

function addressOf(link: Element | null): string | null {
  const href = link?.getAttribute("href");
  if (!href || !URL.canParse(href, document.baseURI)) return null;
  return withoutMedia(new URL(href, document.baseURI).href).slice(0, outlineLimits.attributeCharacters);
}

function timeOf(element: Element | null): string | null {
  const stated = element?.getAttribute("datetime");
  return stated == null ? null : withoutMedia(stated).slice(0, 2_048);
}
