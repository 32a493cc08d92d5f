/** Reads foreign JSON without losing a digit: what a double cannot hold stays the text it was. Nothing is evaluated. */

/** Objects have no prototype, so that a key such as `__proto__` is a key and nothing else. */
export type ExactJson = null | boolean | number | string | ExactJson[] | { [key: string]: ExactJson };

export interface ExactJsonLimits {
  /** Brackets within brackets. */
  depth: number;
  characters: number;
  /** A key that stands twice in one object: either reading of it could be the forged one. */
  refusesRepeatedKeys: boolean;
}

/** T17: 16 MB a file, 32 levels; identifiers of platforms are longer than 2^53. */
export const importedJsonLimits: ExactJsonLimits = {
  depth: 32,
  characters: 16 * 1024 * 1024,
  refusesRepeatedKeys: true,
};

/**
 * RFC 8259, strictly; a byte order mark at the start is passed over. Integers beyond ±(2^53 − 1), and decimals that a
 * double would change, come back as strings of their digits. Null when the text is not JSON or breaks a limit.
 */
export function readExactJson(text: string, limits: ExactJsonLimits): { value: ExactJson } | null {
  if (text.length > limits.characters) return null;
  try {
    return { value: new Reader(text, limits).document() };
  } catch (error) {
    if (error instanceof NotJson) return null;
    throw error;
  }
}

class NotJson extends Error {}

const space = /[ \t\n\r]*/y;
/** Everything but quote, backslash and the control characters below U+0020. */
const plainText = /(?:[^"\\\p{Cc}]|[\x7f-\x9f])*/uy;
const numeral = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const unicodeEscape = /[0-9a-fA-F]{4}/y;
const escapes: Record<string, string> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};
const words: readonly [string, ExactJson][] = [
  ["true", true],
  ["false", false],
  ["null", null],
];

class Reader {
  readonly #text: string;
  readonly #limits: ExactJsonLimits;
  #at: number;

  constructor(text: string, limits: ExactJsonLimits) {
    this.#text = text;
    this.#limits = limits;
    this.#at = text.startsWith("\uFEFF") ? 1 : 0;
  }

  document(): ExactJson {
    const value = this.#value(0);
    this.#pass(space);
    if (this.#at !== this.#text.length) throw new NotJson();
    return value;
  }

  #value(depth: number): ExactJson {
    if (depth > this.#limits.depth) throw new NotJson();
    this.#pass(space);
    const first = this.#text[this.#at];
    if (first === "{") return this.#object(depth + 1);
    if (first === "[") return this.#list(depth + 1);
    if (first === '"') return this.#string();
    const word = this.#word();
    return word === undefined ? this.#number() : word;
  }

  #object(depth: number): ExactJson {
    const value: { [key: string]: ExactJson } = Object.create(null);
    this.#at += 1;
    if (this.#closes("}")) return value;
    for (;;) {
      this.#pass(space);
      const key = this.#string();
      if (this.#limits.refusesRepeatedKeys && key in value) throw new NotJson();
      this.#must(":");
      value[key] = this.#value(depth);
      if (this.#closes("}")) return value;
      this.#must(",");
    }
  }

  #list(depth: number): ExactJson[] {
    const value: ExactJson[] = [];
    this.#at += 1;
    if (this.#closes("]")) return value;
    for (;;) {
      value.push(this.#value(depth));
      if (this.#closes("]")) return value;
      this.#must(",");
    }
  }

  #string(): string {
    if (this.#text[this.#at] !== '"') throw new NotJson();
    this.#at += 1;
    let value = "";
    for (;;) {
      value += this.#pass(plainText);
      const end = this.#text[this.#at];
      this.#at += 1;
      if (end === '"') return value;
      if (end !== "\\") throw new NotJson();
      value += this.#escape();
    }
  }

  #escape(): string {
    const letter = this.#text[this.#at] ?? "";
    this.#at += 1;
    if (letter !== "u") return escapes[letter] ?? this.#refuse();
    return String.fromCharCode(Number.parseInt(this.#pass(unicodeEscape) || this.#refuse(), 16));
  }

  #number(): number | string {
    const digits = this.#pass(numeral) || this.#refuse();
    const value = Number(digits);
    return isExact(value, digits) ? value : digits;
  }

  #word(): ExactJson | undefined {
    const found = words.find(([word]) => this.#text.startsWith(word, this.#at));
    if (!found) return undefined;
    this.#at += found[0].length;
    return found[1];
  }

  #closes(bracket: string): boolean {
    this.#pass(space);
    if (this.#text[this.#at] !== bracket) return false;
    this.#at += 1;
    return true;
  }

  #must(mark: string): void {
    this.#pass(space);
    if (this.#text[this.#at] !== mark) throw new NotJson();
    this.#at += 1;
  }

  #pass(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const passed = pattern.exec(this.#text)?.[0] ?? "";
    this.#at += passed.length;
    return passed;
  }

  #refuse(): never {
    throw new NotJson();
  }
}

/** Whether a double says the same as these digits. */
function isExact(value: number, digits: string): boolean {
  if (!Number.isFinite(value)) return false;
  if (/^-?\d+$/.test(digits)) return Number.isSafeInteger(value);
  return Math.abs(value) < 2 ** 53 && digits.replace(/\D/g, "").length <= 15;
}
