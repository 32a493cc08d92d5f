/** Several entries of one account on one day become one row, where the newest of them stands. */
import type { CustodyEntry } from "../../../src/custody/custody-entry.ts";
import type { StoredItem } from "../../../src/evidence/evidence-store.ts";
import { type AccountGroup, accountsOf } from "../../../src/evidence/same-account.ts";
import type { TimelineEntry } from "../day-groups.ts";

/** Fewer stand as they are: a fold of two saves nothing. */
export const fewestFolded = 3;

export type TimelineRow = TimelineEntry | { kind: "account"; account: AccountGroup };

/** The items of each account that has enough of them. */
export function foldedAccounts(
  items: readonly StoredItem[],
  log: readonly CustodyEntry[],
): ReadonlyMap<string, AccountGroup> {
  const folded = accountsOf(items, log).filter(({ items: its }) => its.length >= fewestFolded);
  return new Map(folded.flatMap((account) => account.items.map(({ item }) => [item.id, account] as const)));
}

/** Keeps the order; no entry is lost. */
export function foldAccounts(entries: readonly TimelineEntry[], log: readonly CustodyEntry[]): TimelineRow[] {
  const items = entries.flatMap((entry) => (entry.kind === "kept" ? [entry.stored] : []));
  const folded = foldedAccounts(items, log);
  return entries.flatMap((entry): TimelineRow[] => {
    const account = entry.kind === "kept" ? folded.get(entry.stored.item.id) : undefined;
    if (!account) return [entry];
    return account.items[0] === (entry.kind === "kept" && entry.stored) ? [{ kind: "account", account }] : [];
  });
}
