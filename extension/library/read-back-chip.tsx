/** Whether an item was read back: only then is it called saved. */
import type { StoredItem } from "../../src/evidence/evidence-store.ts";
import { Chip } from "../interface/chip.tsx";
import { useWords } from "../interface/words.ts";

export function ReadBackChip({ stored }: { stored: StoredItem }) {
  const { t } = useWords();
  if (stored.readBackAt === null) return <Chip look="todo" icon="question" text={t("item.not-read-back")} />;
  return <Chip look="found" icon="check" text={t("item.read-back")} />;
}
