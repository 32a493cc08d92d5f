/** The person's consent: who said so, when, and to what. */
import { type BodyOf, consentScopes } from "../../../src/cases/case-fact.ts";
import { useWords } from "../../interface/words.ts";
import { AnyOf, LineField } from "./fields.tsx";
import { TypedTimeFields } from "./typed-time-fields.tsx";

interface ConsentFieldsProps {
  value: BodyOf<"consent">;
  onChange: (consent: BodyOf<"consent">) => void;
  /** Of a minor no pictures may be kept, whoever agrees. */
  mayHavePictures: boolean;
}

export function ConsentFields({ value, onChange, mayHavePictures }: ConsentFieldsProps) {
  const { t } = useWords();
  const options = mayHavePictures ? consentScopes : consentScopes.filter((scope) => scope !== "pictures");
  return (
    <>
      <AnyOf
        legend={t("consent.what")}
        name="scope"
        options={options}
        values={value.scopes}
        wordFor={(scope) => t(`consent.scope.${scope}`)}
        onChange={(scopes) => onChange({ ...value, scopes })}
      />
      <LineField
        label={t("consent.who")}
        hint={t("consent.who-hint")}
        name="who"
        value={value.who}
        onChange={(who) => onChange({ ...value, who })}
      />
      <TypedTimeFields
        legend={t("consent.when")}
        name="given"
        value={value.given}
        onChange={(given) => onChange({ ...value, given })}
      />
    </>
  );
}
