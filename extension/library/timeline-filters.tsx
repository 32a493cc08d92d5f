/** Showing only what was kept, or only one kind of what was written down; each says how many there are. */
import { useWords } from "../interface/words.ts";
import type { TimelineEntry } from "./day-groups.ts";
import { kindOf, type TimelineKind, timelineKinds } from "./timeline-kinds.ts";

interface TimelineFiltersProps {
  entries: readonly TimelineEntry[];
  /** Null for all. */
  only: TimelineKind | null;
  onChoose: (only: TimelineKind | null) => void;
}

export function TimelineFilters({ entries, only, onChoose }: TimelineFiltersProps) {
  const { t } = useWords();
  const count = (kind: TimelineKind) => entries.filter((entry) => kindOf(entry) === kind).length;
  const there = timelineKinds.filter((kind) => count(kind) > 0);
  // One kind alone needs no choosing, and what was chosen must stay there to be let go of.
  if (there.length < 2 && only === null) return null;
  return (
    <fieldset class="filters">
      <legend class="visually-hidden">{t("urls.filter")}</legend>
      <button
        type="button"
        class="btn"
        data-only="all"
        aria-pressed={only === null}
        onClick={() => onChoose(null)}
      >
        {t("urls.all")} <span class="count">{entries.length}</span>
      </button>
      {timelineKinds
        .filter((kind) => there.includes(kind) || kind === only)
        .map((kind) => (
          <button
            key={kind}
            type="button"
            class="btn"
            data-only={kind}
            aria-pressed={only === kind}
            onClick={() => onChoose(kind)}
          >
            {t(`timeline.kind.${kind}`)} <span class="count">{count(kind)}</span>
          </button>
        ))}
    </fieldset>
  );
}
