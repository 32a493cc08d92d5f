/** What people wrote down: corrections add, nothing is lost, and what cannot be read is counted. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allTags, tagsOfItem } from "../../../src/cases/all-tags.ts";
import { noAnswers } from "../../../src/cases/answers.ts";
import { type BodyOf, type FactBody, noTags, type Tags } from "../../../src/cases/case-fact.ts";
import { caseFactsOf, hasPictureConsent } from "../../../src/cases/case-facts.ts";
import { countsByAccount, toldEvents } from "../../../src/cases/timeline.ts";
import { noTime } from "../../../src/cases/typed-time.ts";
import { factId, factSequence } from "./fact-sequence.ts";

function incident(words: string, changes: Partial<BodyOf<"incident">> = {}): BodyOf<"incident"> {
  return {
    kind: "incident",
    incident: "said",
    happened: noTime,
    account: "",
    words,
    tags: noTags,
    ...changes,
  };
}

const takenBack: FactBody = { kind: "withdrawn", because: "" };

describe("facts", () => {
  it("stand in their latest wording, with every earlier one", () => {
    const facts = caseFactsOf(
      noAnswers,
      factSequence(incident("一"), [1, incident("二")], [2, incident("三")]),
    );
    expect(facts.incidents).toHaveLength(1);
    expect(facts.incidents[0]).toMatchObject({ id: factId(3), body: { words: "三" } });
    expect(facts.incidents[0]?.earlier).toMatchObject([{ words: "一" }, { words: "二" }]);
  });

  it("that were taken back are still there to read", () => {
    const facts = caseFactsOf(noAnswers, factSequence(incident("一"), [1, takenBack]));
    expect(facts.incidents).toEqual([]);
    expect(facts.withdrawn).toMatchObject([{ body: { words: "一" } }]);
  });

  it("lose no wording, whatever is corrected or taken back in whatever order", () => {
    const step = fc.tuple(fc.option(fc.nat({ max: 12 })), fc.boolean(), fc.string({ maxLength: 5 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const records = factSequence(
          ...steps.map(([replaced, isBack, words]) => {
            const body = isBack ? takenBack : incident(words);
            return replaced === null ? body : ([replaced, body] as const);
          }),
        );
        const facts = caseFactsOf(noAnswers, records);
        const said = [...facts.incidents, ...facts.withdrawn].flatMap(({ body, earlier }) => [
          ...earlier,
          body,
        ]);
        const written = records.flatMap(({ body }) => (body.kind === "incident" ? [body] : []));
        expect(said.length).toBe(written.length);
        expect(facts.records.length).toBe(records.length);
      }),
    );
  });

  it("that this version cannot read are counted, and hide nothing else", () => {
    const records = [...factSequence(incident("一")), { format: "keepleaf-fact-9" }, null];
    expect(caseFactsOf(noAnswers, records)).toMatchObject({
      unreadable: 2,
      incidents: [{ body: { words: "一" } }],
    });
  });
});

describe("the answers and the consent of a case", () => {
  it("hold the answers as last given, and those of the start until then", () => {
    const answers = { ageNow: "under-18", ageAtEvent: "under-18", operator: "teacher" } as const;
    expect(caseFactsOf(noAnswers, []).answers).toBe(noAnswers);
    expect(caseFactsOf(noAnswers, factSequence({ kind: "answers", answers })).answers).toEqual(answers);
  });

  it("count consent only with pictures in it, and no longer after it was taken back", () => {
    const consent = (...scopes: BodyOf<"consent">["scopes"]): FactBody => ({
      kind: "consent",
      who: "本人",
      given: noTime,
      scopes,
    });
    const has = (...given: (FactBody | [number, FactBody])[]) =>
      hasPictureConsent(caseFactsOf(noAnswers, factSequence(...given)));
    expect(has(consent("police"))).toBe(false);
    expect(has(consent("pictures"))).toBe(true);
    expect(has(consent("pictures"), [1, takenBack])).toBe(false);
  });
});

describe("the ten types and the eight forms", () => {
  const [first, second] = [factId(101), factId(102)];
  const tagsOf = (itemId: string | null, tags: Partial<Tags>): FactBody => ({
    kind: "tags",
    itemId,
    tags: { ...noTags, ...tags },
  });

  it("stand with each item as last chosen, with what was chosen before", () => {
    const facts = caseFactsOf(
      noAnswers,
      factSequence(tagsOf(first, { types: ["doxing"] }), tagsOf(second, { stalking: ["sending"] }), [
        1,
        tagsOf(first, { types: ["sextortion"], stalking: ["disturbing"] }),
      ]),
    );
    expect(tagsOfItem(facts, first)).toEqual({
      types: ["sextortion"],
      stalking: ["disturbing"],
      hasChildImage: false,
    });
    expect(facts.itemTags.get(first)?.earlier).toMatchObject([{ tags: { types: ["doxing"] } }]);
    expect(tagsOfItem(facts, second).stalking).toEqual(["sending"]);
    expect(tagsOfItem(facts, factId(103))).toEqual(noTags);
    expect(facts.tags).toEqual(noTags);
  });

  it("of the whole case are those of items that are there, of accounts, and of the case, each once", () => {
    const facts = caseFactsOf(
      noAnswers,
      factSequence(
        tagsOf(null, { types: ["impersonation"] }),
        tagsOf(first, { types: ["gender-hate", "impersonation"], hasChildImage: true }),
        tagsOf(second, { types: ["recruiting"] }),
        incident("一", { tags: { types: ["sextortion"], stalking: ["watching"], hasChildImage: false } }),
      ),
    );
    expect(allTags(facts, [first])).toEqual({
      types: ["gender-hate", "sextortion", "impersonation"],
      stalking: ["watching"],
      hasChildImage: true,
    });
    expect(allTags(facts, []).hasChildImage).toBe(false);
  });
});

describe("the timeline", () => {
  it("runs by the time it happened, not by the time it was written down", () => {
    const on = (day: string, clock: string | null) => ({ happened: { day, clock, words: "" } });
    const facts = caseFactsOf(
      noAnswers,
      factSequence(
        incident("後", on("2026-11-14", "09:30")),
        incident("先", on("2026-11-14", null)),
        incident("不記得"),
        { kind: "action", action: "blocked", done: { day: "2026-11-13", clock: null, words: "" }, words: "" },
      ),
    );
    expect(toldEvents(facts).map(({ entry: { body } }) => body.words)).toEqual(["不記得", "", "先", "後"]);
  });

  it("counts how often each account did something", () => {
    const facts = caseFactsOf(
      noAnswers,
      factSequence(
        incident("一", { account: "測試帳號甲" }),
        incident("二", { account: " 測試帳號甲" }),
        incident("三"),
      ),
    );
    expect([...countsByAccount(facts)]).toEqual([["測試帳號甲", 2]]);
  });
});
