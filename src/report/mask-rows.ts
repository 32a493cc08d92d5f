/** What was hidden before the picture was taken, and what was painted over afterwards, as rows of the report. */
import type { HiddenPlace } from "../capture/mask/hidden-places.ts";
import type { EvidenceItem } from "../evidence/evidence-item.ts";
import type { DerivedFrom } from "../evidence/redaction/derived-from.ts";
import { type Language, say } from "../words/say.ts";
import type { FactRow } from "./fact-row.ts";

export function maskRows(language: Language, item: EvidenceItem): FactRow[] {
  if (item.format === "keepleaf-item-1") return [];
  const { hidden = [], derivedFrom } = item;
  return [
    ...(hidden.length > 0 ? [hiddenRow(language, hidden)] : []),
    ...(derivedFrom ? [redactedRow(language, derivedFrom)] : []),
  ];
}

function hiddenRow(language: Language, hidden: readonly HiddenPlace[]): FactRow {
  const counts = new Map<HiddenPlace["kind"], number>();
  for (const { kind } of hidden) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const kinds = Array.from(counts, ([kind, count]) =>
    say(language, "hidden.one-kind", { kind: say(language, `hidden.${kind}`), count }),
  ).join(language === "zh-TW" ? "、" : ", ");
  return {
    name: say(language, "hidden.row"),
    value: say(language, "hidden.in-words", { kinds }),
    source: say(language, "hidden.only-places"),
  };
}

function redactedRow(language: Language, { number, boxes, itemSha256 }: DerivedFrom): FactRow {
  const values = { number, count: boxes.length, sha256: itemSha256 };
  return { name: say(language, "redact.row"), value: say(language, "redact.row-value", values), source: "" };
}
