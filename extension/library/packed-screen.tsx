/** Packed and checked: the seal to copy, the sheet and the file to take along, and what to do when handing over. */
import { sizeWords } from "../interface/size-wording.ts";
import { Icon } from "../interface/icon.tsx";
import { ScreenHeading } from "../interface/screen-heading.tsx";
import { useWords } from "../interface/words.ts";
import type { LibraryPorts } from "./library-ports.ts";
import type { PackedCase } from "./pack-case.ts";
import { PassphrasePanel } from "./passphrase-panel.tsx";
import { SealPanel } from "./seal-panel.tsx";
import { StampPanel } from "./stamp-panel.tsx";

interface PackedScreenProps {
  packed: PackedCase;
  ports: LibraryPorts;
  onBack: () => void;
}

export function PackedScreen({ packed, ports, onBack }: PackedScreenProps) {
  const { t } = useWords();
  const { recipient, items, files, file, seal, passphrase } = packed;
  return (
    <>
      <div>
        <ScreenHeading icon="check" text={t("packed.title")} />
        <p>
          {t("packed.counts", {
            recipient: t(`recipient.${recipient}`),
            items,
            files,
            size: sizeWords(file.size),
          })}
        </p>
      </div>
      {passphrase !== null && <PassphrasePanel passphrase={passphrase} onCopy={ports.copyText} />}
      <SealPanel seal={seal} onCopy={ports.copyText} />
      <div class="halves">
        <TakeAlong packed={packed} onSave={ports.saveFile} />
        <HandOver />
      </div>
      <StampPanel packed={packed} ports={ports} />
      <p class="small soft">{t("packed.what-it-is")}</p>
      <p>
        <button type="button" class="link" onClick={onBack}>
          {t("item.back")}
        </button>
      </p>
    </>
  );
}

function TakeAlong({ packed, onSave }: { packed: PackedCase; onSave: LibraryPorts["saveFile"] }) {
  const { t } = useWords();
  const { name, file, handOver } = packed;
  return (
    <section class="stack-s">
      <h2>{t("packed.take-two")}</h2>
      <ol>
        <li>
          <span class="mono">{name}</span>
          <br />
          {t("packed.file-where")}
        </li>
        <li>{t("packed.sheet")}</li>
      </ol>
      <p class="small soft">{t("packed.file-traces")}</p>
      <div class="actions">
        <button
          type="button"
          class="btn main"
          data-action="save-sheet"
          onClick={() => onSave(handOver.file, handOver.name)}
        >
          <Icon name="save" /> {t("packed.save-sheet")}
        </button>
        <button type="button" class="btn" data-action="save-again" onClick={() => onSave(file, name)}>
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
