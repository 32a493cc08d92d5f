/** Digests of what stands at a grid of points in the window: they tell that something moved, and are no evidence. */
import { gridPoints, lettersPerPoint } from "../../src/capture/view-grid.ts";
import { shadowRootOf } from "./shadow-roots.ts";

const charactersPerPoint = 160;
const nodesPerPoint = 12;

export function viewDigest(): string {
  return gridPoints({ innerWidth, innerHeight })
    .map(({ x, y }) => fnv1a(standsAt(x, y)).toString(16).padStart(8, "0").slice(-lettersPerPoint))
    .join("");
}

function standsAt(x: number, y: number): string {
  const element = innermostAt(x, y);
  if (!element) return "-";
  const { left, top, width, height } = element.getBoundingClientRect();
  const box = [left, top, width, height].map((length) => Math.round(length * 4)).join(",");
  return `${element.localName} ${box} ${ownText(element)}`;
}

function innermostAt(x: number, y: number): Element | null {
  let element = document.elementFromPoint(x, y);
  for (;;) {
    const inner = element && shadowRootOf(element)?.elementFromPoint(x, y);
    if (!inner || inner === element) return element;
    element = inner;
  }
}

/** Not the text of everything inside: where a point hits the page's ground, that would be the whole page. */
function ownText(element: Element): string {
  let text = "";
  let node = element.firstChild;
  for (let count = 0; node && count < nodesPerPoint; count += 1, node = node.nextSibling) {
    if (node instanceof Text) text += node.data.slice(0, charactersPerPoint);
  }
  return text.slice(0, charactersPerPoint);
}

/** FNV-1a, 32 bit. */
function fnv1a(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return value;
}
