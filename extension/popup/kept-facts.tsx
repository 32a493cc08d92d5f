/** Poster, address, time of the post: each with where it is from, a missing one said calmly. */
import type { EvidenceItem } from "../../src/evidence/evidence-item.ts";
import { FieldLine } from "../interface/field-line.tsx";
import { addressChip, fieldChip, posterField } from "../interface/field-rows.ts";
import { postedWords } from "../interface/posted-wording.ts";
import { useWords } from "../interface/words.ts";
import { shortAddress } from "./site-of.ts";

export function KeptFacts({ item }: { item: EvidenceItem }) {
  const { language } = useWords();
  const poster = posterField(item.fields);
  const { postedAt } = item.fields;
  const posted = postedAt.value === null ? null : postedWords(language, postedAt.value, item.startedAt);
  return (
    <dl class="fields compact">
      <FieldLine label="field.posterName" value={poster.value} chip={fieldChip(poster)} />
      <FieldLine label="field.pageUrl" value={shortAddress(item.address.url)} isCode chip={addressChip} />
      <FieldLine label="field.postedAt" value={posted} chip={fieldChip(postedAt)} />
    </dl>
  );
}
