/** `log.csv`: the log of the case as a table for people; `log.jsonl` beside it is the chain itself. */
import { sha256Hex } from "../base/digest.ts";
import { logLine } from "../custody/custody-chain.ts";
import type { CustodyEntry } from "../custody/custody-entry.ts";
import { type Language, say } from "../words/say.ts";
import { taipeiTime } from "./taipei-time.ts";
import { windowsCsv } from "./windows-text.ts";

const columns = [
  "report.log.line",
  "report.log.taipei",
  "report.log.utc",
  "report.log.action",
  "report.log.actor",
  "report.log.facts",
  "report.log.fingerprint",
  "report.log.previous",
] as const;

export async function logCsv(language: Language, log: readonly CustodyEntry[]): Promise<string> {
  const rows: string[][] = [];
  for (const entry of log) rows.push(await row(language, entry));
  return windowsCsv([columns.map((key) => say(language, key)), ...rows]);
}

async function row(language: Language, entry: CustodyEntry): Promise<string[]> {
  return [
    String(entry.sequence + 1),
    taipeiTime(language, entry.at.utc),
    entry.at.utc,
    say(language, `action.${entry.action}`),
    entry.actor === undefined ? "" : say(language, `document.operator.${entry.actor}`),
    Object.entries(entry.facts)
      .map(([name, value]) => `${name}=${String(value)}`)
      .join("; "),
    await sha256Hex(logLine(entry)),
    entry.previous,
  ];
}
