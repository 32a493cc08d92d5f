/** Cuts what a page says to size, remembers what was cut, and lets no picture through as text. */
import { withoutMedia } from "../../src/capture/inline-media.ts";
import { readingLimits } from "../../src/capture/page-reading.ts";

export class ReadingCap {
  readonly #cut = new Set<string>();

  value(part: string, value: string): string {
    return this.text(part, value, readingLimits.valueCharacters);
  }

  /** Half a character at the cut, or in the page, has no place in canonical JSON. */
  text(part: string, value: string, most: number): string {
    const inert = withoutMedia(value);
    if (inert.length > most) this.#cut.add(part);
    return inert.slice(0, most).toWellFormed();
  }

  list<T>(part: string, values: T[], most: number): T[] {
    if (values.length <= most) return values;
    this.#cut.add(part);
    return values.slice(0, most);
  }

  leaveOut(part: string): void {
    this.#cut.add(part);
  }

  cut(): string[] {
    return [...this.#cut];
  }
}
