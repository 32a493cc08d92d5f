/** Who is bound to report a case, and to whom: by the age now and by who is at the keyboard. */
import { boundRoles, type DutyRow, dutyRows } from "../data/reporting-duty.ts";
import type { Answers, OperatorRole } from "./answers.ts";
import { countedAge } from "./laws-for.ts";

/** The social report's row of the table; `isKnownWho` asks for the further report of a suspect, null where there is none. */
export function dutyFor({ ageNow }: Pick<Answers, "ageNow">, isKnownWho = false): DutyRow | null {
  const age = countedAge(ageNow);
  return dutyRows.find((row) => row.ageNow === age && row.isKnownWho === isKnownWho) ?? null;
}

/** Whether this role stands on the list of bound occupations. `other` may, but only the person knows. */
export function isBound(operator: OperatorRole): boolean {
  return boundRoles.includes(operator);
}

export type ReportId = "school-report" | "social-report";

/** The reports with a clock for this case: only where the role is bound. */
export function clockedReports(answers: Answers): ReportId[] {
  const reports: ReportId[] = answers.operator === "teacher" ? ["school-report"] : [];
  const mustReport = dutyFor(answers)?.duty === "must-report";
  return mustReport && isBound(answers.operator) ? [...reports, "social-report"] : reports;
}

/** The reports worth a step of their own, with a clock or without. */
export function steppedReports(answers: Answers): ReportId[] {
  const isAtSchool = answers.operator === "teacher";
  const knowsChild = countedAge(answers.ageNow) === "under-18";
  const isHelper =
    isBound(answers.operator) || answers.operator === "other" || answers.operator === "unknown";
  return [
    ...(isAtSchool ? (["school-report"] as const) : []),
    ...(isBound(answers.operator) || (isHelper && knowsChild) ? (["social-report"] as const) : []),
  ];
}
