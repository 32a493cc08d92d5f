/** `00-READ-ME-FIRST.html`: what is in the folder, what to open, how to check it, what it cannot show. */
import { type Language, say, type WordKey } from "../words/say.ts";
import { limitSentences } from "./limit-sentences.ts";
import { type Markup, markup } from "./markup.ts";
import { reportPage } from "./report-page.ts";
import type { ReportSubject } from "./report-subject.ts";
import { documentTime } from "./taipei-time.ts";
import type { PasteName } from "./paste-name.ts";
import { verifyCommands } from "./verify-commands.ts";

export interface ReadMeSubject {
  subject: ReportSubject;
  share: {
    parts: readonly string[];
    pastes: readonly PasteName[];
    /** Whether there are any in this bundle. */
    hasImports: boolean;
    hasConversations: boolean;
  };
}

export function readMeFirst(language: Language, { subject, share }: ReadMeSubject): string {
  return reportPage(language, {
    title: say(language, "report.page-title", { code: subject.caseCode }),
    body: markup`<main>
<p class="mast">${say(language, "report.mast")}</p>
<h1>${say(language, "report.first.title")}</h1>
<p>${say(language, "report.case-line", { code: subject.caseCode })}　${say(language, "report.for-line", {
      recipient: say(language, `recipient.${subject.recipient}`),
    })}　${say(language, "report.count-line", { count: subject.items.length })}</p>
<p>${say(language, "report.sealed-line", { time: documentTime(language, subject.sealedAt.utc), utc: subject.sealedAt.utc })}</p>
<p><strong>${say(language, "report.keep-secret")}</strong></p>
<h2>${say(language, "report.first.files")}</h2>
${files(language, share)}
<h2>${say(language, "report.first.check")}</h2>
${checks(language)}
<h2>${say(language, "report.limits.title")}</h2>
<ul>${limitSentences(language).map((sentence) => markup`<li>${sentence}</li>`)}</ul>
<p>${say(language, "report.decided-by-court")}</p>
</main>`,
  });
}

function files(language: Language, share: ReadMeSubject["share"]): Markup {
  const { parts, pastes } = share;
  const has = (part: string, ...row: readonly [string, WordKey]) => (parts.includes(part) ? [row] : []);
  const rows: (readonly [string, WordKey])[] = [
    ["report/evidence-report.pdf", "report.first.report"],
    ...has("table", "report/index.ods", "document.first.table"),
    ["report/index.csv", "report.first.index"],
    ["report/urls.txt", "report.first.urls"],
    ...pastes.map((name) => [`report/${name}`, `report.first.${name}`] as const),
    ...has("captures", "captures/", "report.first.captures"),
    ...(share.hasImports ? has("captures", "imports/", "report.first.imports") : []),
    ...(share.hasConversations ? has("conversations", "conversations/", "report.first.conversations") : []),
    ...has("log-table", "custody/log.csv", "report.first.log"),
    ...has("facts", "case-facts.json", "document.first.facts"),
    ["case.json", "report.first.record"],
  ];
  return markup`<table><tbody>${rows.map(
    ([name, key]) => markup`<tr><th scope="row" class="mono">${name}</th><td>${say(language, key)}</td></tr>
`,
  )}</tbody></table>`;
}

function checks(language: Language): Markup {
  return markup`<p>${say(language, "report.first.seal")}</p>
<ol>${verifyCommands.map(
    ({
      key,
      command,
    }) => markup`<li>${say(language, `report.command.${key}`)}<br><span class="mono">${command}</span></li>
`,
  )}</ol>
<p>${say(language, "report.first.more")}</p>
<p>${say(language, "report.first.differs")}</p>`;
}
