/** The picture of an item: covered until asked, and asking is written down once for each opening. */
import { useRef, useState } from "preact/hooks";
import { type EvidenceItem, pictureOf } from "../../src/evidence/evidence-item.ts";
import { recordCustody } from "../../src/evidence/record-custody.ts";
import { CoveredPicture } from "../interface/covered-picture.tsx";
import { HiddenMounts } from "./hidden-mounts.tsx";
import { Icon } from "../interface/icon.tsx";
import { useWords } from "../interface/words.ts";
import type { LibraryPorts } from "./library-ports.ts";
import { PictureSheet } from "./picture-sheet.tsx";
import type { Library } from "./use-library.ts";

interface ItemPictureProps {
  item: EvidenceItem;
  library: Library;
  ports: LibraryPorts;
}

export function ItemPicture({ item, library, ports }: ItemPictureProps) {
  const [isShown, setIsShown] = useState(false);
  const isWrittenDown = useRef(false);
  const toggle = () => {
    setIsShown(!isShown);
    if (isShown || isWrittenDown.current) return;
    isWrittenDown.current = true;
    void library.attempt(() => writeDown(ports, item));
  };
  const picture = pictureOf(item);
  return (
    <div class="stack-s item-picture">
      {picture && <RevealButton item={item} isShown={isShown} onToggle={toggle} />}
      {picture && isShown ? (
        <PictureSheet
          item={item}
          files={ports.store}
          over={(surface) => <HiddenMounts item={item} surface={surface} />}
        />
      ) : (
        <CoveredPicture item={item} files={ports.store} size="wide" />
      )}
      {picture && <PictureFacts item={item} count={picture.frames.length} />}
    </div>
  );
}

async function writeDown({ store, clock, writeLedger }: LibraryPorts, item: EvidenceItem): Promise<void> {
  const facts = { itemId: item.id, number: item.number };
  await recordCustody(store, { caseId: item.caseId, at: clock.now(), action: "item.viewed", facts });
  await writeLedger();
}

interface RevealButtonProps {
  item: EvidenceItem;
  isShown: boolean;
  onToggle: () => void;
}

function RevealButton({ item, isShown, onToggle }: RevealButtonProps) {
  const { t } = useWords();
  const shownWords = item.isMasked ? t("item.reveal-masked") : t("item.reveal");
  return (
    <div class="actions">
      <button type="button" class="btn" data-action="reveal" aria-pressed={isShown} onClick={onToggle}>
        <Icon name="eye" /> {shownWords}
      </button>
    </div>
  );
}

function PictureFacts({ item, count }: { item: EvidenceItem; count: number }) {
  const { t } = useWords();
  const isWhole = item.verdict.kind === "complete" || item.verdict.kind === "complete-with-notes";
  return (
    <p class="small soft">
      {isWhole ? t("item.picture-whole", { count }) : t("item.picture-part", { count })}
    </p>
  );
}
