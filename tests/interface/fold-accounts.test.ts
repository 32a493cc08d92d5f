/** Folds on the timeline: nothing lost, nothing moved but into its fold, newest first. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  fewestFolded,
  foldAccounts,
  type TimelineRow,
} from "../../extension/library/accounts/fold-accounts.ts";
import { dayGroups, isLong, type TimelineEntry } from "../../extension/library/day-groups.ts";
import type { StoredItem } from "../../src/evidence/evidence-store.ts";
import { at, itemNumber } from "../store/store-samples.ts";

function keptFrom(number: number, handle: string | null): StoredItem {
  const item = itemNumber(number);
  const posterHandle = {
    state: handle ? ("found" as const) : ("not-found" as const),
    value: handle,
    candidates: [],
  };
  return { item: { ...item, fields: { ...item.fields, posterHandle } }, readBackAt: at };
}

const numberOf = ({ item }: StoredItem) => item.number;
const numbersIn = (row: TimelineRow): number[] =>
  row.kind === "account"
    ? row.account.items.map(numberOf)
    : row.kind === "kept"
      ? [numberOf(row.stored)]
      : [];
const entriesOf = (handles: readonly (string | null)[]): TimelineEntry[] =>
  dayGroups(
    handles.map((handle, index) => keptFrom(index + 1, handle)),
    [],
  )[0]?.entries ?? [];

test("three of one account are folded where the newest stands, two are not", () => {
  const rows = foldAccounts(entriesOf(["@a", "@b", "@a", null, "@a", "@b", "@c"]), []);
  expect(rows.map((row) => [row.kind, numbersIn(row)])).toEqual([
    ["kept", [7]],
    ["kept", [6]],
    ["account", [5, 3, 1]],
    ["kept", [4]],
    ["kept", [2]],
  ]);
});

test("whatever was kept, every item stands in exactly one row, and each fold is newest first", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("@a", "@b", "@c", null), { maxLength: 70 }), (handles) => {
      const rows = foldAccounts(entriesOf(handles), []);
      const shown = rows.flatMap(numbersIn);
      expect(shown.toSorted((one, other) => one - other)).toEqual(handles.map((_, index) => index + 1));
      for (const row of rows) {
        const numbers = numbersIn(row);
        expect(numbers).toEqual(numbers.toSorted((one, other) => other - one));
        if (row.kind === "account") expect(numbers.length).toBeGreaterThanOrEqual(fewestFolded);
      }
    }),
  );
});

test("folds begin closed only where there is more than one reads at once", () => {
  const ofDay = (count: number) => [
    { day: "2026-11-21", entries: entriesOf(Array.from({ length: count }, () => "@a")) },
  ];
  expect([isLong(ofDay(30)), isLong(ofDay(31))]).toEqual([false, true]);
});
