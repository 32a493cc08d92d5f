/** How far packing is, in words first; and the way to stop it. */
import type { WordKey } from "../../src/words/say.ts";
import { useWords } from "../interface/words.ts";
import type { PackingState } from "./use-packing.ts";

interface PackingProgressProps {
  progress: PackingState | null;
  /** What is said while nothing is being packed. */
  before: WordKey;
  onStop: () => void;
}

export function PackingProgress({ progress, before, onStop }: PackingProgressProps) {
  const { t } = useWords();
  if (progress === null) return <span class="soft">{t(before)}</span>;
  const { step, share, filesDone, filesTotal, secondsLeft } = progress;
  return (
    <div class="under-way stack-s" data-packing={step}>
      <span role="status">
        {t(wordsOf(progress), { done: filesDone, total: filesTotal })}
        {secondsLeft !== null && ` ${t("pack.seconds-left", { seconds: secondsLeft })}`}
      </span>
      <progress max={1} value={share} aria-label={t("pack.progress-label")} />
      <button type="button" class="btn" data-action="stop-packing" onClick={onStop}>
        {t("pack.stop")}
      </button>
    </div>
  );
}

/** No number is told before there is one; of a record without kept files there never is. */
function wordsOf({ step, filesTotal }: PackingState): WordKey {
  if (step !== "reading") return `pack.${step}`;
  return filesTotal === 0 ? "pack.beginning" : "pack.progress";
}
