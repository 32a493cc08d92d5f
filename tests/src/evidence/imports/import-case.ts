/** A case in memory with files really put in. */
import { evidencePdf } from "../../../../src/report/pdf/evidence-pdf.ts";
import { FixedClock } from "../../../fakes/fixed-clock.ts";
import { MemoryStore } from "../../../fakes/memory-store.ts";
import { type KeptCase, keptCase } from "../../../interface/kept-case.ts";
import type { AboutAge } from "../../../../src/evidence/case-file.ts";
import type { EvidenceItem } from "../../../../src/evidence/evidence-item.ts";
import { type AcceptedLook, keepImports } from "../../../../src/evidence/imports/keep-imports.ts";
import { type ChosenFile, lookAtFile } from "../../../../src/evidence/imports/look-at-file.ts";
import { packBundle } from "../../../../src/bundle/pack-bundle.ts";
import type { PackInput } from "../../../../src/bundle/pack-input.ts";
import type { Recipient } from "../../../../src/bundle/recipient.ts";
import { wholeFont } from "../../bundle/whole-font.ts";
import { looking } from "./chosen-files.ts";

export const tool = { extensionVersion: "0.1.0", userAgent: "test" };

export interface ImportCase extends KeptCase {
  put: (files: readonly ChosenFile[], source?: string) => Promise<EvidenceItem[]>;
  pack: (recipient: Recipient) => Promise<Blob>;
}

export async function importCase(about: AboutAge = "adult"): Promise<ImportCase> {
  const kept = await keptCase(about, new MemoryStore());
  const importing = { ...kept, newId: () => crypto.randomUUID(), tool };
  const put = async (files: readonly ChosenFile[], source = "") => {
    const looks: AcceptedLook[] = [];
    for (const file of files) {
      const look = await lookAtFile(looking(about !== "adult"), file);
      if (look.kind !== "chat" && look.kind !== "file") throw new Error(look.kind);
      looks.push(look);
    }
    return keepImports(importing, kept.caseFile, { looks, source });
  };
  const pack = async (recipient: Recipient) => (await packBundle(await inputOf(kept, recipient))).zip;
  return { ...kept, put, pack };
}

async function inputOf({ store, caseFile }: KeptCase, recipient: Recipient): Promise<PackInput> {
  const items = await store.listItems(caseFile.id);
  return {
    caseFile,
    items: items.map(({ item }) => item),
    readFile: (itemId, name) => store.readFile(itemId, name),
    facts: await store.listFacts(caseFile.id),
    log: await store.readLog(caseFile.id),
    recipient,
    at: new FixedClock().now(),
    suffix: "7c4190",
    tool: { extensionVersion: "0.1.0", buildId: "test" },
    writeReport: (language, subject) => evidencePdf(language, subject, wholeFont),
    signer: null,
  };
}
