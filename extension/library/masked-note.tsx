/** Why the places of the pictures are empty, said calmly and with what helps. */
import type { AboutAge } from "../../src/evidence/case-file.ts";
import { Note } from "../interface/note.tsx";
import { useWords } from "../interface/words.ts";

/** Under 18 and unknown are hidden by law; an adult's pictures until that person has agreed, or by choice. */
export function MaskedNote({ about }: { about: AboutAge }) {
  const { t } = useWords();
  return (
    <Note tone="plain" icon="covered">
      <h2>{t("masked.title")}</h2>
      <p>{t(about === "adult" ? "masked.reason-chosen" : "masked.reason")}</p>
      <p>{t("masked.original")}</p>
      <p>{t("masked.page-back")}</p>
    </Note>
  );
}
