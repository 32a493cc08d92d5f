/** The way through the school report's menu: one report, or two where bullying and harassment are mixed. */
import { type SchoolMatter, type SchoolReportRow, schoolReportRows } from "../data/school-report.ts";
import type { ViolenceType } from "../data/violence-types.ts";
import type { Answers } from "./answers.ts";
import type { Tags } from "./case-fact.ts";
import { countedAge } from "./laws-for.ts";

export interface SchoolReport {
  row: SchoolReportRow;
  /** The types to tick in this report; empty when none was chosen yet. */
  types: readonly ViolenceType[];
}

/**
 * The guideline asks only for the age of the person and not whether now or then: the age now decides.
 * Without any type chosen, the report is the one for harassment.
 */
export function schoolReports({ ageNow }: Pick<Answers, "ageNow">, tags: Tags): SchoolReport[] {
  const age = countedAge(ageNow);
  return mattersOf(tags, age).map((matter) => {
    const row = schoolReportRows.find((one) => one.age === age && one.matter === matter);
    if (!row) throw new RangeError(`no menu row for ${age}, ${matter}`);
    return { row, types: row.types.filter((type) => tags.types.includes(type)) };
  });
}

function mattersOf({ types, hasChildImage }: Tags, age: "under-18" | "adult"): SchoolMatter[] {
  const isBullying = types.includes("gender-hate");
  const isChildImage = hasChildImage && age === "under-18";
  const isHarassment = types.some((type) => type !== "gender-hate") || (!isBullying && !isChildImage);
  const first: SchoolMatter | null = isChildImage ? "child-image" : isHarassment ? "harassment" : null;
  return [...(first ? [first] : []), ...(isBullying ? (["bullying"] as const) : [])];
}

/** The menu path as one chooses it, from the main class to the event's name. */
export function menuPath({ main, sub, event }: SchoolReportRow): readonly string[] {
  return [main, sub, event];
}
