/** Choosing what to clear from this computer: each item says whether it was packed before. */
import { useState } from "preact/hooks";
import type { EvidenceItem } from "../../../src/evidence/evidence-item.ts";
import { Chip } from "../../interface/chip.tsx";
import { momentWords } from "../../interface/date-wording.ts";
import { PageText } from "../../interface/page-text.tsx";
import { ScreenHeading } from "../../interface/screen-heading.tsx";
import { useWords } from "../../interface/words.ts";
import { notYetPacked } from "../backed-up.ts";
import { FoldedChoices } from "../accounts/folded-choices.tsx";
import { itemTitle } from "../item-title.ts";
import type { LibraryContents } from "../library-contents.ts";
import type { LibraryPorts } from "../library-ports.ts";
import type { PurgeView } from "../library-view.ts";
import type { Library } from "../use-library.ts";
import { ClearDialog } from "./clear-dialog.tsx";
import { clearItems } from "./clear-items.ts";
import { whatClears } from "./what-clears.ts";

interface PurgeScreenProps {
  library: Library;
  contents: LibraryContents;
  ports: LibraryPorts;
  view: PurgeView;
}

export function PurgeScreen({ library, contents, ports, view }: PurgeScreenProps) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(view.itemIds));
  const [isAsking, setIsAsking] = useState(false);
  const items = contents.items.filter(({ item }) => chosen.has(item.id));
  return (
    <>
      <div>
        <ScreenHeading text={t("purge.title")} />
        <p class="soft">{t("purge.what")}</p>
      </div>
      <PurgeList contents={contents} chosen={chosen} onChoose={setChosen} />
      <div class="actions">
        <button
          type="button"
          class="btn"
          data-action="open-pack"
          onClick={() => library.show({ screen: "pack" })}
        >
          {t("purge.pack-first")}
        </button>
        <button
          type="button"
          class="btn remove"
          data-action="clear-chosen"
          aria-disabled={items.length === 0}
          onClick={() => items.length > 0 && setIsAsking(true)}
        >
          {t("purge.confirm-many", { count: items.length })}
        </button>
        <button
          type="button"
          class="btn text"
          data-action="back"
          onClick={() => library.show({ screen: "timeline" })}
        >
          {t("purge.back")}
        </button>
      </div>
      {items.length === 0 && <p class="small soft">{t("purge.none-chosen")}</p>}
      {isAsking && (
        <ClearDialog
          clears={whatClears(contents, items)}
          firstReason={view.why === "consent-withdrawn" ? "consent-withdrawn" : "not-said"}
          onKeep={() => setIsAsking(false)}
          onClear={(reason) => {
            setIsAsking(false);
            clearItems(
              { library, ports },
              items.map(({ item }) => item),
              reason,
            );
          }}
        />
      )}
    </>
  );
}

interface PurgeListProps {
  contents: LibraryContents;
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}

function PurgeList({ contents: { items, log }, chosen, onChoose }: PurgeListProps) {
  const { t } = useWords();
  const onlyHere = new Set(notYetPacked(items, log).map(({ item }) => item.id));
  const isAll = items.every(({ item }) => chosen.has(item.id));
  return (
    <fieldset class="choices" data-chosen={chosen.size}>
      <legend>{t("purge.which")}</legend>
      <label class="choice">
        <input
          type="checkbox"
          name="all"
          checked={isAll}
          onChange={() => onChoose(new Set(isAll ? [] : items.map(({ item }) => item.id)))}
        />
        <strong>{t("purge.all")}</strong>
      </label>
      <FoldedChoices items={items} log={log} chosen={chosen} onChoose={onChoose}>
        {({ item }) => <PurgeChoice item={item} isOnlyHere={onlyHere.has(item.id)} />}
      </FoldedChoices>
    </fieldset>
  );
}

function PurgeChoice({ item, isOnlyHere }: { item: EvidenceItem; isOnlyHere: boolean }) {
  const { language, t } = useWords();
  return (
    <>
      <strong>{t("report.item-number", { number: item.number })}</strong> <PageText text={itemTitle(item)} />
      <br />
      <span class="small soft">{t("purge.kept-at", { date: momentWords(language, item.startedAt) })}</span>{" "}
      {isOnlyHere ? (
        <Chip look="todo" icon="save" text={t("purge.not-packed")} />
      ) : (
        <Chip look="found" icon="check" text={t("purge.packed")} />
      )}
    </>
  );
}
