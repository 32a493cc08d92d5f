/** What comes next for this record: the steps in their order, the clocks, the law, and who helps. */
import { lawsDated } from "../../../src/data/applicable-laws.ts";
import { contacts } from "../../../src/data/contacts.ts";
import { isYoungSelf, nextSteps } from "../../../src/cases/next-steps.ts";
import { dateWords } from "../../interface/date-wording.ts";
import { Note } from "../../interface/note.tsx";
import { ScreenHeading } from "../../interface/screen-heading.tsx";
import { useWords } from "../../interface/words.ts";
import type { LibraryContents } from "../library-contents.ts";
import type { LibraryPorts } from "../library-ports.ts";
import type { LibraryView } from "../library-view.ts";
import { ClockPanel } from "./clock-panel.tsx";
import { ConsentPanel } from "./consent-panel.tsx";
import { LawTable } from "./law-table.tsx";
import { PlacesPanel } from "./places-panel.tsx";
import { StepBody } from "./step-body.tsx";

export interface GuidanceProps {
  contents: LibraryContents;
  ports: LibraryPorts;
  onShow: (view: LibraryView) => void;
}

export function GuidanceScreen(props: GuidanceProps) {
  const { contents, onShow } = props;
  const { language, t } = useWords();
  const { answers } = contents.facts;
  return (
    <div class="with-aside">
      <div class="stack">
        <div>
          <ScreenHeading text={t("guide.title")} />
          <p class="soft">
            {t("guide.for", {
              age: t(`guide.age.${answers.ageNow}`),
              by: t(`guide.by.${answers.operator}`),
            })}{" "}
            <button
              type="button"
              class="link"
              data-action="change-answers"
              onClick={() => onShow({ screen: "intake", of: "shown" })}
            >
              {t("guide.change")}
            </button>
          </p>
        </div>
        {isYoungSelf(answers) && (
          <Note tone="plain" icon="talk">
            <p>{t("guide.young-self", { phone: contacts["protection-line"].phone })}</p>
          </Note>
        )}
        <Steps {...props} />
        <LawTable answers={answers} />
        <p class="small soft">{t("guide.not-advice", { date: dateWords(language, lawsDated.asOf) })}</p>
      </div>
      <aside class="stack">
        <ClockPanel {...props} />
        <ConsentPanel {...props} />
        <PlacesPanel answers={answers} />
      </aside>
    </div>
  );
}

function Steps(props: GuidanceProps) {
  const { t } = useWords();
  const { facts, items } = props.contents;
  return (
    <ol class="way">
      {nextSteps(facts, items.length).map(({ id, state }) => (
        <li
          key={id}
          class={state}
          data-step={id}
          data-state={state}
          {...(state === "now" && { "aria-current": "step" as const })}
        >
          <div class="stack-s">
            <h2>
              {t(`step.${id}.title`)}
              {state === "done" && <span class="visually-hidden"> {t("guide.done")}</span>}
            </h2>
            <StepBody {...props} id={id} isNow={state === "now"} />
          </div>
        </li>
      ))}
    </ol>
  );
}
