/** What a bundle says about its pictures, and the search for pictures where none may be. */
import { z } from "../base/schema.ts";
import type { AboutAge } from "../evidence/case-file.ts";
import type { EvidenceItem } from "../evidence/evidence-item.ts";

export const ImagePolicy = z.enum([
  "masked-minor",
  "masked-unknown",
  "masked-adult",
  "unmasked-adult",
  "no-pictures",
]);
export type ImagePolicy = z.infer<typeof ImagePolicy>;

/** `pictured` are the items of which a picture is given. */
export function imagePolicy(
  about: AboutAge,
  pictured: readonly Pick<EvidenceItem, "isMasked">[],
): ImagePolicy {
  if (pictured.length === 0) return "no-pictures";
  if (about !== "adult") return about === "minor" ? "masked-minor" : "masked-unknown";
  return pictured.every(({ isMasked }) => isMasked) ? "masked-adult" : "unmasked-adult";
}

/** Only our own style rules can look so: quotes in a page's text are escaped. */
const embeddedPng = /url\("data:image\/png;base64,([A-Za-z0-9+/]+={0,2})"\)/g;

/** The pictures a page of ours carries, as base64, and the page without them. */
export function embeddedPictures(html: string): { pictures: string[]; rest: string } {
  const pictures = Array.from(html.matchAll(embeddedPng), ([, base64 = ""]) => base64);
  return { pictures, rest: html.replaceAll(embeddedPng, "") };
}
