/** What a person wrote down, on the stem: a leaf without a picture, with the way to change it. */
import type { ToldEvent } from "../../../src/cases/timeline.ts";
import { momentWords } from "../../interface/date-wording.ts";
import { PageText } from "../../interface/page-text.tsx";
import { useWords } from "../../interface/words.ts";
import { TagChips } from "./tag-chips.tsx";
import { toldLines, toldTitle } from "./told-words.ts";

interface WordCardProps {
  event: ToldEvent;
  onEdit: () => void;
}

export function WordCard({ event, onEdit }: WordCardProps) {
  const { language, t } = useWords();
  const { entry, time } = event;
  const { body, at, correctedAt } = entry;
  return (
    <li>
      <span class="at">{time.clock ?? ""}</span>
      <article class="word stack-s" data-fact={body.kind}>
        <h3>{toldTitle(t, body)}</h3>
        {body.words !== "" && (
          <p class="verbatim">
            <PageText text={body.words} />
          </p>
        )}
        {toldLines(t, body).map((line) => (
          <p key={line}>
            <PageText text={line} />
          </p>
        ))}
        {time.words !== "" && (
          <p class="soft">
            <PageText text={time.words} />
          </p>
        )}
        {body.kind === "incident" && <TagChips tags={body.tags} />}
        <p class="small soft">
          {t("told.you-wrote", { date: momentWords(language, at) })}
          {correctedAt !== null && (
            <>
              <br />
              {t("told.corrected", { date: momentWords(language, correctedAt) })}
            </>
          )}
        </p>
        <Earlier event={event} />
        <button type="button" class="link" data-action="edit-fact" onClick={onEdit}>
          {t("told.edit")}
        </button>
      </article>
    </li>
  );
}

/** Earlier wordings stay readable where they were changed. */
function Earlier({ event: { entry } }: { event: ToldEvent }) {
  const { t } = useWords();
  const earlier = entry.earlier.flatMap((body) => (isTold(body) ? [body] : []));
  if (earlier.length === 0) return null;
  return (
    <details>
      <summary class="small">{t("told.earlier")}</summary>
      <ol class="plain small soft">
        {earlier.map((body, index) => (
          <li key={`${index} ${body.words}`}>
            <PageText text={[toldTitle(t, body), ...toldLines(t, body), body.words].join("\n")} />
          </li>
        ))}
      </ol>
    </details>
  );
}

function isTold(body: { kind: string }): body is ToldEvent["entry"]["body"] {
  return ["incident", "payment", "action", "submission"].includes(body.kind);
}
