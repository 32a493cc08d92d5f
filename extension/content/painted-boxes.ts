/** Where an element and what is inside it draws something, as boxes in the window: an empty layer hides nothing. */
import type { Rectangle } from "../../src/base/rectangle.ts";

/** An element that draws in more places than this counts as one box around all of them. */
const mostBoxes = 8;
const mostElements = 300;
const replaced =
  /^(img|video|canvas|svg|iframe|frame|object|embed|input|button|select|textarea|progress|meter|hr)$/;
const transparent = /^(transparent|rgba\(.*, 0\))$/;

/** CSS pixels from the window's top left corner, cut at its edges. */
export function paintedBoxes(element: HTMLElement): Rectangle[] {
  const boxes: Rectangle[] = [];
  const budget = { left: mostElements };
  collect(element, boxes, budget);
  return boxes.length > mostBoxes ? [around(boxes)] : boxes;
}

function collect(element: Element, boxes: Rectangle[], budget: { left: number }): void {
  budget.left -= 1;
  if (budget.left < 0) return;
  const style = getComputedStyle(element);
  if (style.display === "none" || style.opacity === "0") return;
  const box = cutAtWindow(withShadow(element.getBoundingClientRect(), style.boxShadow));
  const isDrawn = box !== null && style.visibility === "visible" && paints(element, style);
  if (isDrawn && !boxes.some((other) => contains(other, box))) boxes.push(box);
  if (/^(hidden|clip|auto|scroll)/.test(style.overflow) && (isDrawn || box === null)) return;
  for (const child of [...element.children, ...(element.shadowRoot?.children ?? [])]) {
    collect(child, boxes, budget);
  }
}

function paints(element: Element, style: CSSStyleDeclaration): boolean {
  return (
    replaced.test(element.localName) ||
    !transparent.test(style.backgroundColor) ||
    style.backgroundImage !== "none" ||
    style.boxShadow !== "none" ||
    style.backdropFilter !== "none" ||
    hasBorder(style) ||
    hasText(element) ||
    hasGeneratedContent(element)
  );
}

function hasBorder(style: CSSStyleDeclaration): boolean {
  return [
    [style.borderTopWidth, style.borderTopColor],
    [style.borderBottomWidth, style.borderBottomColor],
    [style.borderLeftWidth, style.borderLeftColor],
    [style.borderRightWidth, style.borderRightColor],
  ].some(([width = "0px", colour = ""]) => width !== "0px" && !transparent.test(colour));
}

function hasText(element: Element): boolean {
  return [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== "");
}

function hasGeneratedContent(element: Element): boolean {
  return ["::before", "::after"].some((part) => {
    const { content, display } = getComputedStyle(element, part);
    return display !== "none" && !/^(none|normal)$/.test(content);
  });
}

/** A shadow reaches as far as its offset, blur and spread together, at most. */
function withShadow(rect: DOMRect, shadow: string): Rectangle {
  const { x, y, width, height } = rect;
  if (shadow === "none") return { x, y, width, height };
  const outer = shadow.split(/,(?![^(]*\))/).filter((one) => !one.includes("inset"));
  const reach = Math.max(0, ...outer.map(shadowReach));
  return { x: x - reach, y: y - reach, width: width + 2 * reach, height: height + 2 * reach };
}

function shadowReach(shadow: string): number {
  const [x = 0, y = 0, blur = 0, spread = 0] = Array.from(shadow.matchAll(/(-?[\d.]+)px/g), ([, length]) =>
    Number(length),
  );
  return Math.min(Math.max(0, Math.max(Math.abs(x), Math.abs(y)) + blur + spread), 64);
}

/** Null where nothing of it is in the window. */
export function cutAtWindow(box: Rectangle): Rectangle | null {
  const x = Math.max(0, box.x);
  const y = Math.max(0, box.y);
  const width = Math.min(innerWidth, box.x + box.width) - x;
  const height = Math.min(innerHeight, box.y + box.height) - y;
  return width >= 1 && height >= 1 ? rounded({ x, y, width, height }) : null;
}

function rounded({ x, y, width, height }: Rectangle): Rectangle {
  const round = (length: number) => Math.round(length * 100) / 100;
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}

function contains(outer: Rectangle, inner: Rectangle): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

function around(boxes: readonly Rectangle[]): Rectangle {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}
