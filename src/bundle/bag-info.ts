/** `bag-info.txt`: the facts inside the seal (RFC 8493 §2.2.2), written and read as exact inverses. */
import { Sha256 } from "../base/digest.ts";
import { z } from "../base/schema.ts";
import { bagNamePattern } from "./bag-layout.ts";
import { ImagePolicy } from "./image-policy.ts";
import { Recipient } from "./recipient.ts";

const instant = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/));
const count = z.string().check(z.regex(/^(0|[1-9]\d{0,15})$/));
/** Names of versions and builds: one word, printable anywhere. */
export const BuildWord = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._+-]{0,79}$/));

/** Keys in the order they are written. Signature and proofs say which must exist, so that a removed one shows. */
export const BagInfo = z.object({
  "Bagging-Date": z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)),
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
  Signature: z.literal("none"),
  "Time-Stamp": z.literal("none"),
  "Proofs-At-Sealing": z.literal("none"),
});
export type BagInfo = z.infer<typeof BagInfo>;

const keys = Object.keys(BagInfo.shape) as (keyof BagInfo)[];

export function bagInfoText(info: BagInfo): string {
  return keys.map((key) => `${key}: ${info[key]}\n`).join("");
}

/** Null when the text is not exactly what `bagInfoText` writes. */
export function readBagInfo(text: string): BagInfo | null {
  const pairs = text.split("\n").map((line) => line.split(": "));
  const info = BagInfo.safeParse(Object.fromEntries(pairs));
  return info.success && bagInfoText(info.data) === text ? info.data : null;
}
