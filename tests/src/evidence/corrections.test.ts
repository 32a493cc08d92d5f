/** Corrections lie over the fields and change nothing below: the log has both values, the item its own bytes. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "../../../src/base/canonical-json.ts";
import { correctedFields, correctField, correctionsOf } from "../../../src/evidence/corrections.ts";
import { fieldNames } from "../../../src/platforms/field.ts";
import { FixedClock } from "../../fakes/fixed-clock.ts";
import { MemoryStore } from "../../fakes/memory-store.ts";
import { markerAt } from "../../pages/masking/marker.ts";
import { itemNumber } from "../../store/store-samples.ts";

const drafts = fc.array(
  fc.record({
    field: fc.constantFrom(...fieldNames),
    before: fc.option(fc.string({ maxLength: 20 })),
    after: fc.option(fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== "")),
    method: fc.constantFrom("typed" as const, "pointed" as const),
    locator: fc.constant("main > p:3"),
  }),
  { maxLength: 8 },
);

test("the last value of every field is shown, every earlier one is kept, and the item stays as it was", async () => {
  await fc.assert(
    fc.asyncProperty(drafts, async (made) => {
      const [store, clock, item] = [new MemoryStore(), new FixedClock(), itemNumber(1)];
      const bytes = canonicalJson(item);
      for (const draft of made) await correctField({ store, clock }, item, draft);
      const log = await store.readLog(item.caseId);
      const corrections = correctionsOf(log, item.id);
      expect(corrections.map(({ field, before }) => [field, before])).toEqual(
        made.map(({ field, before }) => [field, before]),
      );
      const fields = correctedFields(item.fields, corrections);
      for (const { field, after, method } of new Map(made.map((draft) => [draft.field, draft])).values()) {
        if (after !== null) expect(fields[field]).toMatchObject({ state: method, value: after.trim() });
      }
      expect(canonicalJson(item)).toBe(bytes);
    }),
    { numRuns: 30 },
  );
});

test("a correction taken back leaves what was read", () => {
  const item = itemNumber(1);
  const at = new FixedClock().now();
  const base = {
    itemId: item.id,
    field: "posterName" as const,
    before: null,
    method: "typed" as const,
    locator: "",
    at,
  };
  const fields = correctedFields(item.fields, [{ ...base, after: "測試帳號甲" }]);
  expect(fields.posterName).toMatchObject({ state: "typed", value: "測試帳號甲" });
  const back = correctedFields(item.fields, [
    { ...base, after: "測試帳號甲" },
    { ...base, after: null },
  ]);
  expect(back.posterName).toEqual(item.fields.posterName);
});

test("lines of other items, other actions and other shapes are no corrections", async () => {
  const [store, clock, item] = [new MemoryStore(), new FixedClock(), itemNumber(1)];
  await correctField({ store, clock }, item, {
    field: "posterName",
    before: null,
    after: "甲",
    method: "typed",
    locator: "",
  });
  const [line] = await store.readLog(item.caseId);
  if (!line) return expect.fail("no line");
  expect(correctionsOf([line], itemNumber(2).id)).toEqual([]);
  expect(correctionsOf([{ ...line, action: "item.viewed" }], item.id)).toEqual([]);
  expect(correctionsOf([{ ...line, facts: { ...line.facts, field: "__proto__" } }], item.id)).toEqual([]);
});

test("a picture typed or pointed at as letters is in no line", async () => {
  const [store, clock, item] = [new MemoryStore(), new FixedClock(), itemNumber(1)];
  const { dataPng, pngBytes, token } = markerAt(1);
  const bare = pngBytes.toString("base64");
  const draft = { field: "posterName", before: null, method: "pointed", locator: "" } as const;
  await correctField({ store, clock }, item, { ...draft, after: `甲 ${dataPng}`, raw: bare });
  const [line] = await store.readLog(item.caseId);
  expect(line?.facts["after"]).toMatch(/^甲 data:\(\d+ characters left out\)$/);
  expect(line?.facts["raw"]).toMatch(/^\(\d+ characters left out\)$/);
  expect(JSON.stringify(line)).not.toContain(Buffer.from(token).toString("base64").slice(4, 20));
});
