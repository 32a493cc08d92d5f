/** A trusted time without a network of ours: the request goes out as a file, the reply comes back as a file. */
import { useEffect, useRef, useState } from "preact/hooks";
import { useWords } from "../interface/words.ts";
import { addStamp, type BundleToStamp, saveRequest, type StampOutcome } from "./add-stamp.ts";
import type { LibraryPorts } from "./library-ports.ts";
import { StampResult } from "./stamp-result.tsx";

export type StampPorts = Pick<LibraryPorts, "saveFile" | "randomNumbers">;

interface StampPanelProps {
  bundle: BundleToStamp;
  ports: StampPorts;
}

export function StampPanel({ bundle, ports }: StampPanelProps) {
  const { t } = useWords();
  const { stamping, take } = useStamping(bundle, ports);
  return (
    <details class="panel" data-action="stamp">
      <summary>
        <strong>{t("stamp.title")}</strong>
      </summary>
      <div class="stack-s">
        <p>{t("stamp.who-needs")}</p>
        <p>{t("stamp.what")}</p>
        <Steps bundle={bundle} ports={ports} onTake={take} />
        <div role="status" data-stamping={stampingMark(stamping)}>
          {stamping === "working" && <p>{t("stamp.working")}</p>}
          {typeof stamping === "object" && <StampResult outcome={stamping} />}
        </div>
        <p class="small soft">{t(bundle.passphrase === null ? "stamp.later" : "stamp.later-locked")}</p>
      </div>
    </details>
  );
}

type Stamping = "not-yet" | "working" | StampOutcome;

function stampingMark(stamping: Stamping): string {
  if (typeof stamping === "string") return stamping;
  return stamping.kind === "added" ? "added" : stamping.reason;
}

/**
 * What still lacks its other half waits for it; a second time goes beside the first. Files chosen while others are looked
 * at take their place; leaving the screen ends it, and nothing is saved.
 */
function useStamping(bundle: BundleToStamp, { saveFile }: StampPorts) {
  const [stamping, setStamping] = useState<Stamping>("not-yet");
  const running = useRef<AbortController | null>(null);
  const waiting = useRef<readonly File[]>([]);
  /** With every time that was added here. */
  const stamped = useRef<Blob | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const take = (chosen: readonly File[]) => {
    if (chosen.length === 0) return;
    running.current?.abort();
    const life = new AbortController();
    running.current = life;
    const files = [...waiting.current, ...chosen];
    setStamping("working");
    void addStamp({ ...bundle, zip: stamped.current ?? bundle.zip }, files, { saveFile, signal: life.signal })
      .catch((): StampOutcome => ({ kind: "refused", reason: "unreadable" }))
      .then((outcome) => {
        if (life.signal.aborted) return;
        waiting.current = isHalf(outcome) ? files : [];
        if (outcome.kind === "added") stamped.current = outcome.zip;
        setStamping(outcome);
      });
  };
  return { stamping, take };
}

function isHalf(outcome: StampOutcome): boolean {
  return outcome.kind === "refused" && ["no-reply", "no-certificate"].includes(outcome.reason);
}

interface StepsProps extends StampPanelProps {
  onTake: (files: readonly File[]) => void;
}

function Steps({ bundle, ports, onTake }: StepsProps) {
  const { t } = useWords();
  return (
    <ol class="stack-s">
      <li class="stack-s">
        <p>{t("stamp.step-request")}</p>
        <div class="actions">
          <button
            type="button"
            class="btn"
            data-action="save-request"
            onClick={() => void saveRequest(bundle, ports)}
          >
            {t("stamp.button-request")}
          </button>
        </div>
      </li>
      <li>{t("stamp.step-send")}</li>
      <li>{t("stamp.step-certificate")}</li>
      <li class="stack-s">
        <label for="stamp-reply">{t("stamp.reply")}</label>
        <input
          id="stamp-reply"
          type="file"
          name="stamp-reply"
          multiple
          accept=".tsr,.pem,.crt,.cer,.der"
          onClick={({ currentTarget }) => {
            // The same file chosen once more would not count as a change.
            currentTarget.value = "";
          }}
          onChange={({ currentTarget: { files } }) => onTake([...(files ?? [])])}
        />
      </li>
    </ol>
  );
}
