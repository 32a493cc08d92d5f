/** What a reader should know about the capture, one press away, so that the next step stays in sight. */
import type { Verdict } from "../../src/capture/verdict.ts";
import { noteLines } from "../interface/note-lines.ts";
import { VerdictNotes } from "../interface/verdict-words.tsx";
import { useWords } from "../interface/words.ts";

export function KeptNotes({ verdict }: { verdict: Verdict }) {
  const { t } = useWords();
  // The empty mount above says already that pictures were hidden.
  const notes = verdict.notes.filter(({ code }) => code !== "pictures-masked");
  const count = noteLines(notes).length;
  if (count === 0) return null;
  return (
    <details class="notes-below">
      <summary>{t("kept.notes", { count })}</summary>
      <VerdictNotes notes={notes} />
    </details>
  );
}
