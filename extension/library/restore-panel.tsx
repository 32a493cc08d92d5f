/** Bringing a backup back: offered after a check, told in numbers, conflicts said instead of mixed. */
import { useState } from "preact/hooks";
import type { Restoring } from "../../src/restore/restore-backup.ts";
import { Note } from "../interface/note.tsx";
import { useWords } from "../interface/words.ts";

export type RestoreOutcome = Restoring | { kind: "refused" } | { kind: "failed" };

interface RestorePanelProps {
  onRestore: () => Promise<RestoreOutcome>;
}

export function RestorePanel({ onRestore }: RestorePanelProps) {
  const { t } = useWords();
  const [state, setState] = useState<RestoreOutcome | "waiting" | "running">("waiting");
  const restore = () => {
    setState("running");
    void onRestore().then(setState);
  };
  return (
    <section class="panel stack-s">
      <h2>{t("restore.title")}</h2>
      <p>{t("restore.what")}</p>
      {(state === "waiting" || state === "running") && (
        <div class="actions">
          <button
            type="button"
            class="btn"
            data-action="restore"
            aria-disabled={state === "running"}
            onClick={restore}
          >
            {t("restore.button")}
          </button>
        </div>
      )}
      <div role="status">
        {state === "running" && <p>{t("restore.running")}</p>}
        {typeof state === "object" && <Outcome outcome={state} />}
      </div>
    </section>
  );
}

function Outcome({ outcome }: { outcome: RestoreOutcome }) {
  const { t } = useWords();
  if (outcome.kind === "restored") return <Restored outcome={outcome} />;
  const isConflict = outcome.kind === "conflict";
  return (
    <Note tone="look" icon="info">
      <div class="stack-s" data-restored={outcome.kind}>
        <p>{isConflict ? t("restore.conflict", { line: outcome.line }) : t(`restore.${outcome.kind}`)}</p>
        {isConflict && outcome.onlyInBackup.length > 0 && (
          <p>{t("restore.only-in-backup", { list: outcome.onlyInBackup.join("、") })}</p>
        )}
      </div>
    </Note>
  );
}

function Restored({ outcome }: { outcome: Extract<Restoring, { kind: "restored" }> }) {
  const { t } = useWords();
  const { items, damaged, alreadyHere, isLogWhole, sameCode } = outcome;
  return (
    <Note
      tone={damaged.length === 0 && isLogWhole ? "good" : "look"}
      icon={damaged.length === 0 ? "check" : "info"}
    >
      <div class="stack-s" data-restored="restored" data-items={items.length}>
        <p>{t("restore.done", { count: items.length, already: alreadyHere })}</p>
        {damaged.length > 0 && <p>{t("restore.damaged", { list: damaged.join("、") })}</p>}
        {!isLogWhole && <p>{t("restore.log-cut")}</p>}
        {sameCode && <p>{t("restore.same-code")}</p>}
      </div>
    </Note>
  );
}
