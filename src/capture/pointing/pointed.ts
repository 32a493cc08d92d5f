/** What a person pointed at in an open page: its words and addresses as they stand there, never a pixel of it. */
import { z } from "../../base/schema.ts";
import { OutlineNode, outlineLimits } from "../page-outline.ts";

export const pointingLimits = {
  /** Elements above one another. */
  depth: 256,
  /** Elements and texts of one pointed part. */
  nodes: 1_000,
  characters: 40_000,
  locatorCharacters: 8_192,
} as const;

/** From below the root element down to the element: which child each is among its siblings, the first being 1. */
export const MarkPath = z
  .array(z.int().check(z.positive(), z.maximum(1_000_000)))
  .check(z.maxLength(pointingLimits.depth));
export type MarkPath = z.infer<typeof MarkPath>;

const PartNodes = z.array(OutlineNode).check(
  z.maxLength(pointingLimits.nodes),
  z.refine((nodes) => lengthOf(nodes) <= pointingLimits.characters),
);

/** A part of the page, read as the outline is: fields a person types into and what is hidden say nothing. */
export const PointedPart = z.object({
  /** Names and places of elements, no text of the page. */
  locator: z.string().check(z.maxLength(pointingLimits.locatorCharacters)),
  nodes: PartNodes,
});
export type PointedPart = z.infer<typeof PointedPart>;

export const Pointed = z.object({
  part: PointedPart,
  /** The paragraph around a word; null where the part is one itself. */
  around: z.nullable(PointedPart),
  /** Where the link leads that the part stands in. */
  link: z.nullable(z.string().check(z.maxLength(outlineLimits.attributeCharacters))),
  /** What the `time` element around it says. */
  datetime: z.nullable(z.string().check(z.maxLength(outlineLimits.attributeCharacters))),
});
export type Pointed = z.infer<typeof Pointed>;

/** Why pointing ended without a choice. */
export const pointingEnds = ["stopped", "timed-out", "page-gone"] as const;
export type PointingEnd = (typeof pointingEnds)[number];

/** Of everything a part would carry. */
export function lengthOf(nodes: readonly OutlineNode[]): number {
  return nodes.reduce((length, { text, attributes }) => {
    const values = Object.entries(attributes ?? {}).flat();
    return length + (text?.length ?? 0) + values.reduce((sum, value) => sum + value.length, 0);
  }, 0);
}
