/** Something that was done already: reported, blocked, paid, deleted. */
import { actionKinds, type BodyOf } from "../../../src/cases/case-fact.ts";
import { useWords } from "../../interface/words.ts";
import { OneOf, WordsField } from "./fields.tsx";
import { TypedTimeFields } from "./typed-time-fields.tsx";

interface ActionFormProps {
  value: BodyOf<"action">;
  onChange: (body: BodyOf<"action">) => void;
}

export function ActionForm({ value, onChange }: ActionFormProps) {
  const { t } = useWords();
  return (
    <>
      <OneOf
        legend={t("deed.kind")}
        name="action"
        options={actionKinds}
        value={value.action}
        wordFor={(action) => t(`deed.${action}`)}
        onChange={(action) => onChange({ ...value, action })}
      />
      <TypedTimeFields
        legend={t("deed.when")}
        name="done"
        value={value.done}
        onChange={(done) => onChange({ ...value, done })}
      />
      <WordsField
        label={t("deed.words")}
        name="words"
        value={value.words}
        onChange={(words) => onChange({ ...value, words })}
      />
    </>
  );
}
