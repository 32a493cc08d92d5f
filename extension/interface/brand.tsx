/** The leaf and the name, at the head of every screen. */
import { LeafMark } from "./leaf-mark.tsx";
import { useWords } from "./words.ts";

export function Brand() {
  const { t } = useWords();
  return (
    <span class="brand">
      <LeafMark /> {t("app.name")}
    </span>
  );
}
