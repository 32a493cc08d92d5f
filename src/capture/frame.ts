/** One shot of the window and where it belongs in the page. */
import { Sha256 } from "../base/digest.ts";
import { Rectangle } from "../base/rectangle.ts";
import { z } from "../base/schema.ts";
import { mostOccluders, Occluder } from "./occluder.ts";
import { intersections } from "./rectangle-cover.ts";
import { PaneView } from "./pane/pane-view.ts";
import { HiddenBox, mostHidden } from "./mask/hidden-box.ts";
import { isSameGrid } from "./view-grid.ts";

/** Boxes that move by themselves; a page may have thousands, a frame needs those in view. */
export const mostMoving = 64;

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
  /** Digests of what stands at a grid of points in view (`view-grid.ts`): tell movement, are no evidence. */
  viewDigest: z.string().check(z.maxLength(256)),
  /** What is fixed or stuck in front of the page in view. */
  occluders: z.array(Occluder).check(z.maxLength(mostOccluders)),
  /**
   * What changes by itself in view: films, canvases, running animations, animated pictures, the blinking caret.
   * CSS pixels from the window's top left corner, cut at its edges.
   */
  moving: z.array(Rectangle).check(z.maxLength(mostMoving)),
  /** Digest of the rows of the inner scroller that is being walked over; left out while it is the document. */
  paneDigest: z.optional(z.string().check(z.maxLength(16))),
  /** In masked captures: what is hidden in view, one more than there may be where there is too much. */
  hidden: z.optional(z.array(HiddenBox).check(z.maxLength(mostHidden + 1))),
  /** In masked captures: the sheet is in place and every picture in the page is hidden. Null when not masked. */
  isMasked: z.nullable(z.boolean()),
});
export type Census = z.infer<typeof Census>;

/** What planning needs of a look: without what only the comparison before and after a shot is for, and costs. */
export type PageMeasures = Omit<Census, "viewDigest" | "moving" | "hidden" | "isMasked" | "paneDigest">;

/**
 * Whether nothing moved between two looks at the page. What moves by itself is no movement of the page, images that
 * finish loading elsewhere are none, and neither is a page that only grows beyond the window.
 */
export function isSameView(before: Census, after: Census): boolean {
  return (
    steadyKeys.every((key) => before[key] === after[key]) &&
    isSameGrid(before, after) &&
    isSameInFront(before, after)
  );
}

/** A bubble that pulses is no other bubble: what moves by itself may stand in front, too. */
function isSameInFront(before: Census, after: Census): boolean {
  const moving = [...before.moving, ...after.moving];
  const still = ({ occluders }: Census) =>
    occluders.filter(({ box }) => intersections(moving, box).length === 0);
  return JSON.stringify(still(before)) === JSON.stringify(still(after));
}

const steadyKeys = [
  "url",
  "originX",
  "scrollX",
  "scrollY",
  "clientWidth",
  "clientHeight",
  "innerWidth",
  "innerHeight",
  "devicePixelRatio",
  "paneDigest",
  "isMasked",
] as const;

/** A stored frame. `width` and `height` are those of the PNG, in device pixels. */
export const Frame = z.object({
  /** 0 is the window as it was found; 1… in the order in which they were taken. */
  sequence: z.int().check(z.nonnegative()),
  /** What was walked over when it was taken: 0 the document, 1… an inner pane. */
  surface: z.int().check(z.nonnegative()),
  sha256: Sha256,
  sizeBytes: z.int(),
  width: z.int(),
  height: z.int(),
  census: Census,
  /** Null where the surface is the document. */
  pane: z.nullable(PaneView),
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
