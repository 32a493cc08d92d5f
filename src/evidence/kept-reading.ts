/** A kept page read again: today's readers on yesterday's reading, without the page. */
import { PageReading } from "../capture/page-reading.ts";
import { type Field, type FieldName, fieldNames, type Fields } from "../platforms/field.ts";
import { readFields } from "../platforms/read-fields.ts";

/** Text and media lie in files of their own; readers of fields need neither. Null where it is no reading. */
export function keptReading(readingJson: string): PageReading | null {
  try {
    const parsed = PageReading.safeParse({ text: "", media: [], ...JSON.parse(readingJson) });
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** What the readers of now make of it; the item keeps what those of then made. */
export function readAgain(readingJson: string): Fields | null {
  const reading = keptReading(readingJson);
  return reading && readFields(reading, null);
}

export interface ReadDifference {
  name: FieldName;
  /** What the item says; null where it says nothing. */
  before: string | null;
  now: Field;
}

/** Every field that today's readers read otherwise, in the order in which people read them. */
export function readDifferences(before: Fields, now: Fields): ReadDifference[] {
  return fieldNames.flatMap((name) => {
    const [was, is] = [before[name]?.value ?? null, now[name]];
    return is && is.value !== was ? [{ name, before: was, now: is }] : [];
  });
}
