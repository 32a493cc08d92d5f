/** `paste-165.txt`: the money and the accounts, as the anti-fraud line asks for them. */
import { type Language, say } from "../words/say.ts";
import { incidentLine, listed, paymentLine } from "./fact-words.ts";
import { headingOf } from "./item-words.ts";
import { accountLines } from "./paste-police.ts";
import type { ReportSubject } from "./report-subject.ts";
import { windowsText } from "./windows-text.ts";

export function paste165(language: Language, subject: ReportSubject): string {
  const { facts, items, noted } = subject;
  const demands = facts.incidents.filter(
    ({ body }) => body.incident === "demand" || body.incident === "first-contact",
  );
  return windowsText([
    say(language, "document.165.title"),
    say(language, "report.by-public-guidance"),
    say(language, "report.case-line", { code: subject.caseCode }),
    "",
    say(language, "document.165.money"),
    ...listed(
      language,
      facts.payments.map((entry) => paymentLine(language, entry)),
    ),
    "",
    say(language, "document.165.demands"),
    ...listed(
      language,
      demands.map((entry) => incidentLine(language, entry)),
    ),
    "",
    say(language, "document.165.accounts"),
    ...accountLines(language, items),
    "",
    say(language, "document.165.pages"),
    ...new Set([...items.map(({ item }) => item.address.url || headingOf(language, item)), ...noted]),
  ]);
}
