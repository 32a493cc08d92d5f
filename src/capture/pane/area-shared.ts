/** How much of the smaller of two boxes the other one covers. */
import type { Rectangle } from "../../base/rectangle.ts";

/** 0 where they do not touch, 1 where one lies within the other. */
export function areaShared(one: Rectangle, other: Rectangle): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / Math.min(one.width * one.height, other.width * other.height);
}
