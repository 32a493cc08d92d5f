/** Holds what people wrote down against the log: every record whose digest the log has, and no other. */
import { canonicalJson } from "../base/canonical-json.ts";
import { sha256Hex } from "../base/digest.ts";
import { z } from "../base/schema.ts";
import { bagPaths } from "../bundle/bag-layout.ts";
import type { CustodyEntry } from "../custody/custody-entry.ts";
import type { BagFacts } from "./bag-facts.ts";
import type { Finding } from "./finding.ts";
import { readJsonAs } from "./read-json.ts";

/** Records of a newer version may have any form: the digest in the log is what holds them. */
export const FactsFile = z.object({
  format: z.literal("keepleaf-facts-1"),
  facts: z.array(z.record(z.string(), z.unknown())).check(z.maxLength(100_000)),
});

export async function checkFacts(
  { files }: BagFacts,
  log: readonly CustodyEntry[] | null,
): Promise<Finding[]> {
  const fact = files.get(bagPaths.facts);
  if (!fact || fact.sha256 === null || !log) return [];
  const path = bagPaths.facts;
  const read = readJsonAs(FactsFile, fact.text ?? "");
  if (!read) return [{ code: "facts-differ", path, detail: "not of our form" }];
  const logged = new Set(log.flatMap(({ facts: { factSha256 } }) => factSha256 ?? []));
  const found = new Set<string>();
  const unknown: string[] = [];
  for (const record of read.facts) {
    const digest = await sha256Hex(canonicalJson(record));
    // The log tells of each record once: said twice it would count as two.
    if (!logged.has(digest) || found.has(digest)) unknown.push(digest);
    found.add(digest);
  }
  const missing = [...logged].filter((digest) => !found.has(String(digest)));
  return [...unknown, ...missing].map((digest) => ({ code: "facts-differ", path, detail: String(digest) }));
}
