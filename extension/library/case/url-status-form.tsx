/** How some addresses stand: seen when, under which number. */
import { type BodyOf, urlStatuses } from "../../../src/cases/case-fact.ts";
import { useWords } from "../../interface/words.ts";
import { LineField, OneOf, WordsField } from "./fields.tsx";
import { TypedTimeFields } from "./typed-time-fields.tsx";

interface UrlStatusFormProps {
  value: BodyOf<"url-status">;
  onChange: (body: BodyOf<"url-status">) => void;
}

export function UrlStatusForm({ value, onChange }: UrlStatusFormProps) {
  const { t } = useWords();
  return (
    <>
      <p>{t("url-status.count", { count: value.urlKeys.length })}</p>
      <OneOf
        legend={t("url-status.status")}
        name="status"
        options={urlStatuses}
        value={value.status}
        wordFor={(status) => t(`status.${status}`)}
        onChange={(status) => onChange({ ...value, status })}
      />
      <TypedTimeFields
        legend={t("url-status.when")}
        name="seen"
        value={value.seen}
        onChange={(seen) => onChange({ ...value, seen })}
      />
      <LineField
        label={t("url-status.receipt")}
        name="receipt"
        value={value.receipt}
        onChange={(receipt) => onChange({ ...value, receipt })}
      />
      <WordsField
        label={t("url-status.words")}
        name="words"
        value={value.words}
        onChange={(words) => onChange({ ...value, words })}
      />
    </>
  );
}
