/** Text as paper can show it: what cannot be seen and what the font lacks stand as codes, and are remembered. */
import { codeOf, visibleLines } from "../../base/visible-text.ts";

/** Whether the font has a glyph for a Unicode code point. */
export type HasGlyph = (codePoint: number) => boolean;

export class LegibleText {
  readonly #hasGlyph: HasGlyph;
  readonly #named = new Set<string>();
  /** Of each character so far. Asking the font anew each time took a fifth of the time a report takes. */
  readonly #drawings = new Map<string, string>();

  constructor(hasGlyph: HasGlyph) {
    this.#hasGlyph = hasGlyph;
  }

  /** Line ends stay; a tab becomes a space. Nothing is dropped: what cannot be drawn is named, e.g. `〔U+1F600〕`. */
  of(text: string): string {
    const shown = visibleLines(text).replaceAll("\t", " ");
    return Array.from(shown, (character) => this.#drawn(character)).join("");
  }

  /** Codes of every character that was named because the font lacks it, in order of their numbers. */
  get named(): string[] {
    return [...this.#named].sort((one, other) => one.length - other.length || (one < other ? -1 : 1));
  }

  #drawn(character: string): string {
    const known = this.#drawings.get(character);
    if (known !== undefined) return known;
    const drawn = this.#draw(character);
    this.#drawings.set(character, drawn);
    return drawn;
  }

  #draw(character: string): string {
    if (character === "\n" || this.#hasGlyph(character.codePointAt(0) ?? 0)) return character;
    const code = codeOf(character);
    this.#named.add(code);
    return code;
  }
}
