/** The facts of an item as rows of name, value and source; a missing value says so, a conflict shows every value. */
import { type EvidenceItem, importedOf } from "../evidence/evidence-item.ts";
import { type Candidate, type Field, type FieldName, fieldNames } from "../platforms/field.ts";
import { type Language, say } from "../words/say.ts";
import { codeWords } from "../words/code-words.ts";
import { importRows } from "./import-rows.ts";
import { correctionWords, withAside } from "./item-words.ts";
import { maskRows } from "./mask-rows.ts";
import { taipeiTime, taipeiTimeOf } from "./taipei-time.ts";

export interface FactRow {
  name: string;
  value: string;
  /** Where the value was read, or what is odd about it; empty when there is nothing to say. */
  source: string;
}

/** What the page was kept with: the clock's zone, the browser, the size of its window. */
export function toolRows(language: Language, item: EvidenceItem): FactRow[] {
  const { finishedAt, tool, window } = item;
  const size = say(language, "report.window-size", {
    width: window.width ?? "?",
    height: window.height ?? "?",
    ratio: window.devicePixelRatio ?? "?",
  });
  const version = say(language, "report.tool", { version: tool.extensionVersion });
  return [
    { name: say(language, "report.device-zone"), value: finishedAt.zone, source: "" },
    { name: say(language, "report.browser"), value: tool.userAgent, source: version },
    // An import was put in, whatever the window: it shows nothing of it.
    ...(importedOf(item) ? [] : [{ name: say(language, "report.window"), value: size, source: "" }]),
  ];
}

export function factRows(language: Language, item: EvidenceItem): FactRow[] {
  if (importedOf(item)) return [...importRows(language, item), ...typedRows(language, item)];
  return [
    ...addressRows(language, item),
    ...fieldNames.flatMap((name) => fieldRows(language, name, item.fields[name])),
    ...maskRows(language, item),
    {
      name: say(language, "field.keptAt"),
      value: withAside(language, taipeiTime(language, item.finishedAt.utc), item.finishedAt.utc),
      source: say(language, "source.device-clock"),
    },
  ];
}

/** Nothing is read of an import as of a page: only what a person filled in is said. */
function typedRows(language: Language, { fields }: EvidenceItem): FactRow[] {
  const filled = fieldNames.filter((name) => fields[name]?.value);
  return filled.flatMap((name) => fieldRows(language, name, fields[name]));
}

function addressRows(language: Language, { address }: EvidenceItem): FactRow[] {
  const shown = {
    name: say(language, "field.pageUrl"),
    value: address.url || say(language, "report.address-left-out"),
    source: address.url === "" ? "" : say(language, "method.address-bar"),
  };
  if (address.canonicalUrl === null || address.canonicalUrl === address.url) return [shown];
  const name = say(language, "field.canonicalUrl");
  return [shown, { name, value: address.canonicalUrl, source: say(language, "method.meta") }];
}

/** Of items of before many fields were never asked for: they have no row. */
function fieldRows(language: Language, name: FieldName, field: Field | undefined): FactRow[] {
  if (!field) return [];
  const label = say(language, `field.${name}`);
  const state = say(language, `state.${field.state}`);
  if (field.value === null) return [{ name: label, value: state, source: "" }];
  if (field.state !== "conflict" || field.candidates.length === 0)
    return [{ name: label, value: readable(language, name, field.value), source: sourceOf(language, field) }];
  return field.candidates.map((candidate) => ({
    name: label,
    value: readable(language, name, candidate.value),
    source: withAside(language, state, methodOf(language, candidate)),
  }));
}

/** A whole instant is read in Taipei's time too, a code in words; every other text stands as the page has it. */
function readable(language: Language, name: FieldName, value: string): string {
  const code = codeWords(language, name, value);
  if (code !== null) return code;
  const taipei = taipeiTimeOf(language, value);
  return taipei === null ? value : withAside(language, taipei, value);
}

function sourceOf(language: Language, field: Field): string {
  if (field.state === "typed" || field.state === "pointed") return correctionWords(language, field);
  const candidate = field.candidates.find(({ value }) => value === field.value) ?? field.candidates[0];
  if (!candidate) return say(language, `state.${field.state}`);
  const method = methodOf(language, candidate);
  const original =
    candidate.raw === candidate.value ? "" : say(language, "report.as-on-page", { text: candidate.raw });
  return method + original;
}

/** Where it was read, and whether a person looking at the page would have seen it. */
function methodOf(language: Language, { method, isHidden }: Candidate): string {
  return say(language, `method.${method}`) + (isHidden ? say(language, "report.hidden") : "");
}
