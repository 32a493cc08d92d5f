/** Showing only the addresses that stand in one way; each says how many there are. */
import { type UrlStatus, urlStatuses } from "../../../src/cases/case-fact.ts";
import type { UrlRow } from "../../../src/cases/url-rows.ts";
import { Icon, type IconName } from "../../interface/icon.tsx";
import { useWords } from "../../interface/words.ts";

export const statusIcons: Record<UrlStatus, IconName> = {
  "to-report": "open",
  submitted: "half",
  removed: "check",
  reappeared: "again",
  "set-aside": "minus",
};

interface StatusFiltersProps {
  rows: readonly UrlRow[];
  /** Null for all. */
  only: UrlStatus | null;
  onChoose: (only: UrlStatus | null) => void;
}

export function StatusFilters({ rows, only, onChoose }: StatusFiltersProps) {
  const { t } = useWords();
  const count = (status: UrlStatus) => rows.filter((row) => row.status === status).length;
  return (
    <fieldset class="filters">
      <legend class="visually-hidden">{t("urls.filter")}</legend>
      <button type="button" class="btn" aria-pressed={only === null} onClick={() => onChoose(null)}>
        {t("urls.all")} <span class="count">{rows.length}</span>
      </button>
      {urlStatuses
        .filter((status) => count(status) > 0)
        .map((status) => (
          <button
            key={status}
            type="button"
            class="btn"
            data-status={status}
            aria-pressed={only === status}
            onClick={() => onChoose(status)}
          >
            <Icon name={statusIcons[status]} /> {t(`status.${status}`)}{" "}
            <span class="count">{count(status)}</span>
          </button>
        ))}
    </fieldset>
  );
}
