/** The notes of a capture beside its picture, each as a sentence. */
import type { EvidenceItem } from "../../src/evidence/evidence-item.ts";
import { VerdictNotes } from "../interface/verdict-words.tsx";
import { useWords } from "../interface/words.ts";

export function ItemNotes({ item }: { item: EvidenceItem }) {
  const { t } = useWords();
  // That pictures were hidden is said at length beside it.
  const notes = item.verdict.notes.filter(({ code }) => code !== "pictures-masked");
  if (notes.length === 0) return null;
  return (
    <section class="stack-s">
      <h2>{t("item.notes")}</h2>
      <VerdictNotes notes={notes} />
    </section>
  );
}
