/** Who must report to social services (社政通報), within which time, and who need not. */
import type { Dated } from "./dated.ts";
import file from "./reporting-duty.json" with { type: "json" };

export interface DutyRow {
  ageNow: "under-18" | "adult";
  /** Whether this row is about a suspect who is known. */
  isKnownWho: boolean;
  duty: "must-report" | "as-the-person-wishes";
  to: "social-report" | "police";
}

export const dutyRows = file.rows as readonly DutyRow[];
export const dutyDated: Dated = file;
/** Hours from the time of knowing. */
export const socialReportHours: number = file.limitHours;
/** Host name, shown as text. */
export const socialReportSite: string = file.site;
/** The roles of the intake that stand on the list of bound occupations. */
export const boundRoles: readonly string[] = file.boundRoles;
/** As the law lists them (條例 §7), Chinese whatever the language of the screen. */
export const boundOccupations: readonly string[] = file.boundOccupations;
