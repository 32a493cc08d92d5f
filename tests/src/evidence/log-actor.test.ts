/** Every line of a log says in what role somebody was at the keyboard: as the case's answers say, and never a name. */
import { expect, test } from "vitest";
import { type Answers, OperatorRole } from "../../../src/cases/answers.ts";
import { noTime } from "../../../src/cases/typed-time.ts";
import { actorRoles } from "../../../src/custody/custody-entry.ts";
import { answerCase } from "../../../src/evidence/answer-case.ts";
import { openCase } from "../../../src/evidence/choose-case.ts";
import { correctField } from "../../../src/evidence/corrections.ts";
import { deleteItem } from "../../../src/evidence/delete-item.ts";
import { recordCustody } from "../../../src/evidence/record-custody.ts";
import { recordFact } from "../../../src/evidence/record-fact.ts";
import { FixedClock } from "../../fakes/fixed-clock.ts";
import { MemoryStore } from "../../fakes/memory-store.ts";
import { keptCase } from "../../interface/kept-case.ts";

const making = () => ({
  store: new MemoryStore(),
  clock: new FixedClock(),
  newId: () => crypto.randomUUID(),
});
const minors = (operator: Answers["operator"]): Answers => ({
  ageNow: "under-18",
  ageAtEvent: "under-18",
  operator,
});

async function actorsOf(store: MemoryStore, caseId: string): Promise<unknown[]> {
  return (await store.readLog(caseId)).map(({ actor }) => actor);
}

test("the roles of a log are those that can be answered", () => {
  expect([...actorRoles]).toEqual([...OperatorRole.options]);
});

test.each(OperatorRole.options)(
  "whoever answered %s is that in every line, from the first",
  async (operator) => {
    const here = making();
    const file = await openCase(here, minors(operator));
    const body = { kind: "known", known: noTime } as const;
    await recordFact(here, { caseId: file.id, body, replaces: null });
    const draft = { caseId: file.id, at: here.clock.now(), action: "item.viewed" as const, facts: {} };
    await recordCustody(here.store, draft);
    expect(await actorsOf(here.store, file.id)).toEqual([operator, operator, operator]);
  },
);

test("another answer counts from the next line on, and what was written before stays", async () => {
  const here = making();
  const file = await openCase(here, minors("parent"));
  await answerCase(here, { answers: minors("social-worker"), consent: null }, file);
  await recordCustody(here.store, {
    caseId: file.id,
    at: here.clock.now(),
    action: "item.viewed",
    facts: {},
  });
  expect(await actorsOf(here.store, file.id)).toEqual(["parent", "parent", "social-worker"]);
});

test("a case that goes on in another is closed by whoever answered anew", async () => {
  const here = making();
  const file = await openCase(here, minors("teacher"));
  const adults: Answers = { ageNow: "adult", ageAtEvent: "adult", operator: "self" };
  const next = await answerCase(here, { answers: adults, consent: null }, file);
  expect(await actorsOf(here.store, file.id)).toEqual(["teacher", "self"]);
  expect(await actorsOf(here.store, next.id)).toEqual(["self"]);
});

test("keeping, reading back, correcting and deleting each have it", async () => {
  const kept = await keptCase("minor");
  const item = await kept.keep();
  await correctField(kept, item, {
    field: "posterName",
    before: null,
    after: "測試帳號",
    method: "typed",
    locator: "",
  });
  await deleteItem(kept, item.id, "not-said");
  const log = await kept.store.readLog(kept.caseFile.id);
  expect(log.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["item.kept", "item.read-back", "item.corrected", "item.deleted"]),
  );
  const roles = new Set(log.map(({ actor }) => actor));
  expect([...roles]).toEqual([kept.caseFile.answers.operator]);
});
