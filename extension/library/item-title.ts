/** What an item is called: the page's title, else where it is. */
import type { EvidenceItem } from "../../src/evidence/evidence-item.ts";

export function itemTitle({ address: { title, url } }: EvidenceItem): string {
  const bare = title.trim();
  if (bare) return bare;
  return URL.canParse(url) ? new URL(url).host || url : url;
}
