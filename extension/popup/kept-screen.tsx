/** What was kept, after it was read back: counts, the facts that matter, what is missing, and the next step. */
import type { StoredItem } from "../../src/evidence/evidence-store.ts";
import { CoveredPicture, type FileReader } from "../interface/covered-picture.tsx";
import { Icon } from "../interface/icon.tsx";
import { ReaderNote } from "../interface/reader-note.tsx";
import { ScreenHeading } from "../interface/screen-heading.tsx";
import { VerdictChip } from "../interface/verdict-words.tsx";
import { useWords, type Words } from "../interface/words.ts";
import { KeptFacts } from "./kept-facts.tsx";
import { KeptNotes } from "./kept-notes.tsx";

interface KeptScreenProps {
  stored: StoredItem;
  files: FileReader;
  onPack: () => void;
  onOpenItem: () => void;
  onAgain: () => void;
}

export function KeptScreen({ stored, files, onPack, onOpenItem, onAgain }: KeptScreenProps) {
  const { t } = useWords();
  const { item } = stored;
  return (
    <>
      <div class="kept-title" role="status">
        <ScreenHeading text={t("kept.title")} icon="check" />
        <p class="row">
          {countWords(t, stored)} <VerdictChip verdict={item.verdict} />
        </p>
      </div>
      <CoveredPicture item={item} files={files} size="wide" />
      <KeptFacts item={item} />
      <ReaderNote health={item.fields.health} keptUtc={item.startedAt.utc} />
      <KeptNotes verdict={item.verdict} />
      <div class="stack-s">
        <button type="button" class="btn main wide" data-action="open-pack" onClick={onPack}>
          <Icon name="pack" /> {t("kept.pack")}
        </button>
        <div class="actions between">
          <button type="button" class="btn text" data-action="open-item" onClick={onOpenItem}>
            {t("kept.open-item")}
          </button>
          <button type="button" class="btn text" data-action="again" onClick={onAgain}>
            {t("kept.again")}
          </button>
        </div>
      </div>
    </>
  );
}

function countWords(t: Words["t"], { item }: StoredItem): string {
  const pictures = item.files.filter(({ kind }) => kind === "frame").length;
  const texts = item.files.filter(({ kind }) => kind === "text").length;
  if (pictures === 0) return texts === 0 ? t("kept.only-address") : t("kept.only-text");
  return t("kept.counts", { pictures, texts });
}
