/** A report that was sent: to whom, when, and the number it got. */
import { type BodyOf, submissionTargets } from "../../../src/cases/case-fact.ts";
import { useWords } from "../../interface/words.ts";
import { LineField, OneOf, WordsField } from "./fields.tsx";
import { TypedTimeFields } from "./typed-time-fields.tsx";

interface SubmissionFormProps {
  value: BodyOf<"submission">;
  onChange: (body: BodyOf<"submission">) => void;
}

export function SubmissionForm({ value, onChange }: SubmissionFormProps) {
  const { t } = useWords();
  return (
    <>
      <OneOf
        legend={t("submission.to")}
        name="to"
        options={submissionTargets}
        value={value.to}
        wordFor={(to) => t(`target.${to}`)}
        onChange={(to) => onChange({ ...value, to })}
      />
      {value.urlKeys.length > 0 && <p>{t("submission.urls", { count: value.urlKeys.length })}</p>}
      <LineField
        label={t("submission.receipt")}
        hint={t("submission.receipt-hint")}
        name="receipt"
        value={value.receipt}
        onChange={(receipt) => onChange({ ...value, receipt })}
      />
      <TypedTimeFields
        legend={t("submission.when")}
        name="submitted"
        value={value.submitted}
        onChange={(submitted) => onChange({ ...value, submitted })}
      />
      <WordsField
        label={t("submission.words")}
        name="words"
        value={value.words}
        onChange={(words) => onChange({ ...value, words })}
      />
    </>
  );
}
