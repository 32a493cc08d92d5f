/** Records vanished from the browser's storage: said loudly, with what is left and what to do. */
import { Note } from "../interface/note.tsx";
import { useWords } from "../interface/words.ts";

export function LostNote({ items }: { items: number }) {
  const { t } = useWords();
  return (
    <div role="alert">
      <Note tone="broken" icon="unequal">
        <h2>{items > 0 ? t("lost.title", { count: items }) : t("lost.log-title")}</h2>
        <p>{t("lost.safe")}</p>
        <p>{t("lost.do")}</p>
      </Note>
    </div>
  );
}
