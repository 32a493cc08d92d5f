/** Checks every time stamp in a bundle. None is needed; one that is there must hold. */
import { bagPaths, mostStamps, stampPath } from "../bundle/bag-layout.ts";
import { readStamp, type StampReading } from "../stamp/read-stamp.ts";
import type { BagFacts } from "./bag-facts.ts";
import type { Finding } from "./finding.ts";

export type StampFact = Extract<StampReading, { kind: "valid" }>;

export interface StampCheck {
  /** Those that hold, in order of their number. */
  stamps: StampFact[];
  findings: Finding[];
}

export async function checkStamps({ files }: BagFacts): Promise<StampCheck> {
  const check: StampCheck = { stamps: [], findings: [] };
  const sealed = new TextEncoder().encode(files.get(bagPaths.tagManifest)?.text ?? "");
  const authorities = files.get(bagPaths.authorities);
  const paths = Array.from({ length: mostStamps }, (_, index) => stampPath(index + 1)).filter((path) =>
    files.has(path),
  );
  if (paths.length === 0 && authorities)
    check.findings.push({ code: "proof-unexpected", path: bagPaths.authorities });
  for (const path of paths) {
    const reply = files.get(path)?.raw ?? new Uint8Array();
    const reading = await readStamp({ reply, sealed, authoritiesPem: authorities?.text ?? "" });
    if (reading.kind === "valid") check.stamps.push(reading);
    else check.findings.push({ code: "stamp-broken", path, detail: reading.reason });
  }
  return check;
}
