/** Packing: for whom, what goes in and what stays out, how large, where it goes, and one button. */
import { useState } from "preact/hooks";
import type { Recipient } from "../../src/bundle/recipient.ts";
import { type WhetherToPack, whetherToPack } from "../../src/bundle/whether-to-pack.ts";
import type { CaseFile } from "../../src/evidence/case-file.ts";
import type { WordKey } from "../../src/words/say.ts";
import { notedAddresses } from "../../src/cases/noted-addresses.ts";
import { keptPlaces } from "../../src/evidence/kept-places.ts";
import type { StoredItem } from "../../src/evidence/evidence-store.ts";
import { Note } from "../interface/note.tsx";
import { ScreenHeading } from "../interface/screen-heading.tsx";
import { sizeWords } from "../interface/size-wording.ts";
import { useWords } from "../interface/words.ts";
import { bundleShare } from "./bundle-share.ts";
import { InAndOut } from "./in-and-out.tsx";
import { ItemChoice } from "./item-choice.tsx";
import { itemsToPack } from "./items-to-pack.ts";
import type { LibraryContents } from "./library-contents.ts";
import type { LibraryPorts } from "./library-ports.ts";
import { PackLine } from "./pack-line.tsx";
import { RecipientChoice } from "./recipient-choice.tsx";
import type { Library } from "./use-library.ts";

interface PackScreenProps {
  library: Library;
  contents: LibraryContents;
  caseFile: CaseFile;
  ports: LibraryPorts;
}

export function PackScreen({ library, contents, caseFile, ports }: PackScreenProps) {
  const { t } = useWords();
  const [recipient, setRecipient] = useState<Recipient>("police");
  const [leftItems, setLeftItems] = useState<ReadonlySet<string>>(new Set());
  const [isLocked, setIsLocked] = useState(false);
  const whole = itemsToPack(contents.items);
  const items = whole.filter(({ item }) => !leftItems.has(item.id));
  const { isTooLarge, sizeBytes } = bundleShare(recipient, items);
  const noted = notedIn(contents, whole);
  const records = contents.facts.records.length;
  const whether = whetherToPack(recipient, { items: items.length, records, noted });
  return (
    <>
      <ScreenHeading text={t("pack.title")} />
      <RecipientChoice recipient={recipient} onChoose={setRecipient} />
      <InAndOut
        recipient={recipient}
        items={items}
        noted={noted}
        notChosen={whole.length - items.length}
        notReadBack={contents.items.length - whole.length}
      />
      {isTooLarge && (
        <Note tone="look" icon="info">
          <p>{t("pack.too-large", { size: sizeWords(sizeBytes) })}</p>
        </Note>
      )}
      {whole.length > 0 && (
        <ItemChoice
          items={whole}
          log={contents.log}
          left={leftItems}
          isOpen={isTooLarge}
          onChange={setLeftItems}
        />
      )}
      <div class="halves">
        <p class="small soft">{t("pack.where")}</p>
        <LockChoice isLocked={isLocked} onChange={setIsLocked} />
      </div>
      <PackLine
        library={library}
        ports={ports}
        wish={{ caseFile, recipient, leftItems, isLocked }}
        canPack={whether === "pack" && !isTooLarge}
        before={beforePacking(whether, whole.length)}
      />
    </>
  );
}

/** How many addresses are on the list of which no page was kept. */
function notedIn({ facts, log }: LibraryContents, whole: readonly StoredItem[]): number {
  const places = keptPlaces(
    whole.map(({ item }) => item),
    log,
  );
  return notedAddresses(facts, places).length;
}

/** What stands beside the button until it is pressed. */
function beforePacking(whether: WhetherToPack, items: number): WordKey {
  if (whether === "pack") return "pack.checked-again";
  if (whether === "no-address") return "pack.no-address";
  return items > 0 ? "pack.choose-one" : "pack.nothing-yet";
}

function LockChoice({ isLocked, onChange }: { isLocked: boolean; onChange: (isLocked: boolean) => void }) {
  const { t } = useWords();
  return (
    <label class="choice">
      <input
        type="checkbox"
        name="lock"
        checked={isLocked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>
        <strong>{t("pack.lock")}</strong>
        <br />
        <span class="small">{t(isLocked ? "pack.lock-on" : "pack.lock-off")}</span>
      </span>
    </label>
  );
}
