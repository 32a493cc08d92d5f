/** Every field of an item: value, where it is from, a way to correct it, and in a conflict everything that was found. */
import type { EvidenceItem } from "../../src/evidence/evidence-item.ts";
import {
  type Candidate,
  type Field,
  type FieldName,
  type Fields,
  fieldNames,
} from "../../src/platforms/field.ts";
import { momentWords, utcWords } from "../interface/date-wording.ts";
import { FieldLine } from "../interface/field-line.tsx";
import { addressChip, chosenCandidate, clockChip, fieldChip, pageChip } from "../interface/field-rows.ts";
import { fieldWords } from "../interface/field-wording.ts";
import { useWords } from "../interface/words.ts";
import { CorrectField, type Correcting } from "./correct-field.tsx";
import { Source } from "./item-sources.tsx";

const asCode: ReadonlySet<FieldName> = new Set<FieldName>([
  "posterHandle",
  "posterId",
  "posterProfileUrl",
  "posterAddress",
  "postId",
  "permalink",
]);

/** What the address alone decides, and what the browser says: nothing a person could know better. */
const notCorrected: ReadonlySet<FieldName> = new Set<FieldName>([
  "platform",
  "platformType",
  "pageKind",
  "pageTitle",
  "postedAtRange",
  "sponsored",
]);

export function isCorrectable(name: FieldName): boolean {
  return !notCorrected.has(name);
}

interface ItemFieldsProps {
  item: EvidenceItem;
  /** As read, with what was corrected over it. */
  fields: Fields;
  correcting: Correcting;
}

export function ItemFields({ item, fields, correcting }: ItemFieldsProps) {
  const { url, canonicalUrl } = item.address;
  return (
    <dl class="fields">
      <FieldLine label="field.pageUrl" value={url} isCode chip={addressChip} />
      {canonicalUrl !== null && canonicalUrl !== url && (
        <FieldLine label="field.canonicalUrl" value={canonicalUrl} isCode chip={pageChip} />
      )}
      {fieldNames.map((name) => {
        const field = fields[name];
        // Of an item of before, a field may never have been asked for.
        return (
          field && <ItemField key={name} name={name} field={field} item={item} correcting={correcting} />
        );
      })}
      <KeptAt item={item} />
    </dl>
  );
}

interface ItemFieldProps {
  name: FieldName;
  field: Field;
  item: EvidenceItem;
  correcting: Correcting;
}

function ItemField({ name, field, item, correcting }: ItemFieldProps) {
  const { language } = useWords();
  const where = item.startedAt;
  const value = field.value === null ? null : fieldWords({ language, name, value: field.value, where });
  const canCorrect = isCorrectable(name) && field.state !== "not-applicable";
  return (
    <FieldLine label={`field.${name}`} value={value} isCode={asCode.has(name)} chip={fieldChip(field)}>
      <FieldAside field={field} />
      {field.state === "conflict" && <BothKept field={field} />}
      {canCorrect && <CorrectField name={name} field={field} correcting={correcting} />}
    </FieldLine>
  );
}

/** What an ID identifies, and how far a time worked out from one may be off. */
function FieldAside({ field }: { field: Field }) {
  const { t } = useWords();
  const candidate = chosenCandidate(field);
  if (!candidate) return null;
  if (field.value === null) {
    const isPseudonym = field.candidates.some(({ kind }) => kind === "pseudonym");
    return isPseudonym ? <p class="small soft">{t("platform.pseudonym")}</p> : null;
  }
  if (candidate.method === "derived" && candidate.errorMs) {
    return <p class="small soft">{t("platform.id-time", { bound: boundWords(t, candidate) })}</p>;
  }
  return candidate.kind ? <p class="small soft">{t(`platform.id-kind.${candidate.kind}`)}</p> : null;
}

function boundWords(t: ReturnType<typeof useWords>["t"], { errorMs }: Candidate): string {
  const seconds = Math.round((errorMs ?? 0) / 1_000);
  if (seconds < 120) return t("platform.bound-seconds", { count: seconds });
  return t("platform.bound-minutes", { count: Math.round(seconds / 60) });
}

/** Neither value is chosen away, so both are in sight. */
function BothKept({ field }: { field: Field }) {
  const { t } = useWords();
  return (
    <div class="small">
      <ul class="plain">
        {field.candidates.map((candidate) => (
          <li key={`${candidate.method} ${candidate.locator} ${candidate.value}`}>
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
