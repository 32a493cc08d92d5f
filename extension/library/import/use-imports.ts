/** Importing under way: what was chosen, what was understood of it, and what is kept. Nothing is written before it is asked for. */
import { useState } from "preact/hooks";
import type { DayOrder } from "../../../src/chats/whatsapp-days.ts";
import { type MaskReason, maskReason } from "../../../src/evidence/capture-mode.ts";
import { unsortedCase } from "../../../src/evidence/choose-case.ts";
import type { EvidenceItem } from "../../../src/evidence/evidence-item.ts";
import { type AcceptedLook, keepImports } from "../../../src/evidence/imports/keep-imports.ts";
import { type ChosenFile, type Look, lookAtFile } from "../../../src/evidence/imports/look-at-file.ts";
import type { LibraryContents } from "../library-contents.ts";
import type { LibraryPorts } from "../library-ports.ts";
import type { Library } from "../use-library.ts";
import { lookAtFiles } from "./look-files.ts";

export interface Imports {
  /** `count` files looked at of `of`, or being kept; null when nothing is under way. */
  busy: { step: "looking"; count: number; of: number } | { step: "keeping" } | null;
  looks: readonly Look[];
  /** Read back and compared; empty before. */
  kept: readonly EvidenceItem[];
  choose: (files: readonly File[]) => void;
  /** What the person says of the order of day and month. */
  answer: (look: Look, order: DayOrder) => void;
  remove: (look: Look) => void;
  keep: (source: string) => void;
  startAgain: () => void;
}

interface ImportsProps {
  library: Library;
  contents: LibraryContents;
  ports: LibraryPorts;
}

export function useImports({ library, contents, ports }: ImportsProps): Imports {
  const [busy, setBusy] = useState<Imports["busy"]>(null);
  const [looks, setLooks] = useState<readonly Look[]>([]);
  const [kept, setKept] = useState<readonly EvidenceItem[]>([]);
  const looking = { isMasked: whyMasked(contents) !== null, measure: ports.measurePicture };
  const run = (first: Imports["busy"], step: () => Promise<void>) => {
    if (busy !== null) return;
    setBusy(first);
    void library.attempt(step).finally(() => setBusy(null));
  };
  const choose = (files: readonly File[]) => {
    if (files.length === 0) return;
    const of = files.length;
    run({ step: "looking", count: 0, of }, async () => {
      const onLook = (count: number) => setBusy({ step: "looking", count, of });
      const items = contents.items.map(({ item }) => item);
      const found = await lookAtFiles({ ...looking, items, before: looks, onLook }, files.map(chosenFile));
      setLooks([...looks, ...found]);
      library.markUnsaved();
    });
  };
  const answer = (asked: Look, order: DayOrder) =>
    run({ step: "looking", count: 0, of: 1 }, async () => {
      const read = await lookAtFile(looking, asked.chosen, order);
      setLooks(looks.map((look) => (look === asked ? read : look)));
    });
  const keep = (source: string) =>
    run({ step: "keeping" }, async () => {
      setKept(await keepAccepted({ library, contents, ports }, looks.filter(isAccepted), source));
      setLooks([]);
      library.markSaved();
    });
  const remove = (gone: Look) => setLooks(looks.filter((look) => look !== gone));
  return { busy, looks, kept, choose, answer, remove, keep, startAgain: () => setKept([]) };
}

/** A case that nobody answered for takes no pictures, and neither does a case that is not there yet. */
export function whyMasked({ caseFile, facts }: LibraryContents): MaskReason | null {
  return caseFile === null ? "age-unknown" : maskReason(caseFile, facts);
}

export function isAccepted(look: Look): look is AcceptedLook {
  return look.kind === "chat" || look.kind === "file";
}

function chosenFile(file: File): ChosenFile {
  return { name: file.name, changedAtMs: file.lastModified, blob: file };
}

async function keepAccepted(
  { library, contents, ports }: ImportsProps,
  looks: readonly AcceptedLook[],
  source: string,
): Promise<EvidenceItem[]> {
  const { store, clock, newId } = ports;
  const tool = { extensionVersion: ports.tool.extensionVersion, userAgent: navigator.userAgent };
  const caseFile = contents.caseFile ?? (await unsortedCase(ports));
  if (!contents.caseFile) await ports.writeSettings({ currentCaseId: caseFile.id });
  try {
    return await keepImports({ store, clock, newId, tool }, caseFile, { looks, source });
  } finally {
    await ports.writeLedger();
    await library.reload();
  }
}
