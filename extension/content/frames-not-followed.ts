/** Frames in the page: of strangers only what shows is in the picture; of the page's own, what they hide is counted. */
import type { Rectangle } from "../../src/base/rectangle.ts";
import type { CaptureNote } from "../../src/capture/verdict.ts";
import { boxInDocument } from "./in-view.ts";

const frameNames = /^(iframe|frame|object|embed|fencedframe)$/;
const leastHidden = 4;
const deepest = 3;

export function framesNotFollowed(elements: readonly HTMLElement[]): CaptureNote[] {
  return elements.filter(isFrame).flatMap((element) => notesOf(element, { x: 0, y: 0 }, 1));
}

function isFrame(element: Element): boolean {
  if (!frameNames.test(element.localName)) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1;
}

/** `offset` moves a box in a frame's document to its place in the page's. */
function notesOf(element: HTMLElement, offset: { x: number; y: number }, depth: number): CaptureNote[] {
  const at = boxInDocument(element);
  const box = depth === 1 ? at : { ...at, x: at.x + offset.x, y: at.y + offset.y };
  const inside = documentIn(element);
  if (!inside) return [{ code: "foreign-frame", box, detail: originOf(element) }];
  return [...hiddenNote(inside, box), ...nestedNotes(inside, box, depth)];
}

/** Null where the browser lets nobody from outside look in: another origin, or a sandbox. */
function documentIn(element: HTMLElement): Document | null {
  try {
    return (element as HTMLIFrameElement).contentDocument ?? null;
  } catch {
    return null;
  }
}

function originOf(element: HTMLElement): string {
  if (element.hasAttribute("srcdoc")) return "about:srcdoc";
  const address = element.getAttribute("src") ?? element.getAttribute("data") ?? "";
  const url = URL.canParse(address, location.href) ? new URL(address, location.href) : null;
  return (url?.origin ?? "about:blank").slice(0, 200);
}

function hiddenNote(inside: Document, box: Rectangle): CaptureNote[] {
  const root = inside.scrollingElement ?? inside.documentElement;
  if (!root) return [];
  const hiddenBelow = root.scrollHeight - root.clientHeight;
  const hiddenBeside = root.scrollWidth - root.clientWidth;
  if (hiddenBelow <= leastHidden && hiddenBeside <= leastHidden) return [];
  return [{ code: "inner-frame", box, detail: `${Math.max(hiddenBelow, hiddenBeside)} px` }];
}

/** Rectangles in a frame count from the frame's own corner. */
function nestedNotes(inside: Document, box: Rectangle, depth: number): CaptureNote[] {
  if (depth >= deepest) return [];
  const offset = { x: box.x - window.scrollX, y: box.y - window.scrollY };
  const inner = [...inside.querySelectorAll<HTMLElement>("iframe,frame,object,embed")].filter(isFrame);
  return inner.flatMap((element) => notesOf(element, offset, depth + 1));
}
