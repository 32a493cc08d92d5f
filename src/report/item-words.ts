/** Short forms of an item for lists and tables. */
import type { CaptureNote, Verdict } from "../capture/verdict.ts";
import { type EvidenceItem, importedOf } from "../evidence/evidence-item.ts";
import type { Field } from "../platforms/field.ts";
import { type Language, say } from "../words/say.ts";

export function titleOf(item: EvidenceItem): string {
  return item.fields.pageTitle.value ?? item.address.title;
}

/** Heading of an item on paper: what was put in by hand says so. */
export function headingOf(language: Language, item: EvidenceItem): string {
  const title = titleOf(item);
  if (!importedOf(item)) return title;
  return title === "" ? say(language, "import.label") : say(language, "import.heading", { title });
}

/** A value as it may stand among others: what a person put in its place says so, with what had been read. */
export function statedValue(language: Language, field: Field): string | null {
  const { value, state } = field;
  if (value === null || (state !== "typed" && state !== "pointed")) return value;
  return withAside(language, value, correctionWords(language, field));
}

/** 「本人更正；原本讀到「…」」. */
export function correctionWords(language: Language, { value, candidates }: Field): string {
  const read = candidates.filter(({ method }) => method !== "typed" && method !== "pointed");
  const values = [...new Set(read.map((candidate) => candidate.value))].filter((other) => other !== value);
  const label = say(language, "document.corrected");
  if (values.length === 0) return read.length === 0 ? label + say(language, "document.not-read") : label;
  return (
    label + say(language, "document.read-before", { text: values.join(say(language, "report.list-comma")) })
  );
}

/** Name and handle of the poster, whatever was found of them; empty when neither was. */
export function posterOf(language: Language, item: EvidenceItem): string {
  const name = statedValue(language, item.fields.posterName);
  const handle = statedValue(language, item.fields.posterHandle);
  return name !== null && handle !== null ? withAside(language, name, handle) : (name ?? handle ?? "");
}

/** What the item can help to see: no more than what was found. */
export function itemPurpose(language: Language, item: EvidenceItem): string {
  if (importedOf(item)) return say(language, "import.purpose");
  const poster = posterOf(language, item);
  return poster === ""
    ? say(language, "document.purpose-page")
    : say(language, "document.purpose-post", { poster });
}

export function verdictSentence(language: Language, verdict: Verdict): string {
  if (verdict.notes.some(({ code }) => code === "imported")) return say(language, "import.label");
  return say(language, `verdict.${verdict.kind}`);
}

/** The note, its place in the page where it has one, and its detail as the page gave it. */
export function noteSentence(language: Language, note: CaptureNote): string {
  const { box, detail } = note;
  const place = box
    ? say(language, "report.note-place", {
        x: Math.round(box.x),
        y: Math.round(box.y),
        width: Math.round(box.width),
        height: Math.round(box.height),
      })
    : "";
  const sentence = say(language, `note.${note.code}`) + place;
  return detail ? withAside(language, sentence, detail) : sentence;
}

export function withAside(language: Language, text: string, aside: string): string {
  return say(language, "report.aside", { text, aside });
}

export function named(language: Language, name: string, value: string): string {
  return say(language, "report.named", { name, value });
}

export function orMissing(language: Language, value: string | null): string {
  return value === null || value === "" ? say(language, "report.missing") : value;
}
