/** What happened to an item since it was kept: every line of the log that names it. */
import type { CustodyEntry } from "../../src/custody/custody-entry.ts";
import { momentWords } from "../interface/date-wording.ts";
import { useWords } from "../interface/words.ts";

interface ItemHistoryProps {
  itemId: string;
  log: readonly CustodyEntry[];
}

export function ItemHistory({ itemId, log }: ItemHistoryProps) {
  const { language, t } = useWords();
  const lines = log.filter(({ facts }) => facts["itemId"] === itemId);
  return (
    <details class="panel">
      <summary>
        <strong>{t("history.title")}</strong> {t("history.count", { count: lines.length })}
      </summary>
      <ol class="plain">
        {lines.map(({ sequence, at, action }) => (
          <li key={sequence}>
            {momentWords(language, at)} <strong>{t(`action.${action}`)}</strong>
          </li>
        ))}
      </ol>
    </details>
  );
}
