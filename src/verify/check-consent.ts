/** Holds pictures in a helper's record about an adult against the consent that was written down before each was kept. */
import { bagPaths } from "../bundle/bag-layout.ts";
import type { CustodyEntry } from "../custody/custody-entry.ts";
import { upgradeCase } from "../evidence/case-file.ts";
import { mayHoldPictures } from "../evidence/picture-right.ts";
import type { ReadBag } from "./bag-facts.ts";
import { FactsFile } from "./check-facts.ts";
import type { Finding } from "./finding.ts";
import { readJsonAs } from "./read-json.ts";

/** Without the log nothing was shown to stand before anything else: then no picture is allowed. */
export function checkConsent(bag: ReadBag, log: readonly CustodyEntry[] | null): Finding[] {
  const { record, items, files } = bag;
  if (record?.case.about !== "adult" || record.case.format === "keepleaf-case-1") return [];
  const caseFile = upgradeCase(record.case);
  const facts = readJsonAs(FactsFile, files.get(bagPaths.facts)?.text ?? "")?.facts ?? [];
  const hasPicture = (folder: string) =>
    [...files.keys()].some((path) => path.startsWith(`data/captures/${folder}/`) && path.endsWith(".png"));
  return items
    .filter(
      ({ item, sha256, folder }) =>
        hasPicture(folder) && !mayHoldPictures({ caseFile, facts, log: log ?? [] }, item, sha256),
    )
    .map(({ path }) => ({ code: "picture-not-allowed", path, detail: "kept without consent" }));
}
