/** What happened to an item since it was kept: every line of the log that names it. */
import type { CustodyEntry } from "../../src/custody/custody-entry.ts";
import { correctionsOf } from "../../src/evidence/corrections.ts";
import { momentWords } from "../interface/date-wording.ts";
import { PageText } from "../interface/page-text.tsx";
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
        {lines.map((entry) => (
          <li key={entry.sequence}>
            {momentWords(language, entry.at)} <strong>{t(`action.${entry.action}`)}</strong>
            {entry.facts["kind"] === "key-message" && <> {t("key.title")}</>}
            {entry.facts["kind"] === "tags" && <> {t("tags.of-item")}</>}
            <Change entry={entry} itemId={itemId} />
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Of a correction: which field, what it said, what it says now. */
function Change({ entry, itemId }: { entry: CustodyEntry; itemId: string }) {
  const { t } = useWords();
  const [correction] = correctionsOf([entry], itemId);
  if (!correction) return null;
  const { field, before, after } = correction;
  const none = t("history.nothing");
  return (
    <>
      {" "}
      {t(`field.${field}`)}: <PageText text={before ?? none} /> →{" "}
      <PageText text={after ?? t("history.as-read")} />
    </>
  );
}
