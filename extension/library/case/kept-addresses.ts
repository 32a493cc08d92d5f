/** What the list of addresses needs to know of the kept items. */
import type { KeptAddress } from "../../../src/cases/url-rows.ts";
import type { StoredItem } from "../../../src/evidence/evidence-store.ts";
import { posterField } from "../../interface/field-rows.ts";

/** What was never read back does not count as kept, and what was put in by hand has no address. */
export function keptAddresses(items: readonly StoredItem[]): KeptAddress[] {
  return items
    .filter(({ item, readBackAt }) => readBackAt !== null && item.address.url !== "")
    .map(({ item }) => ({
      itemId: item.id,
      number: item.number,
      url: item.address.url,
      canonicalUrl: item.address.canonicalUrl,
      poster: posterField(item.fields).value,
    }));
}
