/** Reads `media.json` of an item: what pictures and films the page showed, as addresses only. */
import { MediaElement } from "../../src/capture/page-reading.ts";
import { z } from "../../src/base/schema.ts";

const MediaFile = z.object({ media: z.array(MediaElement) });

/** Null when the file is not what we write. */
export function readMediaList(text: string): MediaElement[] | null {
  try {
    const file = MediaFile.safeParse(JSON.parse(text));
    return file.success ? file.data.media : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
