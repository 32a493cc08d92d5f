/** `evidence-report.html`: the report a person opens first; one file, readable and printable without anything else. */
import { type Language, say } from "../words/say.ts";
import { markup } from "./markup.ts";
import { reportCover } from "./report-cover.ts";
import { frameRules, reportItem } from "./report-item.ts";
import { reportPage } from "./report-page.ts";
import type { ReportSubject } from "./report-subject.ts";

export function evidenceReport(language: Language, subject: ReportSubject): string {
  return reportPage(language, {
    title: say(language, "report.page-title", { code: subject.caseCode }),
    body: markup`<main>
${reportCover(language, subject)}
${subject.items.map((reported) => reportItem(language, reported))}
</main>`,
    rules: subject.items.map(frameRules).join(""),
  });
}
