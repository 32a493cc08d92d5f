/** Holds `bag-info.txt` against the bag it lies in. */
import type { AnyBagInfo } from "../bundle/bag-info.ts";
import { bagPaths } from "../bundle/bag-layout.ts";
import { baggingDate, sealingStamp } from "../bundle/sealing-time.ts";
import { type BagFacts, payloadOf } from "./bag-facts.ts";
import type { Finding } from "./finding.ts";

export function checkInfo(bag: BagFacts, info: AnyBagInfo | null): Finding[] {
  if (!bag.files.has(bagPaths.info)) return [];
  if (!info) return [{ code: "info-malformed", path: bagPaths.info }];
  const payload = payloadOf(bag);
  const counted = `${payload.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)}.${payload.length}`;
  const findings: Finding[] = [];
  if (info["Payload-Oxum"] !== counted)
    findings.push({ code: "count-differs", detail: `${info["Payload-Oxum"]} ≠ ${counted}` });
  const differing = differingKeys(bag, info);
  if (differing.length > 0)
    findings.push({ code: "info-differs", path: bagPaths.info, detail: differing.join(", ") });
  return findings;
}

function differingKeys({ name }: BagFacts, info: AnyBagInfo): (keyof AnyBagInfo)[] {
  const keys: (keyof AnyBagInfo)[] = [];
  if (info["External-Identifier"] !== name) keys.push("External-Identifier");
  if (!name.startsWith(`keepleaf-${sealingStamp(info["Sealed-At"])}-`)) keys.push("Sealed-At");
  if (info["Bagging-Date"] !== dateOf(info["Sealed-At"])) keys.push("Bagging-Date");
  return keys;
}

function dateOf(utc: string): string | null {
  try {
    return baggingDate(utc);
  } catch {
    return null;
  }
}
