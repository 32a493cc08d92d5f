/** The four questions: each can be skipped, and what the answers mean for pictures is said at once. */
import { useState } from "preact/hooks";
import { AgeAnswer, type Answers, noAnswers, OperatorRole } from "../../../src/cases/answers.ts";
import type { BodyOf } from "../../../src/cases/case-fact.ts";
import { answerCase } from "../../../src/evidence/answer-case.ts";
import { isSameMode } from "../../../src/evidence/capture-mode.ts";
import type { CaseFile } from "../../../src/evidence/case-file.ts";
import { Note } from "../../interface/note.tsx";
import { ScreenHeading } from "../../interface/screen-heading.tsx";
import { useWords } from "../../interface/words.ts";
import type { LibraryPorts } from "../library-ports.ts";
import type { Library } from "../use-library.ts";
import { ConsentFields } from "./consent-fields.tsx";
import { emptyConsent } from "./empty-body.ts";
import { OneOf } from "./fields.tsx";
import { consentGiven, maskReasonWith } from "./intake-answers.ts";

interface IntakeScreenProps {
  library: Library;
  ports: LibraryPorts;
  /** The record asked about; null for a new one. */
  of: CaseFile | null;
  /** Its answers as they stand. */
  answers: Answers;
}

export function IntakeScreen({ library, ports, of, answers: atFirst }: IntakeScreenProps) {
  const { t } = useWords();
  const [answers, setAnswers] = useState<Answers>(of ? atFirst : noAnswers);
  const [consent, setConsent] = useState(emptyConsent);
  const save = () => {
    const given = { answers, consent: consentGiven(answers, consent) };
    void library.attempt(async () => {
      const { id } = await answerCase(ports, given, of);
      await ports.writeLedger();
      await ports.writeSettings({ currentCaseId: id });
      await library.reload();
      library.show({ screen: "guidance" });
    });
  };
  return (
    <form class="stack form" onSubmit={(event) => event.preventDefault()} onInput={library.markUnsaved}>
      <div>
        <ScreenHeading text={t("intake.title")} />
        <p>{t("intake.why")}</p>
      </div>
      <Questions answers={answers} onAnswer={setAnswers} />
      <ConsentQuestion answers={answers} consent={consent} onChange={setConsent} />
      <Meaning of={of} answers={answers} consent={consent} />
      <div class="actions">
        <button type="button" class="btn main" data-action="save-intake" onClick={save}>
          {t("intake.done")}
        </button>
        <button
          type="button"
          class="btn text"
          data-action="skip-intake"
          onClick={() => library.show({ screen: "timeline" })}
        >
          {t("intake.skip")}
        </button>
      </div>
    </form>
  );
}

interface QuestionsProps {
  answers: Answers;
  onAnswer: (answers: Answers) => void;
}

function Questions({ answers, onAnswer }: QuestionsProps) {
  const { t } = useWords();
  const ages = { options: AgeAnswer.options, wordFor: (age: AgeAnswer) => t(`age.${age}`) };
  return (
    <>
      <OneOf
        legend={t("intake.now")}
        name="age-now"
        value={answers.ageNow}
        {...ages}
        onChange={(ageNow) => onAnswer({ ...answers, ageNow })}
      />
      {answers.ageNow !== "under-18" && (
        <OneOf
          legend={t("intake.then")}
          name="age-then"
          value={answers.ageAtEvent}
          {...ages}
          onChange={(ageAtEvent) => onAnswer({ ...answers, ageAtEvent })}
        />
      )}
      <OneOf
        legend={t("intake.who")}
        name="operator"
        options={OperatorRole.options}
        value={answers.operator}
        wordFor={(role) => t(`role.${role}`)}
        onChange={(operator) => onAnswer({ ...answers, operator })}
      />
    </>
  );
}

interface ConsentQuestionProps {
  answers: Answers;
  consent: BodyOf<"consent">;
  onChange: (consent: BodyOf<"consent">) => void;
}

/** Asked only of somebody who said that they are not the person. */
function ConsentQuestion({ answers, consent, onChange }: ConsentQuestionProps) {
  const { t } = useWords();
  if (answers.operator === "self" || answers.operator === "unknown") return null;
  const mayHavePictures = answers.ageNow === "adult" && answers.ageAtEvent === "adult";
  return (
    <section class="panel stack" aria-label={t("consent.title")}>
      <h2>{t("consent.title")}</h2>
      <p class="soft">{t("consent.hint")}</p>
      <ConsentFields value={consent} onChange={onChange} mayHavePictures={mayHavePictures} />
    </section>
  );
}

function Meaning({ of, answers, consent }: Omit<ConsentQuestionProps, "onChange"> & { of: CaseFile | null }) {
  const { t } = useWords();
  const mask = maskReasonWith(answers, consentGiven(answers, consent));
  const goesOn = of !== null && isSameMode(of.answers, answers);
  return (
    <div aria-live="polite">
      <Note tone="plain" icon={mask === null ? "info" : "covered"}>
        <p>{t(`intake.means.${mask ?? "none"}`)}</p>
        {of !== null && <p>{t(goesOn ? "intake.same-record" : "intake.new-record", { code: of.code })}</p>}
      </Note>
    </div>
  );
}
