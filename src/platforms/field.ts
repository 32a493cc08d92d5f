/** One fact about a post: every candidate with where it came from, and one state. Unknown stays unknown. */
import { z } from "../base/schema.ts";

export const fieldStates = [
  "found",
  "derived",
  "typed",
  "pointed",
  "not-found",
  "not-applicable",
  "conflict",
  "blocked",
] as const;

/** Where a value was read. `address-bar` is the browser's own; everything else is what the page says. */
export const readingMethods = [
  "address-bar",
  "url",
  "json-ld",
  "open-graph",
  "meta",
  "time-element",
  "visible-text",
  "title",
  "person",
] as const;

const capped = z.string().check(z.maxLength(8_192));

export const Candidate = z.object({
  value: capped,
  method: z.enum(readingMethods),
  /** Where in the page, e.g. `script[type="application/ld+json"]:0 > author.name`. */
  locator: capped,
  /** The text exactly as the page has it. */
  raw: capped,
  confidence: z.enum(["high", "medium", "low"]),
  isHidden: z.optional(z.boolean()),
});
export type Candidate = z.infer<typeof Candidate>;

export const Field = z.object({
  state: z.enum(fieldStates),
  /** The value to show; null unless the state names one. In a conflict: the most trusted, shown beside the others. */
  value: z.nullable(capped),
  candidates: z.array(Candidate).check(z.maxLength(64)),
});
export type Field = z.infer<typeof Field>;

export const fieldNames = [
  "platform",
  "pageTitle",
  "posterName",
  "posterHandle",
  "posterId",
  "posterProfileUrl",
  "postedAt",
] as const;
export type FieldName = (typeof fieldNames)[number];

export const Fields = z.object({
  platform: Field,
  pageTitle: Field,
  posterName: Field,
  posterHandle: Field,
  posterId: Field,
  posterProfileUrl: Field,
  postedAt: Field,
});
export type Fields = z.infer<typeof Fields>;
