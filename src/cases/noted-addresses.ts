/** Addresses on the list of which no page was kept: they are handed over as they were written down. */
import type { CaseFacts } from "./case-facts.ts";
import { urlRows } from "./url-rows.ts";

/** One for each place, as first pasted, without those set aside. `keptPlaces` are keys as `urlKey` makes them. */
export function notedAddresses(
  facts: Pick<CaseFacts, "urls" | "submissions" | "urlStatuses">,
  keptPlaces: ReadonlySet<string>,
): string[] {
  return urlRows(facts, [])
    .filter(({ key, status }) => status !== "set-aside" && !keptPlaces.has(key))
    .flatMap(({ urls }) => urls.slice(0, 1));
}
