/** What the page driver reads from a page before the first frame: data to record, never an instruction. */
import { Moment } from "../base/clock.ts";
import { z } from "../base/schema.ts";
import { OutlineNode, outlineLimits, PageScript, scriptLimits } from "./page-outline.ts";
import { addressFlags } from "./views/address-flags.ts";

/** Caps keep a hostile page from filling the disk; what is cut is said in `cut`. */
export const readingLimits = {
  textCharacters: 2_000_000,
  jsonLdCharacters: 512_000,
  jsonLdBlocks: 64,
  metaEntries: 200,
  valueCharacters: 8_192,
  timeElements: 200,
  authorElements: 200,
  mediaElements: 2_000,
} as const;

const short = z.string().check(z.maxLength(readingLimits.valueCharacters));

/** CSS pixels from the top left corner of the document. */
const Box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

export const MetaEntry = z.object({ name: short, content: short });

/** One `time` element, or one marked up as a publication date. */
export const TimeElement = z.object({
  machine: z.nullable(short),
  shown: short,
  locator: short,
  /** `itemprop` of the element, if any. */
  property: z.nullable(short),
  /** Index of the outermost `article` it stands in, -1 for none. */
  article: z.int(),
  /** Whether it stands in an article within an article: a comment, a quoted or an embedded post. */
  isNested: z.boolean(),
  isHidden: z.boolean(),
});
export type TimeElement = z.infer<typeof TimeElement>;

/** One `[rel~=author]` or `[itemprop~=author]` element. */
export const AuthorElement = z.object({
  shown: short,
  href: z.nullable(short),
  locator: short,
  article: z.int(),
  isNested: z.boolean(),
  isHidden: z.boolean(),
});
export type AuthorElement = z.infer<typeof AuthorElement>;

export const mediaKinds = ["image", "video", "audio", "poster", "frame", "object", "background"] as const;

/** Which of a picture's addresses: the one the browser shows, or one that only stands in the markup. */
export const mediaRoles = ["shown", "src", "srcset"] as const;

/** A picture, film or frame: its address as text and its place. Nothing is fetched. */
export const MediaElement = z.object({
  kind: z.enum(mediaKinds),
  url: short,
  box: Box,
  /** Left out in items kept before there were roles and flags. */
  role: z.optional(z.enum(mediaRoles)),
  flags: z.optional(z.array(z.enum(addressFlags)).check(z.maxLength(addressFlags.length))),
});
export type MediaElement = z.infer<typeof MediaElement>;

export const PageReading = z.object({
  url: short,
  title: short,
  canonicalUrl: z.nullable(short),
  language: z.nullable(short),
  contentType: short,
  charset: short,
  userAgent: short,
  viewport: z.object({ width: z.number(), height: z.number() }),
  devicePixelRatio: z.number().check(z.positive(), z.maximum(16)),
  articles: z.int().check(z.nonnegative()),
  meta: z.array(MetaEntry).check(z.maxLength(readingLimits.metaEntries)),
  jsonLd: z
    .array(z.string().check(z.maxLength(readingLimits.jsonLdCharacters)))
    .check(z.maxLength(readingLimits.jsonLdBlocks)),
  times: z.array(TimeElement).check(z.maxLength(readingLimits.timeElements)),
  authors: z.array(AuthorElement).check(z.maxLength(readingLimits.authorElements)),
  media: z.array(MediaElement).check(z.maxLength(readingLimits.mediaElements)),
  text: z.string().check(z.maxLength(readingLimits.textCharacters)),
  /** When it was read: 「3 小時」 means nothing without it. Readings of before have none, and neither of the next two. */
  readAt: z._default(z.nullable(Moment), null),
  outline: z._default(z.array(OutlineNode).check(z.maxLength(outlineLimits.nodes)), []),
  scripts: z._default(z.array(PageScript).check(z.maxLength(scriptLimits.scripts)), []),
  /** Names of the parts that were longer than their cap. */
  cut: z.array(short).check(z.maxLength(16)),
});
export type PageReading = z.infer<typeof PageReading>;
