/** The ten types and the eight forms, in plain words, with what they are from. */
import type { Tags } from "../../../src/cases/case-fact.ts";
import { stalkingDated, stalkingForms } from "../../../src/data/stalking-forms.ts";
import { violenceTypes, violenceTypesDated } from "../../../src/data/violence-types.ts";
import { dateWords } from "../../interface/date-wording.ts";
import { useWords } from "../../interface/words.ts";
import { AnyOf } from "./fields.tsx";

interface TagFieldsProps {
  value: Tags;
  onChange: (tags: Tags) => void;
}

/** Both were checked on that day or later. */
const [oldestCheck = ""] = [stalkingDated.asOf, violenceTypesDated.asOf].sort();

const childImage = ["child-image"] as const;

export function TagFields({ value, onChange }: TagFieldsProps) {
  const { language, t } = useWords();
  return (
    <div class="stack">
      <AnyOf
        legend={t("tags.types")}
        name="type"
        options={violenceTypes}
        values={value.types}
        wordFor={(type) => t(`type.${type}.name`)}
        hintFor={(type) => t(`type.${type}.meaning`)}
        onChange={(types) => onChange({ ...value, types })}
      />
      <AnyOf
        legend={t("tags.child-image-legend")}
        name="has-child-image"
        options={childImage}
        values={value.hasChildImage ? childImage : []}
        wordFor={() => t("tags.child-image")}
        onChange={(chosen) => onChange({ ...value, hasChildImage: chosen.length > 0 })}
      />
      <AnyOf
        legend={t("tags.stalking")}
        name="stalking"
        options={stalkingForms}
        values={value.stalking}
        wordFor={(form) => t(`stalking.${form}`)}
        onChange={(stalking) => onChange({ ...value, stalking })}
      />
      <p class="small soft">{t("tags.source", { date: dateWords(language, oldestCheck) })}</p>
    </div>
  );
}
