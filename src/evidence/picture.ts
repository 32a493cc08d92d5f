/** The picture of an item: its frames, and the recipe that puts them together, surface by surface. */
import { Rectangle } from "../base/rectangle.ts";
import { z } from "../base/schema.ts";
import { Frame, Placement } from "../capture/frame.ts";
import { Patch } from "../capture/recipe.ts";
import { FileName } from "./evidence-file.ts";

/** A strip of the surface as a PNG file: as wide as the surface, `y` device pixels below its top. */
export const Tile = z.object({ file: FileName, y: z.int(), height: z.int() });
export type Tile = z.infer<typeof Tile>;

/** All lengths in device pixels. */
export const Surface = z.object({
  /** 0 is the document, 1… are inner scrollers. */
  number: z.int().check(z.nonnegative()),
  kind: z.enum(["document", "pane"]),
  width: z.int(),
  height: z.int(),
  /** Targets never overlap. */
  placements: z.array(Placement).check(z.maxLength(50_000)),
  patches: z.array(Patch).check(z.maxLength(50_000)),
  /** Between frames that share no row: how much is missing is not known. */
  gaps: z.array(Rectangle).check(z.maxLength(10_000)),
  /** In no frame. */
  holes: z.array(Rectangle).check(z.maxLength(10_000)),
  /** Empty where the strips could not be made; the placements say the same. */
  tiles: z.array(Tile).check(z.maxLength(2_000)),
});
export type Surface = z.infer<typeof Surface>;

export const Picture = z.object({
  frames: z.array(z.object({ file: FileName, ...Frame.shape })),
  surfaces: z.array(Surface).check(z.maxLength(64)),
});
export type Picture = z.infer<typeof Picture>;
