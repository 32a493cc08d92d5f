/** Packing: for whom, what goes in and what stays out, and one button. */
import { useState } from "preact/hooks";
import type { PackProgress } from "../../src/bundle/pack-input.ts";
import type { Recipient } from "../../src/bundle/recipient.ts";
import type { CaseFile } from "../../src/evidence/case-file.ts";
import { Icon } from "../interface/icon.tsx";
import { ScreenHeading } from "../interface/screen-heading.tsx";
import { useWords } from "../interface/words.ts";
import { InAndOut } from "./in-and-out.tsx";
import type { LibraryContents } from "./library-contents.ts";
import type { LibraryPorts } from "./library-ports.ts";
import { itemsToPack } from "./items-to-pack.ts";
import { RecipientChoice } from "./recipient-choice.tsx";
import { usePacking } from "./use-packing.ts";
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
  const { progress, pack } = usePacking(ports, library);
  const items = itemsToPack(contents.items);
  return (
    <>
      <ScreenHeading text={t("pack.title")} />
      <RecipientChoice recipient={recipient} onChoose={setRecipient} />
      <InAndOut recipient={recipient} items={items} notReadBack={contents.items.length - items.length} />
      <div class="actions">
        <button
          type="button"
          class="btn main"
          data-action="pack"
          aria-disabled={progress !== null}
          onClick={() => pack(caseFile, recipient)}
        >
          <Icon name="pack" /> {t(`pack.button.${recipient}`)}
        </button>
        <PackingProgress progress={progress} />
      </div>
      <p class="small soft">{t("pack.where")}</p>
    </>
  );
}

function PackingProgress({ progress }: { progress: PackProgress | null }) {
  const { t } = useWords();
  if (progress === null) return <span class="soft">{t("pack.checked-again")}</span>;
  const { filesDone, filesTotal } = progress;
  return (
    <span role="status">
      {filesDone < filesTotal || filesTotal === 0
        ? t("pack.progress", { done: filesDone, total: filesTotal })
        : t("pack.checking")}
    </span>
  );
}
