/** Makes candidates: a value with how and where it was read. Empty texts make none. */
import type { MetaEntry } from "../capture/page-reading.ts";
import type { z } from "../base/schema.ts";
import { type Candidate, valueLimit } from "./field.ts";
import type { Part } from "./outline.ts";

type Extra = Partial<Pick<Candidate, "kind" | "confidence" | "precision" | "zone" | "raw" | "errorMs">>;

export function fromUrl(value: string | null | undefined, extra: Extra = {}): Candidate | null {
  return made({ value, method: "url", locator: "address", extra });
}

export function fromData(
  value: string | null | undefined,
  locator: string,
  extra: Extra = {},
): Candidate | null {
  return made({ value, method: "page-data", locator, extra });
}

/** What the page shows, or a part of it; a hidden part is kept and said to be hidden. */
export function fromPart(part: Part | null, value?: string | null, extra: Extra = {}): Candidate | null {
  if (!part) return null;
  const shown = value === undefined ? part.text({ withHidden: part.isHidden }) : value;
  const candidate = made({ value: shown, method: "visible-text", locator: part.locator, extra });
  return candidate && part.isHidden ? { ...candidate, isHidden: true } : candidate;
}

/** An attribute that a person does not see but that stands at what they see. */
export function fromAttribute(
  part: Part | null,
  name: string,
  { value, ...extra }: Extra & { value?: string | null } = {},
): Candidate | null {
  const text = part?.attribute(name) ?? null;
  if (!part || text === null) return null;
  const locator = `${part.locator} @${name}`;
  return made({
    value: value === undefined ? text : value,
    method: "page-data",
    locator,
    extra: { raw: text, ...extra },
  });
}

export function fromMeta(
  entry: z.infer<typeof MetaEntry> | null,
  value: string | null = entry?.content ?? null,
  extra: Extra = {},
): Candidate | null {
  if (!entry) return null;
  const method = /^(og|article|al|video|profile):/.test(entry.name) ? "open-graph" : "meta";
  return made({ value, method, locator: `meta[${entry.name}]`, extra: { raw: entry.content, ...extra } });
}

/** What is asked only where nothing better answers: else it is kept, and neither shown nor set against the others. */
export function withFallback(better: Candidate[], fallback: readonly Candidate[]): Candidate[] {
  const isAnswered = better.some(({ confidence }) => confidence !== "low");
  return [
    ...better,
    ...fallback.map((each) => (isAnswered ? { ...each, confidence: "low" as const } : each)),
  ];
}

interface Making {
  value: string | null | undefined;
  method: Candidate["method"];
  locator: string;
  extra: Extra;
}

function made({ value, method, locator, extra }: Making): Candidate | null {
  const bare = unwrapped(value ?? "")
    .slice(0, valueLimit)
    .toWellFormed();
  if (!bare) return null;
  const raw = (extra.raw ?? value ?? "").slice(0, valueLimit).toWellFormed();
  return { confidence: "high", ...extra, value: bare, method, locator: locator.slice(0, valueLimit), raw };
}

/** Sites put names between marks of direction; within a name such marks stay, so that they show. */
const wrapping =
  /^[\s\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]+|[\s\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]+$/gu;

function unwrapped(text: string): string {
  return text.replace(wrapping, "");
}
