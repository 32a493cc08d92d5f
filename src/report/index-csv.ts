/** `index.csv`: one row for each item, for any program that reads tables. */
import type { Language } from "../words/say.ts";
import { indexTable } from "./index-table.ts";
import type { ReportSubject } from "./report-subject.ts";
import { windowsCsv } from "./windows-text.ts";

export function indexCsv(language: Language, subject: ReportSubject): string {
  return windowsCsv(indexTable(language, subject));
}
