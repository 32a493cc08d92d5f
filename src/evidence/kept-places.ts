/** Which places of the web the items of a case stand for. */
import { urlKey } from "../cases/url-key.ts";
import type { CustodyEntry } from "../custody/custody-entry.ts";
import { correctedFields, correctionsOf } from "./corrections.ts";
import type { EvidenceItem } from "./evidence-item.ts";
import { statedAddresses } from "./stated-addresses.ts";

/** Keys as `urlKey` makes them, of every address an item was opened by, names for itself, or was given. */
export function keptPlaces(items: readonly EvidenceItem[], log: readonly CustodyEntry[]): Set<string> {
  const addresses = items.flatMap(({ id, address, fields }) => [
    ...statedAddresses({ address, fields: correctedFields(fields, correctionsOf(log, id)) }),
    ...(address.canonicalUrl === null ? [] : [address.canonicalUrl]),
  ]);
  return new Set(addresses.map(urlKey));
}
