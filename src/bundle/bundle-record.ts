/** `case.json`: what this bundle is, whom it is for, what is in it and what was left out. */
import { Moment } from "../base/clock.ts";
import { Sha256 } from "../base/digest.ts";
import { z } from "../base/schema.ts";
import { AnyCaseFile } from "../evidence/case-file.ts";
import { fileKinds } from "../evidence/evidence-file.ts";
import { BuildWord } from "./bag-info.ts";
import { bagNamePattern } from "./bag-layout.ts";
import { ImagePolicy } from "./image-policy.ts";
import { Recipient } from "./recipient.ts";

export const BundleRecord = z.object({
  format: z.enum(["keepleaf-bundle-1", "keepleaf-bundle-2"]),
  bag: z.string().check(z.regex(bagNamePattern)),
  sealedAt: Moment,
  recipient: Recipient,
  /** Kinds of files that items have and this recipient does not get: `capture.json` names them, the bag lacks them. */
  leftOut: z.array(z.enum(["capture", ...fileKinds])),
  imagePolicy: ImagePolicy,
  case: AnyCaseFile,
  /** By number. The digest is that of the item's `capture.json`. */
  items: z
    .array(z.object({ folder: z.string().check(z.regex(/^c\d{4,9}$/)), sha256: Sha256 }))
    .check(z.maxLength(20_000)),
  /** Digests of items the log says were kept and that are not in this bundle: deleted, or not chosen. */
  notIncluded: z.array(Sha256).check(z.maxLength(20_000)),
  tool: z.object({ extensionVersion: BuildWord, buildId: BuildWord }),
});
export type BundleRecord = z.infer<typeof BundleRecord>;
