/** Bringing a backup back: offered after a check, told in numbers, conflicts said instead of mixed. */
import { useState } from "preact/hooks";
import type { Restoring } from "../../src/restore/restore-backup.ts";
import { Note } from "../interface/note.tsx";
import { useWords, type Words } from "../interface/words.ts";

type Restored = Extract<Restoring, { kind: "restored" }> & { caseId: string };
export type RestoreOutcome =
  | Restored
  | Extract<Restoring, { kind: "conflict" }>
  | { kind: "refused" }
  | { kind: "failed" };

interface RestorePanelProps {
  /** Whether the check found nothing: what is damaged stays out. */
  isSound: boolean;
  onRestore: () => Promise<RestoreOutcome>;
  /** Goes to the record that was brought back. */
  onOpen: (caseId: string) => void;
}

export function RestorePanel({ isSound, onRestore, onOpen }: RestorePanelProps) {
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
      {!isSound && <p>{t("restore.what-damaged")}</p>}
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
      {typeof state === "object" && state.kind === "restored" && (
        <div class="actions">
          <button
            type="button"
            class="btn main"
            data-action="open-restored"
            onClick={() => onOpen(state.caseId)}
          >
            {t("restore.open")}
          </button>
        </div>
      )}
    </section>
  );
}

function Outcome({ outcome }: { outcome: RestoreOutcome }) {
  const { t } = useWords();
  if (outcome.kind === "restored") return <Restored outcome={outcome} />;
  if (outcome.kind === "conflict") return <Conflict outcome={outcome} />;
  return (
    <Note tone="look" icon="info">
      <p data-restored={outcome.kind}>{t(`restore.${outcome.kind}`)}</p>
    </Note>
  );
}

/** What happened, that nothing was touched, and what to do with two that cannot become one. */
function Conflict({ outcome }: { outcome: Extract<RestoreOutcome, { kind: "conflict" }> }) {
  const { t } = useWords();
  const { line, onlyInBackup } = outcome;
  return (
    <Note tone="look" icon="info">
      <div class="stack-s" data-restored="conflict">
        <p>{t("restore.conflict", { line })}</p>
        <p>{t("restore.conflict-safe")}</p>
        {onlyInBackup.length > 0 && (
          <p>{t("restore.only-in-backup", { list: numbersOf(onlyInBackup).join(t("report.list-comma")) })}</p>
        )}
        <p>{t("restore.conflict-do")}</p>
      </div>
    </Note>
  );
}

/** People know items by their numbers: `c0007` is the folder of item 7. */
function numbersOf(folders: readonly string[]): number[] {
  return folders.map((folder) => Number(folder.slice(1)));
}

/** How much came back, and that what was here stays. */
function broughtBack(t: Words["t"], { items, damaged, alreadyHere }: Restored): string[] {
  const already = alreadyHere > 0 ? [t("restore.already", { already: alreadyHere })] : [];
  if (items.length > 0) return [t("restore.done", { count: items.length }), ...already];
  if (damaged.length > 0) return [t("restore.none-whole"), ...already];
  return [alreadyHere > 0 ? t("restore.nothing-new", { already: alreadyHere }) : t("restore.written-only")];
}

function Restored({ outcome }: { outcome: Restored }) {
  const { t } = useWords();
  const { items, damaged, isLogWhole, sameCode } = outcome;
  return (
    <Note
      tone={damaged.length === 0 && isLogWhole ? "good" : "look"}
      icon={damaged.length === 0 ? "check" : "info"}
    >
      <div class="stack-s" data-restored="restored" data-items={items.length}>
        {broughtBack(t, outcome).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {damaged.length > 0 && (
          <p>{t("restore.damaged", { list: numbersOf(damaged).join(t("report.list-comma")) })}</p>
        )}
        {!isLogWhole && <p>{t("restore.log-cut")}</p>}
        {sameCode && <p>{t("restore.same-code")}</p>}
      </div>
    </Note>
  );
}
