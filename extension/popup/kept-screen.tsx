/** What was kept, after it was read back: counts, the facts that matter, what is missing, and the next step. */
import type { CorrectionDraft } from "../../src/evidence/corrections.ts";
import type { StoredItem } from "../../src/evidence/evidence-store.ts";
import type { FieldName, Fields } from "../../src/platforms/field.ts";
import type { PointedValue } from "../../src/platforms/pointed-values.ts";
import { CoveredPicture, type FileReader } from "../interface/covered-picture.tsx";
import { Icon } from "../interface/icon.tsx";
import { PointPanel } from "../interface/pointing/point-panel.tsx";
import { type PointingPort, usePointing } from "../interface/pointing/use-pointing.ts";
import { ReaderNote } from "../interface/reader-note.tsx";
import { ScreenHeading } from "../interface/screen-heading.tsx";
import { VerdictChip } from "../interface/verdict-words.tsx";
import { useWords, type Words } from "../interface/words.ts";
import { KeptFacts } from "./kept-facts.tsx";
import { KeptNotes } from "./kept-notes.tsx";

interface KeptScreenProps {
  stored: StoredItem;
  /** As read, with what was corrected over it. */
  fields: Fields;
  pointing: PointingPort;
  onCorrect: (draft: CorrectionDraft) => void;
  files: FileReader;
  onPack: () => void;
  onOpenItem: () => void;
  onAgain: () => void;
}

/** While somebody points in the page, that is all there is to do here. */
export function KeptScreen(props: KeptScreenProps) {
  const { fields, stored, onCorrect } = props;
  const pointing = usePointing(props.pointing, stored.item.id);
  const { now, start, stop } = pointing;
  if (!now) return <Kept {...props} onPoint={start} />;
  const { field } = now;
  const take = ({ value, locator, raw }: PointedValue) => {
    const before = fields[field]?.value ?? null;
    void stop().then(() => onCorrect({ field, before, after: value, method: "pointed", locator, raw }));
  };
  return (
    <PointPanel
      {...now}
      isElsewhere={false}
      onTake={take}
      onAgain={() => start(field)}
      onStop={() => void stop()}
    />
  );
}

type KeptProps = KeptScreenProps & { onPoint: (field: FieldName) => void };

function Kept({ stored, fields, files, onPoint, onPack, onOpenItem, onAgain }: KeptProps) {
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
      <KeptFacts item={item} fields={fields} onPoint={onPoint} onType={onOpenItem} />
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
