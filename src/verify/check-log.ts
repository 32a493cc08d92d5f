/** Checks the log's chain from its first line and holds its end against the head inside the seal. */
import type { AnyBagInfo } from "../bundle/bag-info.ts";
import { bagPaths } from "../bundle/bag-layout.ts";
import { checkChain } from "../custody/custody-chain.ts";
import { CustodyEntry } from "../custody/custody-entry.ts";
import { bundleLimits } from "../bundle/bundle-limits.ts";
import type { BagFacts } from "./bag-facts.ts";
import type { Finding } from "./finding.ts";

export interface LogCheck {
  findings: Finding[];
  lines: number;
  /** Null unless the chain is whole: what it says is then not asked. */
  entries: CustodyEntry[] | null;
}

/** No line of ours comes near this; the schema caps each fact. */
const longestLine = bundleLimits.jsonBytes / 16;

export async function checkLog(bag: BagFacts, info: AnyBagInfo | null): Promise<LogCheck> {
  const fact = bag.files.get(bagPaths.log);
  if (!fact || fact.sha256 === null) return { findings: [], lines: 0, entries: null };
  const lines = (fact.text ?? "\uFFFD").split("\n");
  const tail = lines.pop();
  const tooLong = lines.findIndex((line) => line.length > longestLine);
  if (tail !== "" || tooLong !== -1) {
    const line = tooLong === -1 ? lines.length + 1 : tooLong + 1;
    return {
      findings: [broken(line, tooLong === -1 ? "no line end" : "too long")],
      lines: lines.length,
      entries: null,
    };
  }
  const check = await checkChain(lines, info?.["Custody-Log-Head"]);
  if (check.kind === "broken")
    return { findings: [broken(check.line, check.reason)], lines: lines.length, entries: null };
  const entries = lines.map((line) => CustodyEntry.parse(JSON.parse(line)));
  const isHead =
    !info ||
    (info["Custody-Log-Head"] === check.head.digest && info["Custody-Log-Lines"] === String(lines.length));
  const findings: Finding[] = isHead
    ? []
    : [{ code: "log-head-differs", path: bagPaths.log, detail: check.head.digest }];
  return { findings, lines: lines.length, entries };
}

function broken(line: number, reason: string): Finding {
  return { code: "log-broken", path: bagPaths.log, line, detail: reason };
}
