/** Other views of the moment a page was kept: its words, its links, its pictures' addresses, and a static copy. */
import { Moment } from "../../base/clock.ts";
import { z } from "../../base/schema.ts";
import { MediaElement, readingLimits } from "../page-reading.ts";
import { addressFlags } from "./address-flags.ts";

/** Caps keep a hostile page from filling the disk; what is cut is said in `cut`. */
export const viewLimits = {
  links: 5_000,
  linkCharacters: 500,
  copyCharacters: 8_000_000,
  styleCharacters: 3_000_000,
  nodes: 200_000,
} as const;

/** What closes what was begun may exceed the cap by so much. */
const closingCharacters = 100_000;

const short = z.string().check(z.maxLength(readingLimits.valueCharacters));

/** CSS pixels from the top left corner of the document. */
const Box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

export const PageLink = z.object({
  /** As a reader sees them. */
  words: z.string().check(z.maxLength(viewLimits.linkCharacters)),
  url: short,
  box: Box,
  flags: z.array(z.enum(addressFlags)).check(z.maxLength(addressFlags.length)),
});
export type PageLink = z.infer<typeof PageLink>;

export const PageViews = z.object({
  /** `found`: before anything moved; `end`: after the last frame, with what scrolling brought. */
  stage: z.enum(["found", "end"]),
  takenAt: Moment,
  text: z.string().check(z.maxLength(readingLimits.textCharacters)),
  links: z.array(PageLink).check(z.maxLength(viewLimits.links)),
  media: z.array(MediaElement).check(z.maxLength(readingLimits.mediaElements)),
  copy: z.string().check(z.maxLength(viewLimits.copyCharacters + closingCharacters)),
  cut: z.array(short).check(z.maxLength(16)),
});
export type PageViews = z.infer<typeof PageViews>;
