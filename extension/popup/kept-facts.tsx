/** Poster, address, time of the post: each with where it is from, a missing one said calmly, with ways to give it. */
import type { EvidenceItem } from "../../src/evidence/evidence-item.ts";
import type { Field, FieldName, Fields } from "../../src/platforms/field.ts";
import { FieldLine } from "../interface/field-line.tsx";
import { addressChip, fieldChip, posterField } from "../interface/field-rows.ts";
import { postedWords } from "../interface/posted-wording.ts";
import { useWords } from "../interface/words.ts";
import { shortAddress } from "./site-of.ts";

interface KeptFactsProps {
  item: EvidenceItem;
  /** As read, with what was corrected over it. */
  fields: Fields;
  onPoint: (field: FieldName) => void;
  /** Where values are typed: there is more room there. */
  onType: () => void;
}

export function KeptFacts({ item, fields, onPoint, onType }: KeptFactsProps) {
  const { language } = useWords();
  const poster = posterField(fields);
  const { postedAt } = fields;
  const posted = postedAt.value === null ? null : postedWords(language, postedAt.value, item.startedAt);
  const ways = { onPoint, onType };
  return (
    <dl class="fields compact">
      <FieldLine label="field.posterName" value={poster.value} chip={fieldChip(poster)}>
        {isMissing(poster) && <Ways name="posterName" {...ways} />}
      </FieldLine>
      <FieldLine label="field.pageUrl" value={shortAddress(item.address.url)} isCode chip={addressChip} />
      <FieldLine label="field.postedAt" value={posted} chip={fieldChip(postedAt)}>
        {isMissing(postedAt) && <Ways name="postedAt" {...ways} />}
      </FieldLine>
    </dl>
  );
}

function isMissing({ value, state }: Field): boolean {
  return value === null && state !== "not-applicable";
}

type WaysProps = Pick<KeptFactsProps, "onPoint" | "onType"> & { name: FieldName };

function Ways({ name, onPoint, onType }: WaysProps) {
  const { t } = useWords();
  const label = { field: t(`field.${name}`) };
  return (
    <div class="actions">
      <button
        type="button"
        class="btn text"
        data-action={`point-${name}`}
        aria-label={t("point.start-of", label)}
        onClick={() => onPoint(name)}
      >
        {t("point.start")}
      </button>
      <button
        type="button"
        class="btn text"
        data-action={`type-${name}`}
        aria-label={t("correct.type-of", label)}
        onClick={onType}
      >
        {t("correct.type")}
      </button>
    </div>
  );
}
