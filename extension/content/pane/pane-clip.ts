/** The part of the window in which the content of a scroller shows. */
import type { Rectangle } from "../../../src/base/rectangle.ts";
import { drawnParent } from "./flat-tree.ts";

interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** CSS pixels, fractions kept: without borders and scrollbars, cut by what the scroller lies in and by the window. */
export function paneClip(element: HTMLElement): Rectangle {
  let edges = insideOf(element);
  for (let at = drawnParent(element); at; at = drawnParent(at)) {
    if (at === document.documentElement || at === document.body || !(at instanceof HTMLElement)) continue;
    if (getComputedStyle(at).overflow !== "visible") edges = common(edges, insideOf(at));
  }
  const { left, top, right, bottom } = common(edges, windowEdges());
  return { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

function insideOf(element: HTMLElement): Edges {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const width = (side: "Left" | "Top" | "Right" | "Bottom") =>
    Number.parseFloat(style[`border${side}Width`]) || 0;
  const border = { left: width("Left"), top: width("Top"), right: width("Right"), bottom: width("Bottom") };
  const barAcross = scrollbar(element.offsetWidth - element.clientWidth, border.left + border.right);
  const barBelow = scrollbar(element.offsetHeight - element.clientHeight, border.top + border.bottom);
  const isBarLeft = barAcross > 0 && element.clientLeft > border.left + 1;
  return {
    left: left + border.left + (isBarLeft ? barAcross : 0),
    top: top + border.top,
    right: right - border.right - (isBarLeft ? 0 : barAcross),
    bottom: bottom - border.bottom - barBelow,
  };
}

/** Whole pixels; what rounding leaves over is no scrollbar. */
function scrollbar(taken: number, borders: number): number {
  const width = taken - Math.round(borders);
  return width > 1 ? width : 0;
}

function windowEdges(): Edges {
  const { clientWidth, clientHeight } = document.documentElement;
  const viewport = window.visualViewport;
  const right = viewport ? viewport.width * viewport.scale : clientWidth;
  const bottom = viewport ? viewport.height * viewport.scale : clientHeight;
  return { left: 0, top: 0, right, bottom };
}

function common(one: Edges, other: Edges): Edges {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}
