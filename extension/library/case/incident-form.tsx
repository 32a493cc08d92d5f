/** Something that happened: what kind, when, who, in the person's own words, and which types it is. */
import { type BodyOf, incidentKinds } from "../../../src/cases/case-fact.ts";
import { useWords } from "../../interface/words.ts";
import { LineField, OneOf, WordsField } from "./fields.tsx";
import { TagFields } from "./tag-fields.tsx";
import { TypedTimeFields } from "./typed-time-fields.tsx";

interface IncidentFormProps {
  value: BodyOf<"incident">;
  onChange: (body: BodyOf<"incident">) => void;
}

export function IncidentForm({ value, onChange }: IncidentFormProps) {
  const { t } = useWords();
  return (
    <>
      <OneOf
        legend={t("incident.kind")}
        name="incident"
        options={incidentKinds}
        value={value.incident}
        wordFor={(kind) => t(`incident.${kind}`)}
        onChange={(incident) => onChange({ ...value, incident })}
      />
      <WordsField
        label={t("incident.words")}
        hint={t("incident.words-hint")}
        name="words"
        value={value.words}
        onChange={(words) => onChange({ ...value, words })}
      />
      <TypedTimeFields
        legend={t("incident.when")}
        name="happened"
        value={value.happened}
        onChange={(happened) => onChange({ ...value, happened })}
      />
      <LineField
        label={t("incident.account")}
        hint={t("incident.account-hint")}
        name="account"
        value={value.account}
        onChange={(account) => onChange({ ...value, account })}
      />
      <details class="panel">
        <summary>{t("write.title.tags")}</summary>
        <TagFields value={value.tags} onChange={(tags) => onChange({ ...value, tags })} />
      </details>
    </>
  );
}
