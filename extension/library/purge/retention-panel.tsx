/** Beside the timeline, when something has lain here for long or consent ended: a question, never a deadline. */
import { reminderDays } from "../../../src/data/retention.ts";
import { type RetentionDue, retentionDue } from "../../../src/evidence/retention.ts";
import type { CaseFile } from "../../../src/evidence/case-file.ts";
import { useWords } from "../../interface/words.ts";
import type { LibraryContents } from "../library-contents.ts";
import type { LibraryPorts } from "../library-ports.ts";
import type { Library } from "../use-library.ts";

interface RetentionPanelProps {
  library: Library;
  contents: LibraryContents;
  caseFile: CaseFile;
  ports: LibraryPorts;
}

export function RetentionPanel({ library, contents, caseFile, ports }: RetentionPanelProps) {
  const { t } = useWords();
  const { facts, items } = contents;
  const due = retentionDue({ caseFile, facts }, items, ports.clock.now().utc);
  if (!due) return null;
  const look = () =>
    library.show({ screen: "purge", itemIds: due.items.map(({ item }) => item.id), why: due.why });
  return (
    <section class="panel stack-s" data-retention={due.why} data-due={due.items.length}>
      <h2>{t(`retention.title.${due.why}`, { count: due.items.length, days: reminderDays })}</h2>
      <Why due={due} isOwn={facts.answers.operator === "self"} />
      <div class="actions">
        <button type="button" class="btn" data-action="look-what-to-clear" onClick={look}>
          {t("retention.look")}
        </button>
        <button
          type="button"
          class="btn text"
          data-action="keep-on"
          onClick={() => void library.record({ kind: "kept-on", because: "" }, null)}
        >
          {t("retention.keep")}
        </button>
      </div>
      <p class="small soft">{t("retention.keep-means", { days: reminderDays })}</p>
    </section>
  );
}

function Why({ due: { why, pictured }, isOwn }: { due: RetentionDue; isOwn: boolean }) {
  const { t } = useWords();
  if (why === "consent-withdrawn") return <p>{t("retention.text.consent-withdrawn")}</p>;
  return (
    <>
      <p>{t(isOwn ? "retention.text.own" : "retention.text.helped")}</p>
      {!isOwn && pictured > 0 && <p>{t("retention.pictured", { count: pictured })}</p>}
    </>
  );
}
