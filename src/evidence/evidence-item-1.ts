/** Items in the first format. They stay as they were kept, byte for byte, and so does this schema. */
import { Moment } from "../base/clock.ts";
import { Sha256 } from "../base/digest.ts";
import { z } from "../base/schema.ts";
import { Placement } from "../capture/frame.ts";
import { uncovered } from "../capture/rectangle-cover.ts";
import { Verdict } from "../capture/verdict.ts";
import { Fields } from "../platforms/field.ts";
import { AboutAge } from "./case-file.ts";
import { EvidenceFile, FileName } from "./evidence-file.ts";
import type { Picture } from "./picture.ts";

const Census1 = z.object({
  url: z.string().check(z.maxLength(8_192)),
  originX: z.number(),
  scrollX: z.number(),
  scrollY: z.number(),
  documentWidth: z.number(),
  documentHeight: z.number(),
  clientWidth: z.number(),
  clientHeight: z.number(),
  innerWidth: z.number(),
  innerHeight: z.number(),
  devicePixelRatio: z.number(),
  pendingImages: z.int(),
  viewDigest: z.string().check(z.maxLength(16)),
  isMasked: z.nullable(z.boolean()),
});

const Frame1 = z.object({
  file: FileName,
  sequence: z.int().check(z.nonnegative()),
  sha256: Sha256,
  sizeBytes: z.int(),
  width: z.int(),
  height: z.int(),
  census: Census1,
  retakes: z.int(),
  isUnstable: z.boolean(),
  takenAtUtc: z.string(),
});

export const Picture1 = z.object({
  width: z.int(),
  height: z.int(),
  frames: z.array(Frame1),
  placements: z.array(Placement),
});
export type Picture1 = z.infer<typeof Picture1>;

const capped = z.string().check(z.maxLength(8_192));

export const EvidenceItem1 = z.object({
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
  picture: z.nullable(Picture1),
  verdict: Verdict,
  files: z.array(EvidenceFile).check(z.maxLength(2_000)),
});

/** The same picture in today's words: one surface, nothing cut out, no strips. */
export function upgradedPicture({ width, height, frames, placements }: Picture1): Picture {
  const whole = { x: 0, y: 0, width, height };
  const targets = placements.map(({ target }) => target);
  return {
    frames: frames.map((frame) => ({
      ...frame,
      surface: 0,
      pane: null,
      census: { ...frame.census, occluders: [], moving: [] },
    })),
    surfaces: [
      {
        number: 0,
        kind: "document",
        width,
        height,
        placements,
        patches: [],
        gaps: [],
        holes: uncovered(whole, targets),
        tiles: [],
      },
    ],
  };
}
