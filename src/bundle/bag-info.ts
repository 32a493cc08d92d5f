/** `bag-info.txt`: the facts inside the seal (RFC 8493 §2.2.2), written and read as exact inverses. */
import { Sha256 } from "../base/digest.ts";
import { z } from "../base/schema.ts";
import { bagNamePattern, bagPaths } from "./bag-layout.ts";
import { ImagePolicy } from "./image-policy.ts";
import { Recipient } from "./recipient.ts";

const instant = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/));
const day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
const count = z.string().check(z.regex(/^(0|[1-9]\d{0,15})$/));
/** Names of versions and builds: one word, printable anywhere. */
export const BuildWord = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._+-]{0,79}$/));

const sharedKeys = {
  "Bagging-Date": day,
  "Sealed-At": instant,
  "Payload-Oxum": z.string().check(z.regex(/^(0|[1-9]\d{0,15})\.(0|[1-9]\d{0,15})$/)),
  "External-Identifier": z.string().check(z.regex(bagNamePattern)),
  "Internal-Sender-Identifier": z.string().check(z.regex(/^[A-Z]-\d{2,4}$/)),
  "Image-Policy": ImagePolicy,
  Recipient,
  "Ext-Version": BuildWord,
  "Ext-Build": BuildWord,
  "Custody-Log-Head": Sha256,
  "Custody-Log-Lines": count,
};

/** Signature and proofs say which must exist, so that a removed one shows: the presence rule. */
export const sealedProofs = `${bagPaths.publicKey} ${bagPaths.signature}`;

/** Keys in the order they are written. */
const BagInfo2 = z.object({
  ...sharedKeys,
  /** The day the facts about the law that ship with the tool were checked. */
  "Law-As-Of": day,
  Signature: z.enum(["none", "ECDSA-P256-SHA256"]),
  /** Of the DER form of the public key: what stands on the hand-over sheet. */
  "Signing-Key-SHA256": z.union([z.literal("none"), Sha256]),
  "Proofs-At-Sealing": z.enum(["none", sealedProofs]),
  /** A stamp cannot be there before the seal it stamps. */
  "Time-Stamp": z.literal("may-be-added-later-RFC3161"),
});

/** Of `keepleaf-bundle-1`. */
const BagInfo1 = z.object({
  ...sharedKeys,
  Signature: z.literal("none"),
  "Time-Stamp": z.literal("none"),
  "Proofs-At-Sealing": z.literal("none"),
});

export type BagInfo = z.infer<typeof BagInfo2>;
export type AnyBagInfo = BagInfo | z.infer<typeof BagInfo1>;

export function bagInfoText(info: BagInfo): string {
  return textOf(BagInfo2.parse(info), Object.keys(BagInfo2.shape));
}

function textOf(info: AnyBagInfo, keys: readonly string[]): string {
  const values = new Map<string, string>(Object.entries(info));
  return keys.map((key) => `${key}: ${values.get(key)}\n`).join("");
}

/** Null when the text is not exactly what a version of ours writes. */
export function readBagInfo(text: string): AnyBagInfo | null {
  const pairs = Object.fromEntries(text.split("\n").map((line) => line.split(": ")));
  for (const schema of [BagInfo2, BagInfo1]) {
    const info = schema.safeParse(pairs);
    if (info.success && textOf(info.data, Object.keys(schema.shape)) === text) return info.data;
  }
  return null;
}

/** The digest of the key that must have signed; null where none had to. */
export function signingKeyOf(info: AnyBagInfo): string | null {
  if (!("Signing-Key-SHA256" in info) || info.Signature === "none") return null;
  return info["Signing-Key-SHA256"];
}
