/** What the dialog before clearing knows: copies that exist nowhere else, and copies made from what goes. */
import { expect, test } from "vitest";
import { whatClears } from "../../extension/library/purge/what-clears.ts";
import { caseFactsOf } from "../../src/cases/case-facts.ts";
import { noAnswers } from "../../src/cases/answers.ts";
import type { EvidenceItem2 } from "../../src/evidence/evidence-item.ts";
import type { StoredItem } from "../../src/evidence/evidence-store.ts";
import { readCaseFacts } from "../../src/evidence/record-fact.ts";
import { recordCustody } from "../../src/evidence/record-custody.ts";
import { keptCase } from "./kept-case.ts";

async function twoKept() {
  const { store, clock, caseFile, keep } = await keptCase();
  const first = await keep();
  const packed = { caseId: caseFile.id, at: clock.now(), action: "bundle.packed" as const };
  await recordCustody(store, { ...packed, facts: { recipient: "self" } });
  await keep();
  const items = await store.listItems(caseFile.id);
  return { first, items, log: await store.readLog(caseFile.id), facts: await readCaseFacts(store, caseFile) };
}

test("only what was packed whole has a copy", async () => {
  const contents = await twoKept();
  const count = (...numbers: number[]) =>
    whatClears(
      contents,
      contents.items.filter(({ item }) => numbers.includes(item.number)),
    ).onlyHere;
  expect([count(1), count(2), count(1, 2), count()]).toEqual([0, 1, 1, 0]);
});

test("a redacted copy that stays is named, one that goes along is not", async () => {
  const contents = await twoKept();
  const [second, first] = contents.items as [StoredItem, StoredItem];
  const derivedFrom = { itemId: first.item.id, number: 1, itemSha256: "0".repeat(64), surface: 0, boxes: [] };
  const copy = { ...second, item: { ...(second.item as EvidenceItem2), derivedFrom } };
  const items = [copy, first];
  expect(whatClears({ ...contents, items }, [first]).redactedLeft).toEqual([2]);
  expect(whatClears({ ...contents, items }, items).redactedLeft).toEqual([]);
  expect(whatClears({ ...contents, items }, [copy]).redactedLeft).toEqual([]);
});

test("consent is a reason only where somebody else keeps the record", async () => {
  const contents = await twoKept();
  expect(whatClears(contents, contents.items).isHelped).toBe(false);
  expect(whatClears({ ...contents, facts: caseFactsOf(noAnswers, []) }, []).isHelped).toBe(true);
});
