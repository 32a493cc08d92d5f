/** Where something was hidden: its kind, its place and whether it has an address. Never what it shows. */
import { Rectangle } from "../../base/rectangle.ts";
import { z } from "../../base/schema.ts";

/** The first six are elements; the others are images that a style sheet puts on an element. */
export const hiddenKinds = [
  "image",
  "film",
  "canvas",
  "drawing",
  "frame",
  "object",
  "ground",
  "border",
  "marker",
  "generated",
] as const;

/** More pictures than a person sees in one window; a page that has more in view gets no frame. */
export const mostHidden = 1_000;

export const HiddenBox = z.object({
  kind: z.enum(hiddenKinds),
  /** CSS pixels; in a census from the window's top left corner, not cut at its edges. */
  box: Rectangle,
  hasAddress: z.boolean(),
});
export type HiddenBox = z.infer<typeof HiddenBox>;
export type HiddenKind = HiddenBox["kind"];

/** Whether nothing but a picture stands at its place. The others lie under words and boxes of the page. */
export function isPictureByItself({ kind }: Pick<HiddenBox, "kind">): boolean {
  return hiddenKinds.indexOf(kind) < hiddenKinds.indexOf("ground");
}
