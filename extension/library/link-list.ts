/** Reads `links.json` of an item: where the page led, as addresses only. */
import { z } from "../../src/base/schema.ts";
import { PageLink } from "../../src/capture/views/page-views.ts";

const LinkFile = z.object({ links: z.array(PageLink) });

/** Null when the file is not what we write. */
export function readLinkList(text: string): PageLink[] | null {
  try {
    const file = LinkFile.safeParse(JSON.parse(text));
    return file.success ? file.data.links : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
