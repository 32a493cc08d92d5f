/** The verdict of a capture in one word, and its notes as sentences. */
import type { Verdict } from "../../src/capture/verdict.ts";
import { Chip, type ChipLook } from "./chip.tsx";
import type { IconName } from "./icon.tsx";
import { type NoteLine, noteLines } from "./note-lines.ts";
import { PageText } from "./page-text.tsx";
import { useWords } from "./words.ts";

/** Nothing here is red: a part that is missing is a fact, not a fault. */
const looks: Record<Verdict["kind"], { look: ChipLook; icon: IconName }> = {
  complete: { look: "found", icon: "check" },
  "complete-with-notes": { look: "found", icon: "check" },
  partial: { look: "typed", icon: "doc" },
  "visible-part-only": { look: "typed", icon: "doc" },
  "facts-only": { look: "none", icon: "none" },
};

export function VerdictChip({ verdict }: { verdict: Verdict }) {
  const { t } = useWords();
  if (verdict.notes.some(({ code }) => code === "imported"))
    return <Chip look="typed" icon="doc" text={t("import.label")} />;
  return <Chip {...looks[verdict.kind]} text={t(`verdict.${verdict.kind}`)} />;
}

export function VerdictNotes({ notes }: { notes: Verdict["notes"] }) {
  return (
    <ul class="notes">
      {noteLines(notes).map((line) => (
        <VerdictNote key={line.code} line={line} />
      ))}
    </ul>
  );
}

function VerdictNote({ line }: { line: NoteLine }) {
  const { t } = useWords();
  return (
    <li>
      {t(`note.${line.code}`)}
      {line.times > 1 && <span class="soft"> {t("notes.times", { times: line.times })}</span>}
      {line.details.map((detail) => (
        <span key={detail} class="small soft detail">
          {" "}
          <PageText text={detail} />
        </span>
      ))}
    </li>
  );
}
