/** Cuts what a page says to size, remembers what was cut, and lets no picture through as text. */
import { readingLimits } from "../../src/capture/page-reading.ts";

/** A `data:` or long base64 address is a picture's bytes in letters: in masked captures none may be kept, so never. */
const embeddedBytes = /data:[a-z0-9.+-]*\/?[a-z0-9.+-]*[;,][^\s"'<>)\\]*/gi;

export class ReadingCap {
  readonly #cut = new Set<string>();

  value(part: string, value: string): string {
    return this.text(part, value, readingLimits.valueCharacters);
  }

  text(part: string, value: string, most: number): string {
    const inert = value.replace(embeddedBytes, (bytes) => `data:(${bytes.length} characters left out)`);
    if (inert.length <= most) return inert;
    this.#cut.add(part);
    return inert.slice(0, most);
  }

  list<T>(part: string, values: T[], most: number): T[] {
    if (values.length <= most) return values;
    this.#cut.add(part);
    return values.slice(0, most);
  }

  cut(): string[] {
    return [...this.#cut];
  }
}
