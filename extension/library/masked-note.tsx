/** Why the places of the pictures are empty, said calmly and with what helps. */
import { Note } from "../interface/note.tsx";
import { useWords } from "../interface/words.ts";

export function MaskedNote() {
  const { t } = useWords();
  return (
    <Note tone="plain" icon="covered">
      <h2>{t("masked.title")}</h2>
      <p>{t("masked.reason")}</p>
      <p>{t("masked.original")}</p>
      <p>{t("masked.page-back")}</p>
    </Note>
  );
}
