/** One shot of the window and where it belongs in the page. */
import { Sha256 } from "../base/digest.ts";
import { Rectangle } from "../base/rectangle.ts";
import { z } from "../base/schema.ts";

/** What must not change between before and after a shot; lengths in CSS pixels. */
export const Census = z.object({
  url: z.string().check(z.maxLength(8_192)),
  /** Leftmost scroll position: 0, or negative where the page reads right to left. */
  originX: z.number(),
  scrollX: z.number(),
  scrollY: z.number(),
  documentWidth: z.number(),
  documentHeight: z.number(),
  /** Window without scrollbars. */
  clientWidth: z.number(),
  clientHeight: z.number(),
  /** Window with scrollbars. */
  innerWidth: z.number(),
  innerHeight: z.number(),
  devicePixelRatio: z.number(),
  pendingImages: z.int(),
  /** Digest of what stands at a grid of points in view: tells movement, is no evidence. */
  viewDigest: z.string().check(z.maxLength(16)),
  /** In masked captures: the sheet is in place and every picture in the page is hidden. Null when not masked. */
  isMasked: z.nullable(z.boolean()),
});
export type Census = z.infer<typeof Census>;

/** Whether nothing moved between two looks at the page. Images that finish loading elsewhere are no movement. */
export function isSameView(before: Census, after: Census): boolean {
  const { pendingImages: _before, ...one } = before;
  const { pendingImages: _after, ...other } = after;
  return (Object.keys(one) as (keyof typeof one)[]).every((key) => one[key] === other[key]);
}

/** A stored frame. `width` and `height` are those of the PNG, in device pixels. */
export const Frame = z.object({
  /** 0 is the window as it was found; 1… run top to bottom, left to right. */
  sequence: z.int().check(z.nonnegative()),
  sha256: Sha256,
  sizeBytes: z.int(),
  width: z.int(),
  height: z.int(),
  census: Census,
  /** Shots thrown away before this one because the page moved. */
  retakes: z.int(),
  /** True when the page would not hold still and the last try was accepted. */
  isUnstable: z.boolean(),
  takenAtUtc: z.string(),
});
export type Frame = z.infer<typeof Frame>;

/** Device pixels: `source` is cut out of the frame and drawn at `target` in the whole page. */
export const Placement = z.object({ sequence: z.int(), source: Rectangle, target: Rectangle });
export type Placement = z.infer<typeof Placement>;
