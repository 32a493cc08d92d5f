/** When to ask whether what was kept is still needed: to the minute, and at once where consent ended. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { utcAfter } from "../../../src/base/clock.ts";
import type { Answers, OperatorRole } from "../../../src/cases/answers.ts";
import type { CaseFact, FactBody } from "../../../src/cases/case-fact.ts";
import { caseFactsOf } from "../../../src/cases/case-facts.ts";
import { noTime } from "../../../src/cases/typed-time.ts";
import { reminderDays } from "../../../src/data/retention.ts";
import { aboutOf, type CaseFile } from "../../../src/evidence/case-file.ts";
import type { StoredItem } from "../../../src/evidence/evidence-store.ts";
import { retentionDue } from "../../../src/evidence/retention.ts";
import { factSequence } from "../cases/fact-sequence.ts";
import { at, caseFile, itemNumber } from "../../store/store-samples.ts";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const utcOn = (days: number, minutes = 0) => utcAfter(at.utc, days * dayMs + minutes * minuteMs);

function fileFor(operator: OperatorRole, ageNow: Answers["ageNow"] = "adult"): CaseFile {
  const answers: Answers = { ageNow, ageAtEvent: ageNow, operator };
  return { ...caseFile, about: aboutOf(answers), answers };
}

const frame = {
  name: "frame-0.png",
  kind: "frame",
  mediaType: "image/png",
  sizeBytes: 1,
  sha256: "0".repeat(64),
};

function kept(number: number, isMasked: boolean, keptUtc = at.utc): StoredItem {
  const files = [frame] as StoredItem["item"]["files"];
  return {
    item: { ...itemNumber(number), isMasked, files, startedAt: { ...at, utc: keptUtc } },
    readBackAt: at,
  };
}

const agreed: FactBody = { kind: "consent", who: "本人", given: noTime, scopes: ["pictures"] };
const takenBack: readonly [number, FactBody] = [1, { kind: "withdrawn", because: "" }];
const stays: FactBody = { kind: "kept-on", because: "" };

/** Written down at the given day each. */
function factsOn(file: CaseFile, ...dated: [day: number, body: FactBody | readonly [number, FactBody]][]) {
  const records = factSequence(...dated.map(([, body]) => body));
  const onDay = (fact: CaseFact, index: number) => ({
    ...fact,
    at: { ...at, utc: utcOn(dated[index]?.[0] ?? 0) },
  });
  return { caseFile: file, facts: caseFactsOf(file.answers, records.map(onDay)) };
}

describe("what lies here for long", () => {
  it.each([
    [reminderDays - 1, 1_439, null],
    [reminderDays, 0, [1]],
    [reminderDays, 1, [1]],
  ] as const)("after %i days and %i minutes", (days, minutes, numbers) => {
    const due = retentionDue(factsOn(fileFor("self")), [kept(1, false)], utcOn(days, minutes));
    expect(due?.items.map(({ item }) => item.number) ?? null).toEqual(numbers);
  });

  it("is asked about in every mode, and only the items that are old enough", () => {
    fc.assert(
      fc.property(
        fc.constantFrom<OperatorRole>("self", "parent", "teacher", "social-worker", "unknown"),
        fc.constantFrom<Answers["ageNow"]>("under-18", "adult", "unknown"),
        fc.array(fc.integer({ min: 0, max: 2 * reminderDays }), { maxLength: 20 }),
        (operator, age, days) => {
          const file = fileFor(operator, age);
          const items = days.map((day, index) => kept(index + 1, true, utcOn(-day)));
          const due = retentionDue(factsOn(file), items, at.utc);
          const old = items.filter((_, index) => (days[index] ?? 0) >= reminderDays);
          expect(due?.items ?? []).toEqual(old);
          if (due) expect(due).toMatchObject({ why: "kept-long", pictured: 0 });
        },
      ),
    );
  });

  it("is left alone for as long again where somebody decided that it stays", () => {
    const decided = factsOn(fileFor("self"), [reminderDays + 10, stays]);
    const items = [kept(1, false)];
    expect(retentionDue(decided, items, utcOn(reminderDays + 11))).toBeNull();
    expect(retentionDue(decided, items, utcOn(2 * reminderDays + 10))).toMatchObject({
      why: "kept-long",
      pictured: 1,
      sinceUtc: at.utc,
    });
  });
});

describe("consent that was taken back", () => {
  const helper = fileFor("social-worker");
  const items = [kept(1, false), kept(2, true)];

  it("is told at once, and only of pictures that were not hidden", () => {
    const standing = factsOn(helper, [0, agreed]);
    expect(retentionDue(standing, items, utcOn(1))).toBeNull();
    const due = retentionDue(factsOn(helper, [0, agreed], [1, takenBack]), items, utcOn(1));
    expect(due).toMatchObject({ why: "consent-withdrawn", pictured: 1 });
    expect(due?.items.map(({ item }) => item.number)).toEqual([1]);
  });

  it("is told again where somebody decided before it, and waits where they decided after it", () => {
    const before = factsOn(helper, [0, agreed], [1, stays], [2, takenBack]);
    expect(retentionDue(before, items, utcOn(3))?.why).toBe("consent-withdrawn");
    const later = factsOn(helper, [0, agreed], [1, takenBack], [2, stays]);
    expect(retentionDue(later, items, utcOn(3))).toBeNull();
    expect(retentionDue(later, items, utcOn(2 + reminderDays))?.why).toBe("consent-withdrawn");
  });

  it("that is given again asks nothing", () => {
    const again = factsOn(helper, [0, agreed], [1, takenBack], [2, agreed]);
    expect(retentionDue(again, items, utcOn(3))).toBeNull();
  });

  it("asks nothing in a person's own record, nor where every picture is hidden", () => {
    const own = factsOn(fileFor("self"), [0, agreed], [1, takenBack]);
    expect(retentionDue(own, items, utcOn(2))).toBeNull();
    const hidden = factsOn(fileFor("teacher", "under-18"), [0, agreed], [1, takenBack]);
    expect(retentionDue(hidden, [kept(2, true)], utcOn(2))).toBeNull();
  });
});
