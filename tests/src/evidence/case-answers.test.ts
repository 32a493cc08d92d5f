/** A case and its answers: what mode they fix, what old cases become, how facts are written. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../../src/base/canonical-json.ts";
import { sha256Hex } from "../../../src/base/digest.ts";
import { AgeAnswer, type Answers, noAnswers, OperatorRole } from "../../../src/cases/answers.ts";
import { type BodyOf, type FactBody, longestText, noTags } from "../../../src/cases/case-fact.ts";
import { noTime } from "../../../src/cases/typed-time.ts";
import { checkChain, logLine } from "../../../src/custody/custody-chain.ts";
import { isSameMode, maskReason, readMaskReason } from "../../../src/evidence/capture-mode.ts";
import { answerCase } from "../../../src/evidence/answer-case.ts";
import { aboutOf, CaseFile, upgradeCase } from "../../../src/evidence/case-file.ts";
import { openCase, unsortedCase } from "../../../src/evidence/choose-case.ts";
import { readCaseFacts, recordFact } from "../../../src/evidence/record-fact.ts";
import { FixedClock } from "../../fakes/fixed-clock.ts";
import { MemoryStore } from "../../fakes/memory-store.ts";
import { markerAt } from "../../pages/masking/marker.ts";

const making = () => ({
  store: new MemoryStore(),
  clock: new FixedClock(),
  newId: () => crypto.randomUUID(),
});
const adults: Answers = { ageNow: "adult", ageAtEvent: "adult", operator: "self" };
const anyAnswers = fc.record({
  ageNow: fc.constantFrom(...AgeAnswer.options),
  ageAtEvent: fc.constantFrom(...AgeAnswer.options),
  operator: fc.constantFrom(...OperatorRole.options),
});

function fileWith(answers: Answers): CaseFile {
  const about = aboutOf(answers);
  const id = crypto.randomUUID();
  return {
    ...{ format: "keepleaf-case-2", id, code: "A-01", about, answers, continues: null, createdAtUtc: "" },
  };
}

const consent: BodyOf<"consent"> = {
  kind: "consent",
  who: "本人，當面",
  given: noTime,
  scopes: ["pictures"],
};

const agreed = {
  ...{ id: "", body: consent, at: new FixedClock().now(), correctedAt: null, sequence: 1, earlier: [] },
};

describe("the mode of a case", () => {
  it("lets pictures be drawn only in an adult's own case, or with recorded consent", () => {
    fc.assert(
      fc.property(anyAnswers, fc.boolean(), (answers, isAgreed) => {
        const isOpen =
          maskReason(fileWith(answers), { answers, consents: isAgreed ? [agreed] : [] }) === null;
        const isAdult = answers.ageNow === "adult" && answers.ageAtEvent === "adult";
        expect(isOpen).toBe(isAdult && (answers.operator === "self" || isAgreed));
      }),
    );
  });

  it("says why pictures are hidden", () => {
    const reason = (answers: Answers) => maskReason(fileWith(answers), { answers, consents: [] });
    expect(reason({ ...adults, ageAtEvent: "under-18" })).toBe("under-18");
    expect(reason({ ...adults, ageNow: "unknown" })).toBe("age-unknown");
    expect(reason({ ...adults, operator: "parent" })).toBe("no-consent");
    expect(reason({ ...adults, operator: "unknown" })).toBe("no-consent");
    expect(reason(adults)).toBeNull();
  });

  it("may go on under other answers only where nothing changes for pictures", () => {
    const teacher: Answers = { ageNow: "under-18", ageAtEvent: "under-18", operator: "teacher" };
    expect(isSameMode(noAnswers, teacher)).toBe(true);
    expect(isSameMode(teacher, adults)).toBe(false);
    expect(isSameMode(adults, { ...adults, operator: "parent" })).toBe(false);
    expect(isSameMode({ ...adults, operator: "lawyer" }, { ...adults, operator: "parent" })).toBe(true);
    expect(isSameMode(adults, teacher)).toBe(false);
  });
});

describe("opening a case", () => {
  it("takes what nobody has answered into one case without answers", async () => {
    const tools = making();
    const first = await unsortedCase(tools);
    await openCase(tools, adults);
    expect(await unsortedCase(tools)).toEqual(first);
    expect(first).toMatchObject({ about: "unknown", answers: noAnswers, code: "A-01" });
  });

  it("writes the answers into its log, and the new code into the log of the case it continues", async () => {
    const tools = making();
    const first = await unsortedCase(tools);
    const second = await openCase(tools, { ...noAnswers, ageNow: "under-18" }, first);
    expect(CaseFile.safeParse(second).success).toBe(true);
    expect(second).toMatchObject({ about: "minor", continues: "A-01", answers: { ageAtEvent: "under-18" } });
    const [created] = await tools.store.readLog(second.id);
    expect(created).toMatchObject({
      action: "case.created",
      facts: { ageNow: "under-18", continues: "A-01" },
    });
    const last = (await tools.store.readLog(first.id)).at(-1);
    expect(last).toMatchObject({ action: "case.continued", facts: { code: "A-02" } });
  });
});

describe("answering the four questions", () => {
  const child: Answers = { ageNow: "under-18", ageAtEvent: "under-18", operator: "teacher" };

  it("goes on in the same case where nothing changes for pictures, and the next unsorted page gets another", async () => {
    const tools = making();
    const first = await unsortedCase(tools);
    const answered = await answerCase(tools, { answers: child, consent: null }, first);
    expect(answered.id).toBe(first.id);
    const facts = await readCaseFacts(tools.store, first);
    expect(facts.answers).toEqual(child);
    expect(maskReason(first, facts)).toBe("under-18");
    await answerCase(tools, { answers: child, consent: null }, first);
    expect(await tools.store.listFacts(first.id)).toHaveLength(1);
    expect((await unsortedCase(tools)).id).not.toBe(first.id);
  });

  it("opens another case where it would, in both directions, and consent counts from then on", async () => {
    const tools = making();
    const first = await unsortedCase(tools);
    const helper: Answers = { ...adults, operator: "social-worker" };
    const helped = await answerCase(tools, { answers: helper, consent: null }, first);
    expect(helped).toMatchObject({ about: "adult", continues: first.code });
    expect(await readMaskReason(tools.store, helped)).toBe("no-consent");
    await answerCase(tools, { answers: helper, consent }, helped);
    expect(await readMaskReason(tools.store, helped)).toBeNull();
    const tighter = await answerCase(tools, { answers: child, consent: null }, helped);
    expect(tighter).toMatchObject({ about: "minor", continues: helped.code });
    expect(await readMaskReason(tools.store, tighter)).toBe("under-18");
  });
});

describe("a case of the first form", () => {
  const old = { format: "keepleaf-case-1", id: crypto.randomUUID(), code: "A-01", createdAtUtc: "" } as const;
  it.each([
    ["adult", "adult"],
    ["minor", "unknown"],
    ["unknown", "unknown"],
  ] as const)("about %s keeps that, with the age %s and nobody at the keyboard", (about, age) => {
    const upgraded = upgradeCase({ ...old, about });
    expect(CaseFile.safeParse(upgraded).success).toBe(true);
    expect(upgraded).toMatchObject({ about, code: "A-01", answers: { ageNow: age, operator: "unknown" } });
    expect(maskReason(upgraded, { answers: upgraded.answers, consents: [] })).not.toBeNull();
    expect(upgradeCase(upgraded)).toBe(upgraded);
  });
});

function incident(words: string): FactBody {
  return { kind: "incident", incident: "said", happened: noTime, account: "", words, tags: noTags };
}

describe("writing down a fact", () => {
  it("ties the record to a log line by its digest, and leaves the words out of the log", async () => {
    const tools = making();
    const file = await unsortedCase(tools);
    const fact = await recordFact(tools, { caseId: file.id, body: incident("測試的話"), replaces: null });
    await recordFact(tools, { caseId: file.id, body: incident("改過的話"), replaces: fact.id });
    const log = await tools.store.readLog(file.id);
    expect(log.map(({ action }) => action)).toEqual(["case.created", "fact.added", "fact.corrected"]);
    expect(log[1]).toMatchObject({
      sequence: fact.sequence,
      facts: { factSha256: await sha256Hex(canonicalJson(fact)) },
    });
    expect(JSON.stringify(log)).not.toContain("的話");
    expect((await checkChain(log.map(logLine))).kind).toBe("sound");
    expect((await readCaseFacts(tools.store, file)).incidents).toMatchObject([
      { body: { words: "改過的話" } },
    ]);
  });

  it("of one item names it in the log, so that the item's history has the line", async () => {
    const tools = making();
    const file = await unsortedCase(tools);
    const itemId = crypto.randomUUID();
    const body = (of: string | null): FactBody => ({ kind: "tags", itemId: of, tags: noTags });
    const chosen = await recordFact(tools, { caseId: file.id, body: body(itemId), replaces: null });
    await recordFact(tools, { caseId: file.id, body: body(itemId), replaces: chosen.id });
    await recordFact(tools, { caseId: file.id, body: body(null), replaces: null });
    const log = await tools.store.readLog(file.id);
    expect(log.slice(1).map(({ action, facts }) => [action, facts["itemId"]])).toEqual([
      ["fact.added", itemId],
      ["fact.corrected", itemId],
      ["fact.added", undefined],
    ]);
  });

  it("keeps twenty written at once, each on its own line", async () => {
    const tools = making();
    const file = await unsortedCase(tools);
    const words = Array.from({ length: 20 }, (_, index) => `第 ${index} 件`);
    await Promise.all(
      words.map((said) => recordFact(tools, { caseId: file.id, body: incident(said), replaces: null })),
    );
    const { incidents } = await readCaseFacts(tools.store, file);
    expect(incidents.map(({ body }) => body.words).toSorted()).toEqual(words.toSorted());
    expect(new Set(incidents.map(({ sequence }) => sequence)).size).toBe(20);
  });
});

describe("what is not in its form", () => {
  it.each([
    ["too long", incident("長".repeat(longestText + 1))],
    ["a day that is none", { kind: "known", known: { day: "2026-02-31", clock: null, words: "" } }],
    ["an address that is none", { kind: "urls", urls: ["javascript:1"] }],
    [
      "an amount with words",
      {
        kind: "payment",
        means: "bank",
        isPaid: true,
        account: "",
        amount: "一萬",
        currency: "TWD",
        paid: noTime,
        words: "",
      },
    ],
  ] as [string, FactBody][])("refuses what is %s and writes nothing", async (_name, body) => {
    const tools = making();
    const file = await unsortedCase(tools);
    await expect(recordFact(tools, { caseId: file.id, body, replaces: null })).rejects.toMatchObject({
      code: "fact-refused",
    });
    expect([
      (await tools.store.listFacts(file.id)).length,
      (await tools.store.readLog(file.id)).length,
    ]).toEqual([0, 1]);
  });
});

it("writes no picture down, in whatever letters it was typed or pasted", async () => {
  const tools = making();
  const file = await unsortedCase(tools);
  const { dataPng, pngBytes, svgText } = markerAt(1);
  const words = `先 ${dataPng} 再 ${pngBytes.toString("hex")}。又 ${svgText} 後`;
  await recordFact(tools, { caseId: file.id, body: incident(words), replaces: null });
  const [fact] = (await readCaseFacts(tools.store, file)).incidents;
  const leftOut = String.raw`\(\d+ characters left out\)`;
  expect(fact?.body.words).toMatch(new RegExp(`^先 data:${leftOut} 再 ${leftOut}。又 ${leftOut} 後$`));
});
