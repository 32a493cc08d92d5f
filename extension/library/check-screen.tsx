/** Checking a bundle, ours or anybody's: nothing of it is kept unless somebody asks, nothing of it is changed. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { isWhole } from "../../src/bundle/recipient.ts";
import type { ThreadMeans } from "../../src/verify/check-threads.ts";
import { type Verification, verifyBundle } from "../../src/verify/verify-bundle.ts";
import { ScreenHeading } from "../interface/screen-heading.tsx";
import { useWords } from "../interface/words.ts";
import type { BundleToStamp } from "./add-stamp.ts";
import { CheckResult } from "./check-result.tsx";
import { type RestoreOutcome, RestorePanel } from "./restore-panel.tsx";

type Checking =
  | { step: "waiting" }
  | { step: "reading"; name: string; filesDone: number; filesTotal: number }
  | { step: "checked"; name: string; file: File; verification: Verification };

export interface RestoreDoor {
  /** Brings a backup back. */
  bring: (file: File, seal: string) => Promise<RestoreOutcome>;
  /** Goes to a record. */
  open: (caseId: string) => void;
}

interface CheckScreenProps {
  /** Null where there is no place to bring a backup to. */
  restore: RestoreDoor | null;
  /** What adds a time to a bundle that is sound; null where there is none. It comes from outside: `verify.html` is one file. */
  stampPanel: ((bundle: BundleToStamp) => ComponentChildren) | null;
  /** Threads that compare pictures. */
  threads: ThreadMeans;
}

export function CheckScreen({ restore, stampPanel, threads }: CheckScreenProps) {
  const { t } = useWords();
  const { checking, check, stop } = useChecking(threads);
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
      {checking.step === "reading" && <ReadingProgress {...checking} onStop={stop} />}
      {checking.step === "checked" && <Checked {...checking} restore={restore} stampPanel={stampPanel} />}
    </>
  );
}

type CheckedProps = Extract<Checking, { step: "checked" }> & Pick<CheckScreenProps, "restore" | "stampPanel">;

function Checked({ name, file, verification, restore, stampPanel }: CheckedProps) {
  const { isSound, seal } = verification;
  return (
    <>
      <CheckResult key={name} name={name} verification={verification} />
      {restore && canRestore(verification) && (
        <RestorePanel
          key={file.lastModified}
          isSound={isSound}
          onRestore={() => restore.bring(file, seal ?? "")}
          onOpen={restore.open}
        />
      )}
      {stampPanel && isSound && seal !== null && (
        <div key={`${name} ${file.lastModified}`}>
          {stampPanel({ zip: file, name, seal, passphrase: null })}
        </div>
      )}
    </>
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

interface Checks {
  checking: Checking;
  check: (file: File | null) => void;
  stop: () => void;
}

/** Nobody reads faster than five times a second. */
const betweenShowsMs = 200;

/** A second file replaces the first, even while the first is still being read. */
function useChecking(threads: ThreadMeans): Checks {
  const [checking, setChecking] = useState<Checking>({ step: "waiting" });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const check = (file: File | null) => {
    if (!file) return;
    running.current?.abort();
    const life = new AbortController();
    running.current = life;
    const { name } = file;
    let shownAtMs = 0;
    const onProgress = ({ filesDone, filesTotal }: { filesDone: number; filesTotal: number }) => {
      const atMs = performance.now();
      if (life.signal.aborted || (atMs - shownAtMs < betweenShowsMs && filesDone < filesTotal)) return;
      shownAtMs = atMs;
      setChecking({ step: "reading", name, filesDone, filesTotal });
    };
    onProgress({ filesDone: 0, filesTotal: 0 });
    void verifyBundle(file, { signal: life.signal, onProgress, threads }).then(
      (verification) => setChecking({ step: "checked", name, file, verification }),
      () => undefined,
    );
  };
  const stop = () => {
    running.current?.abort();
    setChecking({ step: "waiting" });
  };
  return { checking, check, stop };
}
