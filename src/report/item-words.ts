/** Short forms of an item for lists and tables. */
import type { CaptureNote, Verdict } from "../capture/verdict.ts";
import type { EvidenceItem } from "../evidence/evidence-item.ts";
import { type Language, say } from "../words/say.ts";

export function titleOf(item: EvidenceItem): string {
  return item.fields.pageTitle.value ?? item.address.title;
}

/** Name and handle of the poster, whatever was found of them; empty when neither was. */
export function posterOf(language: Language, item: EvidenceItem): string {
  const name = item.fields.posterName.value;
  const handle = item.fields.posterHandle.value;
  return name !== null && handle !== null ? withAside(language, name, handle) : (name ?? handle ?? "");
}

/** What the item can help to see: no more than what was found. */
export function itemPurpose(language: Language, item: EvidenceItem): string {
  const poster = posterOf(language, item);
  return poster === ""
    ? say(language, "document.purpose-page")
    : say(language, "document.purpose-post", { poster });
}

export function verdictSentence(language: Language, verdict: Verdict): string {
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
