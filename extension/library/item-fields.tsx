/** Every field of an item: value, where it is from, and in a conflict everything that was found. */
import type { EvidenceItem } from "../../src/evidence/evidence-item.ts";
import { type Field, type FieldName, fieldNames } from "../../src/platforms/field.ts";
import { momentWords, utcWords } from "../interface/date-wording.ts";
import { FieldLine } from "../interface/field-line.tsx";
import { addressChip, clockChip, fieldChip, pageChip } from "../interface/field-rows.ts";
import { fieldWords } from "../interface/field-wording.ts";
import { useWords } from "../interface/words.ts";
import { Source } from "./item-sources.tsx";

const asCode: ReadonlySet<FieldName> = new Set<FieldName>([
  "posterHandle",
  "posterId",
  "posterProfileUrl",
  "posterAddress",
  "postId",
  "permalink",
]);

export function ItemFields({ item }: { item: EvidenceItem }) {
  const { url, canonicalUrl } = item.address;
  return (
    <dl class="fields">
      <FieldLine label="field.pageUrl" value={url} isCode chip={addressChip} />
      {canonicalUrl !== null && canonicalUrl !== url && (
        <FieldLine label="field.canonicalUrl" value={canonicalUrl} isCode chip={pageChip} />
      )}
      {fieldNames.map((name) => (
        <ItemField key={name} name={name} item={item} />
      ))}
      <KeptAt item={item} />
    </dl>
  );
}

function ItemField({ name, item }: { name: FieldName; item: EvidenceItem }) {
  const { language } = useWords();
  const field = item.fields[name];
  // Of an item of before this field was never asked for.
  if (!field) return null;
  const value =
    field.value === null ? null : fieldWords({ language, name, value: field.value, where: item.startedAt });
  return (
    <FieldLine label={`field.${name}`} value={value} isCode={asCode.has(name)} chip={fieldChip(field)}>
      {field.state === "conflict" && <BothKept field={field} />}
    </FieldLine>
  );
}

/** Neither value is chosen away, so both are in sight. */
function BothKept({ field }: { field: Field }) {
  const { t } = useWords();
  return (
    <div class="small">
      <ul class="plain">
        {field.candidates.map((candidate) => (
          <li key={`${candidate.method} ${candidate.locator}`}>
            <Source candidate={candidate} />
          </li>
        ))}
      </ul>
      <p class="soft">{t("sources.both-kept")}</p>
    </div>
  );
}

function KeptAt({ item: { startedAt, finishedAt } }: { item: EvidenceItem }) {
  const { language, t } = useWords();
  return (
    <FieldLine label="field.keptAt" value={momentWords(language, startedAt)} chip={clockChip}>
      <p class="small soft">
        {t("item.utc", { started: utcWords(startedAt.utc), finished: utcWords(finishedAt.utc) })}
      </p>
    </FieldLine>
  );
}
