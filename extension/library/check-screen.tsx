/** Checking a bundle, ours or anybody's: nothing of it is kept unless somebody asks, nothing of it is changed. */
import type { ComponentChildren } from "preact";
import { isWhole } from "../../src/bundle/recipient.ts";
import type { Verification } from "../../src/verify/verification.ts";
import { ScreenHeading } from "../interface/screen-heading.tsx";
import { useWords } from "../interface/words.ts";
import type { BundleToStamp } from "./add-stamp.ts";
import { CheckResult } from "./check-result.tsx";
import { OpenedCopy } from "./opened-copy.tsx";
import { type RestoreOutcome, RestorePanel } from "./restore-panel.tsx";
import { UnlockPanel } from "./unlock-panel.tsx";
import { type CheckedBundle, type CheckMeans, useChecking, wrongTries } from "./use-checking.ts";

export interface RestoreDoor {
  /** Brings a backup back. */
  bring: (zip: Blob, seal: string) => Promise<RestoreOutcome>;
  /** Goes to a record. */
  open: (caseId: string) => void;
}

interface CheckScreenProps extends CheckMeans {
  /** Null where there is no place to bring a backup to. */
  restore: RestoreDoor | null;
  /** What adds a time to a bundle that is sound; null where there is none. It comes from outside: `verify.html` is one file. */
  stampPanel: ((bundle: BundleToStamp) => ComponentChildren) | null;
  saveFile: (file: Blob, name: string) => void;
}

export function CheckScreen({ threads, wrongTryLog, ...doors }: CheckScreenProps) {
  const { t } = useWords();
  const { checking, check, unlock, stop } = useChecking({ threads, wrongTryLog });
  return (
    <>
      <ScreenHeading text={t("check.title")} />
      <p>{t("check.how")}</p>
      <label class="field" for="bundle">
        {t("check.choose")}
      </label>
      <input
        id="bundle"
        type="file"
        name="bundle"
        accept=".zip"
        onChange={({ currentTarget: { files } }) => check(files?.[0] ?? null)}
      />
      <div role="status">
        {checking.step === "reading" && <p>{t("check.reading", { name: checking.name })}</p>}
      </div>
      {checking.step === "locked" && (
        <UnlockPanel key={checking.asked.locked.salt} asked={checking.asked} onUnlock={unlock} />
      )}
      {checking.step === "opening" && <OpeningProgress share={checking.share} onStop={stop} />}
      {checking.step === "reading" && <ReadingProgress {...checking} onStop={stop} />}
      {checking.step === "checked" && (
        <Checked bundle={checking.bundle} wrongTryLog={wrongTryLog} {...doors} />
      )}
    </>
  );
}

interface CheckedProps extends Omit<CheckScreenProps, "threads"> {
  bundle: CheckedBundle;
}

function Checked({ bundle, restore, stampPanel, saveFile, wrongTryLog }: CheckedProps) {
  const { name, zip, key, lock, verification } = bundle;
  const { isSound, seal, bagName } = verification;
  const bring = async (door: RestoreDoor) => {
    const outcome = await door.bring(zip, seal ?? "");
    if (outcome.kind === "restored" && lock && wrongTryLog) {
      const file = { caseId: outcome.caseId, name: bagName ?? "", seal: seal ?? "" };
      await wrongTries.tell(lock.salt, (tries) => wrongTryLog.restored(file, tries));
    }
    return outcome;
  };
  return (
    <>
      <CheckResult key={name} name={name} verification={verification} />
      {lock && bagName !== null && <OpenedCopy key={key} zip={zip} bagName={bagName} saveFile={saveFile} />}
      {restore && canRestore(verification) && (
        <RestorePanel key={key} isSound={isSound} onRestore={() => bring(restore)} onOpen={restore.open} />
      )}
      {stampPanel && isSound && seal !== null && (
        <div key={key}>{stampPanel({ zip, name, seal, passphrase: lock?.passphrase ?? null })}</div>
      )}
    </>
  );
}

/** Out of its lock, piece by piece. */
function OpeningProgress({ share, onStop }: { share: number; onStop: () => void }) {
  const { t } = useWords();
  return (
    <div class="under-way stack-s" data-unlocking="opening">
      <span>{t("unlock.opening", { percent: Math.floor(100 * share) })}</span>
      <progress max={1} value={share} aria-label={t("unlock.progress-label")} />
      <button type="button" class="btn" data-action="stop-opening" onClick={onStop}>
        {t("unlock.stop")}
      </button>
    </div>
  );
}

interface ReadingProgressProps {
  filesDone: number;
  filesTotal: number;
  onStop: () => void;
}

/** Once every file is read, pictures are drawn again from their frames: how long that takes nobody can say. */
function ReadingProgress({ filesDone, filesTotal, onStop }: ReadingProgressProps) {
  const { t } = useWords();
  const isDrawing = filesTotal > 0 && filesDone === filesTotal;
  return (
    <div class="under-way stack-s">
      <span>
        {t(isDrawing ? "check.comparing" : "check.files-done", { done: filesDone, total: filesTotal })}
      </span>
      <progress max={Math.max(1, filesTotal)} value={filesDone} aria-label={t("check.progress-label")} />
      <button type="button" class="btn" data-action="stop-checking" onClick={onStop}>
        {t("check.stop")}
      </button>
    </div>
  );
}

/** Only what left nothing out; damaged ones too, as far as they are whole. */
function canRestore({ recipient }: Verification): boolean {
  return recipient !== null && isWhole(recipient);
}
