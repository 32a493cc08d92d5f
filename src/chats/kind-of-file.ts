/** What a file is, by its name alone. */
import type { Attachment } from "./chat-message.ts";

const kinds: readonly [RegExp, Attachment["kind"]][] = [
  [/^stk-/i, "sticker"],
  [/-sticker-/i, "sticker"],
  [/\.(?:jpe?g|png|gif|heic)$/i, "image"],
  [/\.(?:mp4|3gp|mov|webm)$/i, "video"],
  [/\.(?:opus|m4a|mp3|aac|amr|ogg|wav)$/i, "audio"],
  [/\.webp$/i, "sticker"],
  [/\.vcf$/i, "contact"],
];

export function kindOfFile(name: string): Attachment["kind"] {
  return kinds.find(([pattern]) => pattern.test(name))?.[1] ?? "file";
}
