/** One kept page: everything known about it, fixed when it was kept. Its canonical bytes are `capture.json`. */
import { Moment } from "../base/clock.ts";
import { Sha256 } from "../base/digest.ts";
import { z } from "../base/schema.ts";
import { Census, Frame, Placement } from "../capture/frame.ts";
import { Verdict } from "../capture/verdict.ts";
import { Fields } from "../platforms/field.ts";
import { AboutAge } from "./case-file.ts";

/** Names inside a bag are ASCII and short. */
export const FileName = z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]{0,59}$/));

export const fileKinds = ["frame", "text", "media", "reading"] as const;

export const EvidenceFile = z.object({
  name: FileName,
  kind: z.enum(fileKinds),
  mediaType: z.enum(["image/png", "text/plain", "application/json"]),
  sizeBytes: z.int().check(z.nonnegative()),
  sha256: Sha256,
});
export type EvidenceFile = z.infer<typeof EvidenceFile>;

/** A frame kept before occluders, moving boxes and panes were recorded says nothing of them. */
const KeptFrame = z.object({
  ...Frame.shape,
  file: FileName,
  surface: z.optional(Frame.shape.surface),
  pane: z.optional(Frame.shape.pane),
  census: z.object({
    ...Census.shape,
    occluders: z.optional(Census.shape.occluders),
    moving: z.optional(Census.shape.moving),
  }),
});

/** Device pixels of the whole page, the frames, and the recipe that puts them together. */
export const Picture = z.object({
  width: z.int(),
  height: z.int(),
  frames: z.array(KeptFrame),
  placements: z.array(Placement),
});
export type Picture = z.infer<typeof Picture>;

const capped = z.string().check(z.maxLength(8_192));

export const EvidenceItem = z.object({
  format: z.literal("keepleaf-item-1"),
  id: z.uuid(),
  caseId: z.uuid(),
  /** Order in the case, from 1; never used again after a deletion. */
  number: z.int().check(z.positive()),
  startedAt: Moment,
  finishedAt: Moment,
  address: z.object({
    /** As the browser shows it, with query and fragment. */
    url: capped,
    canonicalUrl: z.nullable(capped),
    title: capped,
    language: z.nullable(capped),
    contentType: z.nullable(capped),
  }),
  window: z.object({
    width: z.nullable(z.number()),
    height: z.nullable(z.number()),
    devicePixelRatio: z.nullable(z.number()),
  }),
  tool: z.object({ extensionVersion: capped, userAgent: capped }),
  about: AboutAge,
  /** Whether pictures were hidden in the page before the first frame. */
  isMasked: z.boolean(),
  fields: Fields,
  picture: z.nullable(Picture),
  verdict: Verdict,
  files: z.array(EvidenceFile).check(z.maxLength(2_000)),
});
export type EvidenceItem = z.infer<typeof EvidenceItem>;

/** `c0001`: the folder of an item in a bag and its name on paper. */
export function itemFolder(item: Pick<EvidenceItem, "number">): string {
  return `c${String(item.number).padStart(4, "0")}`;
}

/** `frame-001.png`. */
export function frameFileName(sequence: number): string {
  return `frame-${String(sequence).padStart(3, "0")}.png`;
}
