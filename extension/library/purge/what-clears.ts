/** What clearing some items would mean: which have no copy elsewhere, and which copies made from them stay. */
import type { EvidenceItem } from "../../../src/evidence/evidence-item.ts";
import type { StoredItem } from "../../../src/evidence/evidence-store.ts";
import { notYetPacked } from "../backed-up.ts";
import type { LibraryContents } from "../library-contents.ts";

export interface WhatClears {
  items: EvidenceItem[];
  /** How many of them lie in no whole bundle, as far as the log knows. */
  onlyHere: number;
  /** Numbers of redacted items that were made from one of them and stay. */
  redactedLeft: number[];
  /** Whether somebody else than the person keeps the record: then consent may be a reason. */
  isHelped: boolean;
}

export function whatClears(
  { items, log, facts }: Pick<LibraryContents, "items" | "log" | "facts">,
  chosen: readonly StoredItem[],
): WhatClears {
  const ids = new Set(chosen.map(({ item }) => item.id));
  const left = items.filter(({ item }) => !ids.has(item.id));
  return {
    items: chosen.map(({ item }) => item),
    onlyHere: notYetPacked(chosen, log).length,
    redactedLeft: left.flatMap(({ item }) => (isMadeFrom(item, ids) ? [item.number] : [])).reverse(),
    isHelped: facts.answers.operator !== "self",
  };
}

function isMadeFrom(item: EvidenceItem, ids: ReadonlySet<string>): boolean {
  return (
    item.format === "keepleaf-item-2" && item.derivedFrom !== undefined && ids.has(item.derivedFrom.itemId)
  );
}
