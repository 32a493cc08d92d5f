/** Packed and checked: the seal to copy, the file to take along, and what to do when handing it over. */
import { sizeWords } from "../interface/size-wording.ts";
import { Icon } from "../interface/icon.tsx";
import { ScreenHeading } from "../interface/screen-heading.tsx";
import { useWords } from "../interface/words.ts";
import type { LibraryPorts } from "./library-ports.ts";
import type { PackedCase } from "./pack-case.ts";
import { SealPanel } from "./seal-panel.tsx";

interface PackedScreenProps {
  packed: PackedCase;
  ports: LibraryPorts;
  onBack: () => void;
}

export function PackedScreen({ packed, ports, onBack }: PackedScreenProps) {
  const { t } = useWords();
  const { recipient, items, files, zip, seal, name } = packed;
  return (
    <>
      <div>
        <ScreenHeading icon="check" text={t("packed.title")} />
        <p>
          {t("packed.counts", {
            recipient: t(`recipient.${recipient}`),
            items,
            files,
            size: sizeWords(zip.size),
          })}
        </p>
      </div>
      <SealPanel seal={seal} onCopy={ports.copyText} />
      <div class="halves">
        <TakeAlong name={name} onSaveAgain={() => ports.saveFile(zip, name)} />
        <HandOver />
      </div>
      <p class="small soft">{t("packed.what-it-is")}</p>
      <p>
        <button type="button" class="link" onClick={onBack}>
          {t("item.back")}
        </button>
      </p>
    </>
  );
}

function TakeAlong({ name, onSaveAgain }: { name: string; onSaveAgain: () => void }) {
  const { t } = useWords();
  return (
    <section class="stack-s">
      <h2>{t("packed.file-title")}</h2>
      <p class="mono">{name}</p>
      <p>{t("packed.file-where")}</p>
      <p class="small soft">{t("packed.file-traces")}</p>
      <div class="actions">
        <button type="button" class="btn main" data-action="save-again" onClick={onSaveAgain}>
          <Icon name="save" /> {t("packed.save-again")}
        </button>
      </div>
    </section>
  );
}

function HandOver() {
  const { t } = useWords();
  return (
    <section class="stack-s">
      <h2>{t("packed.hand-over-title")}</h2>
      <ul>
        <li>{t("packed.hand-over-seal")}</li>
        <li>{t("packed.hand-over-originals")}</li>
        <li>{t("packed.hand-over-copy")}</li>
      </ul>
    </section>
  );
}
