/** `media.json`: the pictures, films and frames of a page as addresses and places. Nothing was fetched. */
import { z } from "../base/schema.ts";
import { MediaElement, readingLimits } from "../capture/page-reading.ts";

export const MediaList = z.object({
  format: z.literal("keepleaf-media-1"),
  media: z.array(MediaElement).check(z.maxLength(readingLimits.mediaElements)),
});
export type MediaList = z.infer<typeof MediaList>;

/** Addresses of pictures, films and sounds, each once, the largest on the page first: it comes before its icons. */
export function mediaAddressesOf(media: readonly MediaElement[]): string[] {
  const shown = media
    .filter(({ kind }) => kind !== "frame")
    .toSorted((one, other) => area(other) - area(one));
  return [...new Set(shown.map(({ url }) => url))];
}

function area({ box }: MediaElement): number {
  return box.width * box.height;
}
