/** Which record the page goes to, what that means for pictures, and the way to the four questions. */
import { Icon } from "../interface/icon.tsx";
import { useWords, type Words } from "../interface/words.ts";
import type { CaseChoice } from "./popup-state.ts";

interface CaseLineProps {
  choices: readonly CaseChoice[];
  chosen: CaseChoice;
  onChoose: (caseId: string | null) => void;
  onOpenIntake: () => void;
}

export function CaseLine({ choices, chosen, onChoose, onOpenIntake }: CaseLineProps) {
  const { t } = useWords();
  const mask = chosen.mask ?? "none";
  return (
    <section class="stack-s case-line" aria-label={t("idle.case-label")}>
      {choices.length > 1 && <CaseSelect choices={choices} chosen={chosen} onChoose={onChoose} />}
      <p class="small mode" aria-live="polite">
        <Icon name={chosen.mask === null ? "check" : "covered"} /> <span>{t(`idle.mode.${mask}`)}</span>
      </p>
      <button type="button" class="btn text" data-action="open-intake" onClick={onOpenIntake}>
        {chosen.isUnanswered ? t("idle.ask") : t("idle.new-case")}
      </button>
    </section>
  );
}

type CaseSelectProps = Omit<CaseLineProps, "onOpenIntake">;

function CaseSelect({ choices, chosen, onChoose }: CaseSelectProps) {
  const { t } = useWords();
  return (
    <label class="case-select">
      <span class="small">{t("idle.goes-to")}</span>
      <select
        name="case"
        value={chosen.file?.id ?? ""}
        onChange={(event) => onChoose(event.currentTarget.value || null)}
      >
        {choices.map((choice) => (
          <option key={choice.file?.id ?? ""} value={choice.file?.id ?? ""} data-mask={choice.mask ?? "none"}>
            {choiceWords(t, choice)}
          </option>
        ))}
      </select>
    </label>
  );
}

function choiceWords(t: Words["t"], { file, mask, isUnanswered }: CaseChoice): string {
  if (file === null) return t("idle.choice.new");
  if (isUnanswered) return t("idle.choice.unsorted", { code: file.code });
  return t("idle.choice", { code: file.code, mode: t(mask === null ? "mode.pictures" : "mode.words") });
}
