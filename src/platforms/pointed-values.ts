/** What a pointed part of a page can mean for a field: its words, where it leads, the time it carries. The person chooses. */
import type { OutlineNode } from "../capture/page-outline.ts";
import type { Pointed, PointedPart } from "../capture/pointing/pointed.ts";
import { addressFields, type FieldName, valueLimit } from "./field.ts";
import { Outline, type Part } from "./outline.ts";

export const pointedKinds = ["words", "more-words", "address", "time"] as const;

export interface PointedValue {
  kind: (typeof pointedKinds)[number];
  value: string;
  /** As the page has it. */
  raw: string;
  locator: string;
}

const timeFields: ReadonlySet<FieldName> = new Set<FieldName>(["postedAt", "editedAt"]);

/** The likeliest for this field first, each value once; empty where there is nothing to read. */
export function pointedValues(name: FieldName, pointed: Pointed): PointedValue[] {
  const whole = wholeOf(pointed.part.nodes);
  const { locator } = pointed.part;
  const found: PointedValue[] = [
    one("words", whole.text(), locator),
    one("time", pointed.datetime ?? attributeOf(whole, "datetime"), `${locator} @datetime`),
    one("address", pointed.link ?? addressOf(whole), `${locator} @address`),
    pointed.around && one("more-words", textOf(pointed.around), pointed.around.locator),
  ].filter((value) => value !== null);
  const isFirst = isLikeliest(name);
  const ordered = [...found.filter(isFirst), ...found.filter((value) => !isFirst(value))];
  return ordered.filter(({ value }, place) => ordered.findIndex((other) => other.value === value) === place);
}

function isLikeliest(name: FieldName): (found: PointedValue) => boolean {
  const wanted = addressFields.has(name) ? "address" : timeFields.has(name) ? "time" : "words";
  return ({ kind }) => kind === wanted;
}

function one(kind: PointedValue["kind"], raw: string | null, locator: string): PointedValue | null {
  const value = (raw ?? "").trim().slice(0, valueLimit).toWellFormed();
  if (value === "" || (kind === "address" && !isWebAddress(value))) return null;
  return { kind, value, raw: (raw ?? "").slice(0, valueLimit).toWellFormed(), locator };
}

/** Scripts, letters and pictures written out are no addresses anybody could be asked about. */
function isWebAddress(value: string): boolean {
  return /^https?:/i.test(value) && URL.canParse(value);
}

function textOf({ nodes }: PointedPart): string {
  return wholeOf(nodes).text();
}

/** A part may have several roots: boxes that only group are left out of an outline. */
function wholeOf(nodes: readonly OutlineNode[]): Part {
  const below = nodes.map((node) => ({ ...node, parent: node.parent + 1 }));
  return new Outline([{ parent: -1, tag: "div" }, ...below]).part(0) as Part;
}

/** Of what can be seen alone: a part may hold a link that nobody sees. */
function attributeOf(whole: Part, name: string, css = `[${name}]`): string | null {
  return (
    whole
      .findAll(css)
      .find(({ isHidden }) => !isHidden)
      ?.attribute(name) ?? null
  );
}

/** Of a link in it, or of its picture or film: the address as text, nothing else of it. */
function addressOf(whole: Part): string | null {
  return attributeOf(whole, "href", "a[href]") ?? attributeOf(whole, "src") ?? attributeOf(whole, "poster");
}
