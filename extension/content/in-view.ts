/** Whether an element stands in the window, and where it lies in the document. */
import type { Rectangle } from "../../src/base/rectangle.ts";

export function isInView(element: Element): boolean {
  const { top, bottom, left, right, width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
}

/** CSS pixels from the top left corner of the document, to the hundredth. */
export function boxInDocument(element: Element): Rectangle {
  const { left, top, width, height } = element.getBoundingClientRect();
  const round = (length: number) => Math.round(length * 100) / 100;
  return {
    x: round(left + window.scrollX),
    y: round(top + window.scrollY),
    width: round(width),
    height: round(height),
  };
}
