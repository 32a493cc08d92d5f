/** Packed and checked: the seal to copy, the sheet and the file to take along, and what to do when handing over. */
import type { Moment } from "../../src/base/clock.ts";
import { sizeWords } from "../interface/size-wording.ts";
import { Icon } from "../interface/icon.tsx";
import { ScreenHeading } from "../interface/screen-heading.tsx";
import { useWords } from "../interface/words.ts";
import { emptyBody } from "./case/empty-body.ts";
import type { LibraryPorts } from "./library-ports.ts";
import type { LibraryView } from "./library-view.ts";
import type { PackedCase } from "./pack-case.ts";
import { PassphrasePanel } from "./passphrase-panel.tsx";
import { SealPanel } from "./seal-panel.tsx";
import { StampPanel } from "./stamp-panel.tsx";

interface PackedScreenProps {
  packed: PackedCase;
  ports: LibraryPorts;
  onShow: (view: LibraryView) => void;
}

export function PackedScreen({ packed, ports, onShow }: PackedScreenProps) {
  const { t } = useWords();
  const { recipient, items, files, file, seal, passphrase } = packed;
  const isForOthers = recipient !== "self";
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
        {isForOthers ? <HandOver now={ports.clock.now()} onShow={onShow} /> : <KeepSafe />}
      </div>
      <StampPanel bundle={packed} ports={ports} />
      {isForOthers && (
        <p class="small soft">
          {t(recipient === "police" ? "packed.what-it-is" : "report.decided-by-court")}
        </p>
      )}
      <p>
        <button type="button" class="link" onClick={() => onShow({ screen: "timeline" })}>
          {t("item.back")}
        </button>
      </p>
    </>
  );
}

function TakeAlong({ packed, onSave }: { packed: PackedCase; onSave: LibraryPorts["saveFile"] }) {
  const { t } = useWords();
  const { name, file, handOver, recipient } = packed;
  const isForOthers = recipient !== "self";
  return (
    <section class="stack-s">
      <h2>{t(isForOthers ? "packed.take-two" : "packed.keep-safe")}</h2>
      <ol>
        <li>
          <span class="mono">{name}</span>
          <br />
          {t("packed.file-where")}
        </li>
        <li>{t(isForOthers ? "packed.sheet" : "packed.restore-later")}</li>
      </ol>
      <p class="small soft">{t("packed.file-traces")}</p>
      <div class="actions">
        <button
          type="button"
          class={isForOthers ? "btn main" : "btn"}
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

interface HandOverProps {
  now: Moment;
  onShow: (view: LibraryView) => void;
}

function HandOver({ now, onShow }: HandOverProps) {
  const { t } = useWords();
  const note = () =>
    onShow({
      ...{ screen: "write", body: emptyBody("submission", now), replaces: null },
      back: { screen: "timeline" },
    });
  return (
    <section class="stack-s">
      <h2>{t("packed.hand-over-title")}</h2>
      <ul>
        <li>{t("packed.hand-over-seal")}</li>
        <li>{t("packed.hand-over-originals")}</li>
        <li>{t("packed.hand-over-copy")}</li>
      </ul>
      <p>
        <button type="button" class="link" data-action="note-submission" onClick={note}>
          {t("packed.note-receipt")}
        </button>
      </p>
    </section>
  );
}

/** A copy for oneself is handed to nobody. */
function KeepSafe() {
  const { t } = useWords();
  return (
    <section class="stack-s">
      <h2>{t("packed.keep-safe-title")}</h2>
      <ul>
        <li>{t("packed.keep-safe-place")}</li>
        <li>{t("packed.keep-safe-seal")}</li>
        <li>{t("packed.hand-over-originals")}</li>
      </ul>
    </section>
  );
}
