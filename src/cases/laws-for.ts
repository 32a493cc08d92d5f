/** The laws that apply by the two ages; an age nobody knows counts as under 18. */
import { type LawRow, lawRows } from "../data/applicable-laws.ts";
import type { AgeAnswer, Answers } from "./answers.ts";

export function lawRowFor({ ageNow, ageAtEvent }: Pick<Answers, "ageNow" | "ageAtEvent">): LawRow {
  const [now, then] = [countedAge(ageNow), countedAge(ageAtEvent)];
  const row = lawRows.find((one) => one.ageNow === now && (one.ageAtEvent ?? then) === then);
  if (!row) throw new RangeError(`no law row for ${now}, ${then}`);
  return row;
}

/** What an answer counts as where something depends on it. */
export function countedAge(age: AgeAnswer): "under-18" | "adult" {
  return age === "adult" ? "adult" : "under-18";
}
