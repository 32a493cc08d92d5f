/** Where an element stands, in numbers: for the sheet that puts the outline there, and as a place to write down. */
import { type MarkPath, pointingLimits } from "../../../src/capture/pointing/pointed.ts";

/** Null where it stands too deep. Sheets do not reach into one place of a shadow tree: there the host is marked. */
export function markPath(element: Element): MarkPath | null {
  const path: number[] = [];
  for (let at = outermostHost(element); at !== document.documentElement; at = at.parentElement as Element) {
    if (!at.parentElement || path.length === pointingLimits.depth) return null;
    path.unshift(placeOf(at));
  }
  return path;
}

function outermostHost(element: Element): Element {
  let at = element;
  for (let root = at.getRootNode(); root instanceof ShadowRoot; root = at.getRootNode()) at = root.host;
  return at;
}

/** `html > body:nth-child(2) > p:nth-child(3)`, `>>>` where a shadow tree begins; the innermost part where it is long. */
export function partLocator(element: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at; ) {
    const around: Element | null = at.parentElement;
    const root = at.getRootNode();
    steps.unshift(
      around || root instanceof ShadowRoot ? `${at.localName}:nth-child(${placeOf(at)})` : at.localName,
    );
    if (around) steps.unshift(" > ");
    else if (root instanceof ShadowRoot) steps.unshift(" >>> ");
    at = around ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return steps.join("").slice(-pointingLimits.locatorCharacters);
}

function placeOf(element: Element): number {
  let place = 1;
  for (let before = element.previousElementSibling; before; before = before.previousElementSibling)
    place += 1;
  return place;
}
