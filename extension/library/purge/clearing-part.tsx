/** Below the timeline: what was cleared before, as the log tells it, and the way to clear more. */
import { deletionsOf } from "../../../src/evidence/deletions.ts";
import { momentWords } from "../../interface/date-wording.ts";
import { useWords } from "../../interface/words.ts";
import type { LibraryContents } from "../library-contents.ts";
import type { LibraryView } from "../library-view.ts";

interface ClearingPartProps {
  contents: Pick<LibraryContents, "items" | "log">;
  onShow: (view: LibraryView) => void;
}

export function ClearingPart({ contents: { items, log }, onShow }: ClearingPartProps) {
  const { t } = useWords();
  return (
    <>
      <PastDeletions log={log} />
      {items.length > 0 && (
        <p>
          <button
            type="button"
            class="link"
            data-action="open-purge"
            onClick={() => onShow({ screen: "purge", itemIds: [], why: null })}
          >
            {t("purge.open")}
          </button>
        </p>
      )}
    </>
  );
}

function PastDeletions({ log }: Pick<LibraryContents, "log">) {
  const { language, t } = useWords();
  const past = deletionsOf(log);
  if (past.length === 0) return null;
  return (
    <details class="panel" data-deleted={past.length}>
      <summary>
        <strong>{t("purge.past", { count: past.length })}</strong>
      </summary>
      <p class="small soft">{t("purge.past-what")}</p>
      <ol class="plain small">
        {past.toReversed().map(({ sequence, number, at, by, reason, itemSha256 }) => (
          <li key={sequence}>
            {t("purge.past-line", {
              number,
              date: momentWords(language, at),
              role: t(`role.${by}`),
              reason: t(`purge.reason.${reason}`),
            })}
            <br />
            <span class="mono soft">{t("purge.past-digest", { digest: itemSha256 })}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
