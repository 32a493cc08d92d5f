/** Below the timeline: how often each account did something, and what cannot be read here. */
import type { CaseFacts } from "../../../src/cases/case-facts.ts";
import { countsByAccount } from "../../../src/cases/timeline.ts";
import { Note } from "../../interface/note.tsx";
import { PageText } from "../../interface/page-text.tsx";
import { useWords } from "../../interface/words.ts";

export function FactNotes({ facts }: { facts: CaseFacts }) {
  const { t } = useWords();
  const repeated = [...countsByAccount(facts)].filter(([, count]) => count > 1);
  return (
    <>
      {repeated.length > 0 && (
        <section class="stack-s">
          <h2>{t("told.counts")}</h2>
          <ul class="plain">
            {repeated.map(([account, count]) => (
              <li key={account}>
                <PageText text={account} /> <strong>{t("told.times", { count })}</strong>
              </li>
            ))}
          </ul>
        </section>
      )}
      {facts.unreadable > 0 && (
        <Note tone="look" icon="info">
          <p>{t("told.unreadable", { count: facts.unreadable })}</p>
        </Note>
      )}
      {facts.withdrawn.length > 0 && (
        <p class="small soft">{t("told.withdrawn", { count: facts.withdrawn.length })}</p>
      )}
    </>
  );
}
