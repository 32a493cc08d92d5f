/** The one question: whether all concerned are adults, and what the answer means for pictures. */
import type { AboutAge } from "../../src/evidence/case-file.ts";
import { Choice } from "../interface/choice.tsx";
import { useWords } from "../interface/words.ts";

const answers: readonly AboutAge[] = ["adult", "minor", "unknown"];

interface AboutQuestionProps {
  about: AboutAge;
  onAnswer: (about: AboutAge) => void;
}

export function AboutQuestion({ about, onAnswer }: AboutQuestionProps) {
  const { t } = useWords();
  return (
    <fieldset class="stack-s">
      <legend>{t("idle.about-question")}</legend>
      <div class="choices ages">
        {answers.map((answer) => (
          <Choice
            key={answer}
            name="about"
            value={answer}
            isChosen={answer === about}
            onChoose={() => onAnswer(answer)}
          >
            {t(`idle.about.${answer}`)}
          </Choice>
        ))}
      </div>
      <p class="small" aria-live="polite">
        {t(`idle.meaning.${about}`)}
      </p>
    </fieldset>
  );
}
