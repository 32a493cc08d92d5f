/** How far a page is kept. */
import type { Reach } from "../../src/capture/reach.ts";
import { Choice } from "../interface/choice.tsx";
import { useWords } from "../interface/words.ts";

const screensOffered = [5, 20] as const;

interface ReachChoiceProps {
  reach: Reach;
  onChoose: (reach: Reach) => void;
}

export function ReachChoice({ reach, onChoose }: ReachChoiceProps) {
  const { t } = useWords();
  const chosen = reach.kind === "whole" ? 0 : reach.screens;
  return (
    <fieldset class="stack-s">
      <legend>{t("reach.question")}</legend>
      <div class="choices ages">
        <Choice
          name="reach"
          value="whole"
          isChosen={chosen === 0}
          onChoose={() => onChoose({ kind: "whole" })}
        >
          {t("reach.whole")}
        </Choice>
        {screensOffered.map((screens) => (
          <Choice
            key={screens}
            name="reach"
            value={String(screens)}
            isChosen={chosen === screens}
            onChoose={() => onChoose({ kind: "screens", screens })}
          >
            {t("reach.screens", { screens })}
          </Choice>
        ))}
      </div>
      <p class="small soft">{t("reach.hint")}</p>
    </fieldset>
  );
}
