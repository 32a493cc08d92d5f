/** The JSON a page carries, read as data: every number keeps its digits, nothing is run, nothing is followed. */
import { type ExactJson, type ExactJsonLimits, readExactJson } from "../base/exact-json.ts";
import type { PageScript } from "../capture/page-outline.ts";

const limits: ExactJsonLimits = { depth: 400, characters: 5_000_000, refusesRepeatedKeys: false };
/** A hostile page may hold millions of small objects. */
const mostObjects = 400_000;
const mostLiterals = 400;
const shortestLiteral = 40;

export type JsonObject = { [key: string]: ExactJson };

export interface FoundObject {
  object: JsonObject;
  /** Keys only: `script[id] > data > items > 3`. */
  locator: string;
}

interface Document {
  value: ExactJson;
  locator: string;
}

export class PageData {
  readonly scripts: readonly PageScript[];
  #objects: FoundObject[] | null = null;

  constructor(scripts: readonly PageScript[]) {
    this.scripts = scripts;
  }

  /** Every object of every script, outer ones before inner ones. */
  objects(): readonly FoundObject[] {
    this.#objects ??= allObjects(this.scripts.flatMap(documentsOf));
    return this.#objects;
  }

  find(test: (object: JsonObject) => boolean): FoundObject[] {
    return this.objects().filter(({ object }) => test(object));
  }
}

export function isJsonObject(value: ExactJson | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Through keys and places; undefined where the way ends. */
export function at(value: ExactJson | undefined, ...keys: (string | number)[]): ExactJson | undefined {
  let here: ExactJson | undefined = value;
  for (const key of keys) {
    if (Array.isArray(here)) here = here[Number(key)];
    else here = isJsonObject(here) ? here[String(key)] : undefined;
  }
  return here;
}

/** A text or a whole number as text; IDs are both, depending on the site. */
export function textAt(value: ExactJson | undefined, ...keys: (string | number)[]): string | null {
  const found = at(value, ...keys);
  if (typeof found === "string") return found.trim() ? found : null;
  return typeof found === "number" && Number.isSafeInteger(found) ? String(found) : null;
}

const mostInner = 20_000;

/** The object and all in it, without what stands under the keys to leave out (comments, shared posts). */
export function innerObjects({ object, locator }: FoundObject, without: ReadonlySet<string>): FoundObject[] {
  const found: FoundObject[] = [];
  const waiting: Document[] = [{ value: object, locator }];
  while (waiting.length > 0 && found.length < mostInner) {
    const here = waiting.pop() as Document;
    if (typeof here.value !== "object" || here.value === null) continue;
    if (!Array.isArray(here.value)) found.push({ object: here.value, locator: here.locator });
    for (const [key, value] of Object.entries(here.value).reverse()) {
      if (!without.has(key)) waiting.push({ value, locator: `${here.locator} > ${key}`.slice(0, 600) });
    }
  }
  return found;
}

function documentsOf(script: PageScript, index: number): Document[] {
  const locator = `script:${index}[${script.name.slice(0, 60)}]`;
  const texts = script.kind === "json" ? [script.text] : objectLiterals(script.text);
  return texts.flatMap((text) => {
    const read = readExactJson(text, limits);
    return read ? [{ value: read.value, locator }] : [];
  });
}

/** Outermost `{…}` of a program that stand behind `=`, `(`, `[` or `,`; `undefined` has no JSON, so it becomes null. */
function objectLiterals(code: string): string[] {
  const found: string[] = [];
  const start = /[=(,[]\s*\{\s*["}]/g;
  for (let match = start.exec(code); match && found.length < mostLiterals; match = start.exec(code)) {
    const from = code.indexOf("{", match.index);
    const to = literalEnd(code, from);
    if (to < 0) continue;
    if (to - from >= shortestLiteral) found.push(withoutUndefined(code.slice(from, to)));
    start.lastIndex = to;
  }
  return found;
}

const bracketOrText = /"(?:[^"\\]|\\.)*"|[{}]/gs;

function literalEnd(code: string, from: number): number {
  let depth = 0;
  bracketOrText.lastIndex = from;
  for (let match = bracketOrText.exec(code); match; match = bracketOrText.exec(code)) {
    if (match[0] === "{") depth += 1;
    else if (match[0] === "}") depth -= 1;
    if (depth === 0) return bracketOrText.lastIndex;
  }
  return -1;
}

function withoutUndefined(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|\bundefined\b/gs, (part) => (part === "undefined" ? "null" : part));
}

function allObjects(documents: readonly Document[]): FoundObject[] {
  const found: FoundObject[] = [];
  const waiting = documents.map(({ value, locator }) => ({ value, locator })).reverse();
  while (waiting.length > 0 && found.length < mostObjects) {
    const { value, locator } = waiting.pop() as Document;
    if (typeof value !== "object" || value === null) continue;
    if (!Array.isArray(value)) found.push({ object: value, locator });
    const inner = Object.entries(value).filter(([, child]) => typeof child === "object" && child !== null);
    for (const [key, child] of inner.reverse()) {
      waiting.push({ value: child, locator: `${locator} > ${key}`.slice(0, 600) });
    }
  }
  return found;
}
