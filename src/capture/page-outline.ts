/** The page's structure, compact: which elements say what, in the order of the document. Read once, judged later. */
import { z } from "../base/schema.ts";

export const outlineLimits = {
  nodes: 20_000,
  /** Of texts and attribute values together. */
  characters: 2_000_000,
  attributeCharacters: 2_048,
  textCharacters: 65_536,
  depth: 256,
} as const;

/** Elements with a meaning, a text or an address; what only groups or draws is left out. */
export const OutlineNode = z.object({
  /** Place of the parent in the list, always smaller than the own one; -1 for none. */
  parent: z.int().check(z.minimum(-1)),
  /** Lower case; `#text` for text beside other elements, `#shadow` for the root of a shadow tree. */
  tag: z.string().check(z.maxLength(100)),
  attributes: z.optional(
    z.record(
      z.string().check(z.maxLength(200)),
      z.string().check(z.maxLength(outlineLimits.attributeCharacters)),
    ),
  ),
  /** Text of the element itself, white space collapsed unless the page shows it. */
  text: z.optional(z.string().check(z.maxLength(outlineLimits.textCharacters))),
  /** A person at the page could not see it. */
  isHidden: z.optional(z.boolean()),
});
export type OutlineNode = z.infer<typeof OutlineNode>;

export const scriptLimits = { characters: 5_000_000, scripts: 200 } as const;

/** Data that a page carries for its own program, as text: parsed as data later, never run. */
export const PageScript = z.object({
  kind: z.enum(["json", "code"]),
  /** `id` or type of the script element, `document` where the page itself is JSON. */
  name: z.string().check(z.maxLength(200)),
  text: z.string().check(z.maxLength(scriptLimits.characters)),
});
export type PageScript = z.infer<typeof PageScript>;
