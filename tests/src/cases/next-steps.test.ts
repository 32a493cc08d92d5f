/** The next steps: always in the order that loses nothing, one of them for now. */
import { expect, it } from "vitest";
import type { OperatorRole } from "../../../src/cases/answers.ts";
import type { FactBody } from "../../../src/cases/case-fact.ts";
import { caseFactsOf } from "../../../src/cases/case-facts.ts";
import { nextSteps } from "../../../src/cases/next-steps.ts";
import { noTime } from "../../../src/cases/typed-time.ts";
import { factSequence } from "./fact-sequence.ts";

function stepsFor(operator: OperatorRole, keptCount: number, ...bodies: FactBody[]): string[] {
  const answers = { ageNow: "under-18", ageAtEvent: "under-18", operator } as const;
  const facts = caseFactsOf(answers, factSequence(...bodies));
  return nextSteps(facts, keptCount).map(({ id, state }) => `${id} ${state}`);
}

function submission(to: "police" | "image-center" | "social-report"): FactBody {
  return { kind: "submission", to, submitted: noTime, receipt: "", urlKeys: [], words: "" };
}

it("begin with keeping, and name the reports only to those who report", () => {
  expect(stepsFor("teacher", 0)).toEqual([
    "keep now",
    "police-and-center later",
    "school-report later",
    "social-report later",
    "platform later",
    "privacy later",
  ]);
  expect(stepsFor("self", 0)).toEqual([
    "keep now",
    "police-and-center later",
    "platform later",
    "privacy later",
  ]);
});

it("go on to the first that is not done, whatever was done before its turn", () => {
  const blocked = { kind: "action", action: "reported", done: noTime, words: "" } as const;
  expect(stepsFor("self", 2, blocked, submission("police"))).toEqual([
    "keep done",
    "police-and-center now",
    "platform done",
    "privacy later",
  ]);
  expect(stepsFor("social-worker", 1, submission("police"), submission("image-center"))).toEqual([
    "keep done",
    "police-and-center done",
    "social-report now",
    "platform later",
    "privacy later",
  ]);
});
