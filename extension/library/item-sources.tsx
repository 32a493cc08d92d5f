/** Where every field was read: each candidate exactly as the page has it, with its place. */
import type { EvidenceItem } from "../../src/evidence/evidence-item.ts";
import { type Candidate, type FieldName, fieldNames } from "../../src/platforms/field.ts";
import { PageText } from "../interface/page-text.tsx";
import { useWords } from "../interface/words.ts";

export function ItemSources({ item }: { item: EvidenceItem }) {
  const { t } = useWords();
  const read = fieldNames.filter((name) => (item.fields[name]?.candidates.length ?? 0) > 0);
  if (read.length === 0) return null;
  return (
    <details class="panel sources">
      <summary>
        <strong>{t("sources.title")}</strong>
      </summary>
      <dl>
        {read.map((name) => (
          <FieldSources key={name} name={name} candidates={item.fields[name]?.candidates ?? []} />
        ))}
      </dl>
    </details>
  );
}

function FieldSources({ name, candidates }: { name: FieldName; candidates: readonly Candidate[] }) {
  const { t } = useWords();
  return (
    <>
      <dt>{t(`field.${name}`)}</dt>
      {candidates.map((candidate) => (
        <dd key={`${candidate.method} ${candidate.locator} ${candidate.raw}`}>
          <Source candidate={candidate} />
          <br />
          <span class="mono small soft">
            <PageText text={candidate.locator} />
          </span>
        </dd>
      ))}
    </>
  );
}

/** `頁面資料：「…」`, and whether a person at the page could have seen it. */
export function Source({ candidate: { method, raw, isHidden } }: { candidate: Candidate }) {
  const { t } = useWords();
  return (
    <>
      {t("sources.says", { method: t(`method.${method}`) })}
      <q>
        <PageText text={raw} />
      </q>
      {isHidden === true && <span class="soft">{t("sources.hidden")}</span>}
    </>
  );
}
