/** Says aloud that a site has changed, so that "not found" is not taken for "not there". */
import type { ReaderHealth } from "../../src/platforms/field.ts";
import { isStale } from "../../src/platforms/reader-health.ts";
import { Chip } from "./chip.tsx";
import { Note } from "./note.tsx";
import { useWords } from "./words.ts";

interface ReaderNoteProps {
  health: ReaderHealth | undefined;
  /** When the page was kept: how old the reader was then. */
  keptUtc: string;
  /** Copies a report of the site's structure; none where there is no room for it. */
  onReport?: () => void;
}

export function ReaderNote({ health, keptUtc, onReport }: ReaderNoteProps) {
  const { t } = useWords();
  if (!health) return null;
  const isOld = isStale(health.lastVerified, keptUtc);
  if (!health.hasChanged) {
    return isOld ? (
      <p class="reader-age">
        <Chip look="missing" icon="question" text={t("reader.stale")} />
      </p>
    ) : null;
  }
  return (
    <Note tone="look" icon="info">
      <p>
        <strong>{t("reader.changed")}</strong> {t("reader.changed-safe")}
      </p>
      <p>{t("reader.changed-do")}</p>
      {isOld && <Chip look="missing" icon="question" text={t("reader.stale")} />}
      {onReport && (
        <>
          <p class="small soft">{t("reader.report-what")}</p>
          <div class="actions">
            <button type="button" class="btn" data-action="copy-site-report" onClick={onReport}>
              {t("reader.report")}
            </button>
          </div>
        </>
      )}
    </Note>
  );
}
