/** What stood in a page before and after it was scrolled, as one list: virtualised rows come and go in between. */
import type { MediaElement } from "../page-reading.ts";
import type { PageLink, PageViews } from "./page-views.ts";

/** First what was found, then what the end adds; the same address at the same place stands once. */
export function unionOf<Entry extends MediaElement | PageLink>(
  found: readonly Entry[],
  end: readonly Entry[],
): Entry[] {
  const known = new Set(found.map(keyOf));
  return [...found, ...end.filter((entry) => !known.has(keyOf(entry)))];
}

function keyOf(entry: MediaElement | PageLink): string {
  const { url, box } = entry;
  const what = "kind" in entry ? entry.kind : entry.words;
  // Lazy pictures get their height late, and what stands above them pushes them down: only the address tells.
  return what === "image" ? `image ${url}` : `${what} ${url} ${Math.round(box.x)} ${Math.round(box.y)}`;
}

/** The view of the end where there is one: it has more, and the lists keep what is gone from it. */
export function joinViews(found: PageViews | null, end: PageViews | null): PageViews | null {
  if (!found || !end) return end ?? found;
  return {
    ...end,
    links: unionOf(found.links, end.links),
    media: unionOf(found.media, end.media),
    cut: [...new Set([...found.cut, ...end.cut])].slice(0, 16),
  };
}
