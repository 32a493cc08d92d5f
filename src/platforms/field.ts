/** One fact about a post: every candidate with where it came from, and one state. Unknown stays unknown. */
import { z } from "../base/schema.ts";
import { idKinds } from "./id-kind.ts";

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

/**
 * Where a value was read. `address-bar` is the browser's own; everything else is what the page says, but for `derived`
 * (computed from an ID), and `typed` and `pointed` (a person's).
 */
export const readingMethods = [
  "address-bar",
  "url",
  "json-ld",
  "open-graph",
  "meta",
  "page-data",
  "time-element",
  "visible-text",
  "title",
  "derived",
  "person",
  "typed",
  "pointed",
] as const;

export const timePrecisions = ["millisecond", "second", "minute", "hour", "day", "range"] as const;

export const valueLimit = 8_192;
const capped = z.string().check(z.maxLength(valueLimit));

export const Candidate = z.object({
  value: capped,
  method: z.enum(readingMethods),
  /** Where in the page, e.g. `script[type="application/ld+json"]:0 > author.name`. */
  locator: capped,
  /** The text exactly as the page has it. */
  raw: capped,
  confidence: z.enum(["high", "medium", "low"]),
  isHidden: z.optional(z.boolean()),
  /** Of an ID: what it identifies. A `pseudonym` is never an identity. */
  kind: z.optional(z.enum(idKinds)),
  /** Of a time: how exact it is, its zone as written, and how far a time computed from an ID may be off. */
  precision: z.optional(z.enum(timePrecisions)),
  zone: z.optional(capped),
  errorMs: z.optional(z.nullable(z.number())),
});
export type Candidate = z.infer<typeof Candidate>;

export const Field = z.object({
  state: z.enum(fieldStates),
  /** The value to show; null unless the state names one. In a conflict: the most trusted, shown beside the others. */
  value: z.nullable(capped),
  candidates: z.array(Candidate).check(z.maxLength(64)),
});
export type Field = z.infer<typeof Field>;

/** What every item says since the first version. */
export const firstFieldNames = [
  "platform",
  "pageTitle",
  "posterName",
  "posterHandle",
  "posterId",
  "posterProfileUrl",
  "postedAt",
] as const;

/** What is said of one post, be it the page's own, a quoted one or one of many. */
export const postFieldNames = [
  "posterName",
  "posterHandle",
  "posterId",
  "posterProfileUrl",
  "posterAddress",
  "postId",
  "permalink",
  "postTitle",
  "postText",
  "postedAtShown",
  "postedAt",
  "postedAtRange",
  "editedAt",
  "sponsored",
  "availability",
] as const;
export type PostFieldName = (typeof postFieldNames)[number];

/** In the order in which people read them. */
export const fieldNames = ["platform", "platformType", "pageKind", "pageTitle", ...postFieldNames] as const;
export type FieldName = (typeof fieldNames)[number];

/** Those whose value is an address in the web. */
export const addressFields: ReadonlySet<FieldName> = new Set<FieldName>(["posterProfileUrl", "permalink"]);

export const postLimits = { posts: 100, media: 200 } as const;

const media = z.array(Candidate).check(z.maxLength(postLimits.media));
const postFields = Object.fromEntries(postFieldNames.map((name) => [name, z.optional(Field)])) as Record<
  PostFieldName,
  z.ZodMiniOptional<typeof Field>
>;

/** A post that is not the page's own: quoted or shared in it, or one of several on a page without one of its own. */
export const PostRecord = z.object({ ...postFields, media: z.optional(media) });
export type PostRecord = z.infer<typeof PostRecord>;

/** Which reader made the fields, how old it is, and whether the site looked as it knew it. */
export const ReaderHealth = z.object({
  reader: capped,
  version: z.int(),
  lastVerified: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)),
  fixtureCount: z.int(),
  /** Must-fields that a page of this kind has and that were not found; all of them: the site has changed. */
  missing: z.array(z.enum(fieldNames)),
  hasChanged: z.boolean(),
});
export type ReaderHealth = z.infer<typeof ReaderHealth>;

export const Fields = z.object({
  ...postFields,
  platform: Field,
  platformType: z.optional(Field),
  pageKind: z.optional(Field),
  pageTitle: Field,
  posterName: Field,
  posterHandle: Field,
  posterId: Field,
  posterProfileUrl: Field,
  postedAt: Field,
  /** Addresses of the post's own pictures and films, as text. */
  media: z.optional(media),
  quoted: z.optional(PostRecord),
  posts: z.optional(z.array(PostRecord).check(z.maxLength(postLimits.posts))),
  health: z.optional(ReaderHealth),
});
export type Fields = z.infer<typeof Fields>;
