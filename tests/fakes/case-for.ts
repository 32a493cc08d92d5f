/** A case about an age, opened as its own person would: an adult's lets pictures be drawn. */
import type { Answers } from "../../src/cases/answers.ts";
import type { AboutAge, CaseFile } from "../../src/evidence/case-file.ts";
import { type CaseMaking, openCase } from "../../src/evidence/choose-case.ts";

export const answersAbout: Record<AboutAge, Answers> = {
  adult: { ageNow: "adult", ageAtEvent: "adult", operator: "self" },
  minor: { ageNow: "under-18", ageAtEvent: "under-18", operator: "self" },
  unknown: { ageNow: "unknown", ageAtEvent: "unknown", operator: "unknown" },
};

/** The newest one about this age, else a new one. */
export async function caseFor(making: CaseMaking, about: AboutAge): Promise<CaseFile> {
  const cases = (await making.store.listCases()).filter((file) => file.about === about);
  const newest = cases.sort((one, other) => other.createdAtUtc.localeCompare(one.createdAtUtc))[0];
  return newest ?? openCase(making, answersAbout[about]);
}
