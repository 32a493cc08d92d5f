/** `media.json`: the pictures, films and frames of a page as addresses and places. Nothing was fetched. */
import { z } from "../base/schema.ts";
import { MediaElement, readingLimits } from "../capture/page-reading.ts";

export const MediaList = z.object({
  format: z.literal("keepleaf-media-1"),
  media: z.array(MediaElement).check(z.maxLength(readingLimits.mediaElements)),
});
export type MediaList = z.infer<typeof MediaList>;
