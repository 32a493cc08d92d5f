/** Puts looked-at files into a case: each item in one transaction, read back and compared, with its lines in the log. */
import { Failure } from "../../base/failure.ts";
import type { Clock } from "../../base/clock.ts";
import type { CaseFile } from "../case-file.ts";
import { maskReason } from "../capture-mode.ts";
import type { EvidenceItem, EvidenceItem2 } from "../evidence-item.ts";
import type { EvidenceStore } from "../evidence-store.ts";
import { keepItem } from "../keep-item.ts";
import { readCaseFacts } from "../record-fact.ts";
import type { Look } from "./look-at-file.ts";
import { type ImportContext, makeChatImport, makeFilesImport } from "./make-import.ts";
import { mostImportedFiles } from "./imported.ts";

export interface Importing {
  store: EvidenceStore;
  clock: Clock;
  newId: () => string;
  tool: EvidenceItem2["tool"];
}

export type AcceptedLook = Extract<Look, { kind: "chat" | "file" }>;

/**
 * Each conversation is an item of its own, all other files are one. Resolves to what is kept, in that order.
 * @throws Failure `mask-not-confirmed` when the case meanwhile hides pictures and a file may hold one: nothing is written
 * @throws what `keepItem` throws: items kept before it stay
 */
export async function keepImports(
  importing: Importing,
  caseFile: CaseFile,
  { looks, source }: { looks: readonly AcceptedLook[]; source: string },
): Promise<EvidenceItem[]> {
  const { store, clock, newId, tool } = importing;
  const facts = await readCaseFacts(store, caseFile);
  const isMasked = maskReason(caseFile, facts) !== null;
  const files = looks.filter((look) => look.kind === "file");
  if (isMasked && files.length > 0)
    throw new Failure("mask-not-confirmed", "a file that may hold a picture does not go into this case");
  const context = (): ImportContext => ({
    ...{ caseFile, isMasked, by: facts.answers.operator, source, at: clock.now(), newId: newId(), tool },
  });
  const kept: EvidenceItem[] = [];
  for (const look of looks) {
    if (look.kind !== "chat") continue;
    const made = await makeChatImport(look, context());
    kept.push(await keepItem({ store, clock }, made, made.item.id));
  }
  for (let at = 0; at < files.length; at += mostImportedFiles) {
    const made = makeFilesImport(files.slice(at, at + mostImportedFiles), context());
    kept.push(await keepItem({ store, clock }, made, made.item.id));
  }
  return kept;
}

/** Digests of everything that was put into a case already, and the number of the item it lies in. */
export function importedDigests(items: readonly EvidenceItem[]): Map<string, number> {
  const originals = items.flatMap(({ number, files }) =>
    files.filter(({ kind }) => kind === "original").map(({ sha256 }): [string, number] => [sha256, number]),
  );
  return new Map(originals);
}
