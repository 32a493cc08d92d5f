/** Collects markup up to a size; what was opened is always closed, and what did not fit is named. */

export class MarkupWriter {
  readonly #parts: string[] = [];
  readonly #cut = new Set<string>();
  #left: number;

  constructor(mostCharacters: number) {
    this.#left = mostCharacters;
  }

  /** Whole or not at all; whether it was added. */
  add(part: string, name = "static copy"): boolean {
    if (part.length > this.#left) {
      this.#cut.add(name);
      return false;
    }
    this.#left -= part.length;
    this.#parts.push(part);
    return true;
  }

  /** Ends what was begun, whatever room is left. */
  close(part: string): void {
    this.#parts.push(part);
  }

  leaveOut(name: string): void {
    this.#cut.add(name);
  }

  text(): string {
    return this.#parts.join("").toWellFormed();
  }

  cut(): string[] {
    return [...this.#cut];
  }
}

/** Text or attribute value that can begin no tag, end no quote and no attribute, in any state of an HTML parser. */
export function escapeText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;")
    .replaceAll("\0", "\ufffd");
}
