/** Looks for short texts in many bytes, one character a byte, without making them all into text, which takes twice their length. */
export class ByteText {
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get length(): number {
    return this.#bytes.length;
  }

  startsWith(text: string, at: number): boolean {
    if (at < 0 || at + text.length > this.#bytes.length) return false;
    for (let index = 0; index < text.length; index += 1)
      if (this.#bytes[at + index] !== text.charCodeAt(index)) return false;
    return true;
  }

  /** As `String.slice` with positions that are not negative. */
  slice(start: number, end: number): string {
    let text = "";
    for (let at = start; at < end; at += mostAtOnce)
      text += String.fromCharCode(...this.#bytes.subarray(at, Math.min(end, at + mostAtOnce)));
    return text;
  }

  /** Where the first of the texts stands, none of them the beginning of another; all begin with a line end. Null when none does. */
  first(texts: readonly string[], from: number): { text: string; at: number } | null {
    for (let at = this.#bytes.indexOf(lineEnd, from); at !== -1; at = this.#bytes.indexOf(lineEnd, at + 1)) {
      const text = texts.find((one) => this.startsWith(one, at));
      if (text !== undefined) return { text, at };
    }
    return null;
  }
}

const lineEnd = 0x0a;
/** A call takes so many arguments anywhere. */
const mostAtOnce = 4_096;
