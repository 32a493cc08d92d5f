/** Asks for the passphrase of a locked bundle, and says what became of the last try. */
import { useEffect, useRef, useState } from "preact/hooks";
import { longestPassphrase } from "../../src/bundle/passphrase.ts";
import { Icon } from "../interface/icon.tsx";
import { Note } from "../interface/note.tsx";
import { PageText } from "../interface/page-text.tsx";
import { useWords } from "../interface/words.ts";
import { type LockedFile, wrongTries } from "./use-checking.ts";

interface UnlockPanelProps {
  asked: LockedFile;
  onUnlock: (typed: string) => void;
}

export function UnlockPanel({ asked, onUnlock }: UnlockPanelProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const seconds = useSecondsToWait(asked);
  const unlock = () => {
    if (seconds > 0) return;
    if (typed.trim() === "") field.current?.focus();
    else onUnlock(typed);
  };
  return (
    <form
      class="panel stack-s"
      data-unlocking={asked.said ?? "asked"}
      onSubmit={(event) => {
        event.preventDefault();
        unlock();
      }}
    >
      <h2>{t("unlock.title")}</h2>
      <p class="soft mono">
        <PageText text={asked.file.name} />
      </p>
      <p>{t("unlock.how")}</p>
      <PassphraseField field={field} typed={typed} onType={setTyped} onEnter={unlock} />
      <div role="status">{asked.said !== null && <Said said={asked.said} />}</div>
      {seconds > 0 && <p role="timer">{t("unlock.wait", { seconds })}</p>}
      <div class="actions">
        <button type="submit" class="btn main" data-action="unlock" aria-disabled={seconds > 0}>
          {t("unlock.button")}
        </button>
      </div>
    </form>
  );
}

function Said({ said }: { said: NonNullable<LockedFile["said"]> }) {
  const { t } = useWords();
  return (
    <Note tone={said === "changed" ? "broken" : "look"} icon={said === "changed" ? "unequal" : "info"}>
      <p>{t(said === "changed" ? "finding.locked-changed" : `unlock.${said}`)}</p>
    </Note>
  );
}

interface PassphraseFieldProps {
  field: { current: HTMLTextAreaElement | null };
  typed: string;
  onType: (typed: string) => void;
  onEnter: () => void;
}

/**
 * Words are copied from paper, so they are seen while they are typed; who is not alone can cover them. No field for
 * passwords: the browser would offer to keep it. No spelling is checked: some browsers ask their maker about words.
 */
function PassphraseField({ field, typed, onType, onEnter }: PassphraseFieldProps) {
  const { t } = useWords();
  const [isCovered, setIsCovered] = useState(false);
  return (
    <div>
      <div class="row">
        <label class="field" for="passphrase">
          {t("unlock.label")}
        </label>
        <button
          type="button"
          class="btn text"
          data-action="cover-passphrase"
          onClick={() => setIsCovered(!isCovered)}
        >
          <Icon name={isCovered ? "eye" : "covered"} /> {t(isCovered ? "unlock.show" : "unlock.hide")}
        </button>
      </div>
      <textarea
        id="passphrase"
        ref={field}
        class={isCovered ? "mono passphrase-field is-covered" : "mono passphrase-field"}
        rows={2}
        maxLength={longestPassphrase}
        autocomplete="off"
        autocapitalize="none"
        autocorrect="off"
        spellcheck={false}
        value={typed}
        onInput={(event) => onType(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.isComposing) return;
          event.preventDefault();
          onEnter();
        }}
      />
    </div>
  );
}

const secondMs = 1_000;

/** Counted down while it waits; every try asks anew. */
function useSecondsToWait(asked: LockedFile): number {
  const [leftMs, setLeftMs] = useState(() => waitMsOf(asked));
  useEffect(() => {
    setLeftMs(waitMsOf(asked));
    const timer = setInterval(() => setLeftMs(waitMsOf(asked)), secondMs);
    return () => clearInterval(timer);
  }, [asked]);
  return Math.ceil(leftMs / secondMs);
}

function waitMsOf({ locked }: LockedFile): number {
  return wrongTries.waitMs(locked.salt, performance.now());
}
