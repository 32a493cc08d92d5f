/** The fields of an item to look over: as read, as corrected, and whether the site still looked as its reader knows it. */
import type { CorrectionDraft } from "../../src/evidence/corrections.ts";
import { correctedFields, correctField, correctionsOf } from "../../src/evidence/corrections.ts";
import type { EvidenceItem } from "../../src/evidence/evidence-item.ts";
import { keptReading } from "../../src/evidence/kept-reading.ts";
import { pageTexts } from "../../src/platforms/page-texts.ts";
import { siteReport } from "../../src/platforms/site-report.ts";
import { usePointing } from "../interface/pointing/use-pointing.ts";
import { ReaderNote } from "../interface/reader-note.tsx";
import type { Correcting } from "./correct-field.tsx";
import { isCorrectable, ItemFields } from "./item-fields.tsx";
import type { LibraryContents } from "./library-contents.ts";
import type { LibraryPorts } from "./library-ports.ts";
import { ReadAgain } from "./read-again.tsx";
import type { Library } from "./use-library.ts";

interface ItemReviewProps {
  item: EvidenceItem;
  library: Library;
  contents: LibraryContents;
  ports: LibraryPorts;
}

export function ItemReview({ item, library, contents, ports }: ItemReviewProps) {
  const fields = correctedFields(item.fields, correctionsOf(contents.log, item.id));
  const pointing = usePointing(ports.pointing, item.id);
  const correcting: Correcting = {
    pointing,
    readTexts: async () => pageTexts((await readingOf(ports, item))?.outline ?? []),
    correct: async (draft: CorrectionDraft) => {
      await library.attempt(async () => {
        await correctField(ports, item, draft);
        await ports.writeLedger();
        await library.reload();
      });
    },
  };
  const { health } = item.fields;
  const report = async () => {
    const reading = await readingOf(ports, item);
    if (health && reading) await ports.copyText(siteReport(health, reading));
  };
  return (
    <>
      <ReaderNote
        health={health}
        keptUtc={item.startedAt.utc}
        onReport={() => void library.attempt(report)}
      />
      <ItemFields item={item} fields={fields} correcting={correcting} />
      <ReadAgain
        item={item}
        canCorrect={isCorrectable}
        correcting={correcting}
        library={library}
        ports={ports}
      />
    </>
  );
}

async function readingOf({ store }: LibraryPorts, item: EvidenceItem) {
  const file = item.files.find(({ kind }) => kind === "reading");
  const blob = file ? await store.readFile(item.id, file.name) : null;
  return blob && keptReading(await blob.text());
}
