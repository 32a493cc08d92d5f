/** The menu of the school report (校安通報), as the guideline prints it. */
import type { Dated } from "./dated.ts";
import file from "./school-report.json" with { type: "json" };
import type { ViolenceType } from "./violence-types.ts";

export const schoolMatters = ["harassment", "bullying", "child-image"] as const;
export type SchoolMatter = (typeof schoolMatters)[number];

export interface SchoolReportRow {
  age: "under-18" | "adult";
  matter: SchoolMatter;
  /** 主類別, 次類別, 事件名稱選取: labels of the system's menu, Chinese whatever the language of the screen. */
  main: string;
  sub: string;
  event: string;
  /** A type to choose before the others; null where there is none. */
  special: string | null;
  /** The types this branch offers. */
  types: readonly ViolenceType[];
}

export const schoolReportRows = file.rows as readonly SchoolReportRow[];
export const schoolReportDated: Dated = file;
/** Hours from the time the first person at the school knew. */
export const schoolReportHours: number = file.limitHours;
/** What to choose at 數位/網路性別暴力事件類型. */
export const digitalAnswer: string = file.digitalAnswer;
