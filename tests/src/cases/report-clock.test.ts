/** The 24-hour clocks: at their edges, in every state, and never giving more time than there is. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { utcAfter } from "../../../src/base/clock.ts";
import type { Answers } from "../../../src/cases/answers.ts";
import { caseFactsOf } from "../../../src/cases/case-facts.ts";
import { clockState, reportClocks } from "../../../src/cases/report-clock.ts";
import { factSequence } from "./fact-sequence.ts";

const start = "2026-11-21T06:34:00.000Z";
const due = "2026-11-22T06:34:00.000Z";
const later = (hours: number, minutes: number) => utcAfter(start, (hours * 60 + minutes) * 60_000);
const teacher: Answers = { ageNow: "under-18", ageAtEvent: "under-18", operator: "teacher" };
const known = { kind: "known" as const, known: { day: "2026-11-21", clock: "14:34", words: "" } };

describe("a clock", () => {
  it.each([
    [0, 0, { kind: "running", dueUtc: due, minutesLeft: 1_440, hoursPast: 0 }],
    [4, 40, { kind: "running", dueUtc: due, minutesLeft: 1_160, hoursPast: 4 }],
    [23, 59, { kind: "running", dueUtc: due, minutesLeft: 1, hoursPast: 23 }],
    [24, 0, { kind: "running", dueUtc: due, minutesLeft: 0, hoursPast: 24 }],
    [24, 1, { kind: "overdue", dueUtc: due, minutesOver: 1 }],
  ] as const)("%i:%i after the start", (hours, minutes, state) => {
    expect(clockState(start, later(hours, minutes), 24)).toEqual(state);
  });

  it("never gives more than its hours, also when its start was typed into the future", () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (minutes) => {
        const state = clockState(start, later(0, minutes), 24);
        if (state.kind === "running") expect(state.minutesLeft).toBeLessThanOrEqual(1_440);
        else expect(minutes).toBeGreaterThan(1_440);
      }),
    );
  });
});

describe("the clocks of a case", () => {
  it("stand still until somebody says since when it is known, then run from there in local time", () => {
    const before = reportClocks(caseFactsOf(teacher, []), start);
    expect(before.map(({ report, state }) => [report, state.kind])).toEqual([
      ["school-report", "not-started"],
      ["social-report", "not-started"],
    ]);
    const facts = caseFactsOf(teacher, factSequence(known));
    expect(reportClocks(facts, later(4, 40))[0]?.state).toMatchObject({ minutesLeft: 1_160 });
  });

  it("end with the report, each its own, even when it came late", () => {
    const submitted = {
      kind: "submission" as const,
      to: "social-report" as const,
      submitted: { day: "2026-11-23", clock: "09:00", words: "" },
      receipt: "TEST-0002",
      urlKeys: [],
      words: "",
    };
    const clocks = reportClocks(caseFactsOf(teacher, factSequence(known, submitted)), later(50, 0));
    expect(clocks.map(({ state }) => state.kind)).toEqual(["overdue", "reported"]);
  });
});
