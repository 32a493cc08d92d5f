/** What the list of addresses needs to know of the kept items. */
import type { KeptAddress } from "../../../src/cases/url-rows.ts";
import { urlKey } from "../../../src/cases/url-key.ts";
import type { CustodyEntry } from "../../../src/custody/custody-entry.ts";
import { correctedFields, correctionsOf } from "../../../src/evidence/corrections.ts";
import type { StoredItem } from "../../../src/evidence/evidence-store.ts";
import { statedAddresses } from "../../../src/evidence/stated-addresses.ts";
import { posterField } from "../../interface/field-rows.ts";

/** What was never read back does not count as kept. One page under two addresses stands there once. */
export function keptAddresses(items: readonly StoredItem[], log: readonly CustodyEntry[]): KeptAddress[] {
  return items.filter(({ readBackAt }) => readBackAt !== null).flatMap(({ item }) => addressesOf(item, log));
}

function addressesOf(item: StoredItem["item"], log: readonly CustodyEntry[]): KeptAddress[] {
  const fields = correctedFields(item.fields, correctionsOf(log, item.id));
  const { id: itemId, number, address } = item;
  const poster = posterField(fields).value;
  const urls = statedAddresses({ address, fields });
  const ofPlaces = new Map(urls.toReversed().map((url) => [urlKey(url), url]));
  return [...ofPlaces.values()].toReversed().map((url) => ({
    itemId,
    number,
    url,
    canonicalUrl: url === address.url ? address.canonicalUrl : null,
    poster,
  }));
}
