/** Collects what was read of one post: candidates by field, its media, what it quotes. */
import { millisecondsOf, instantOf } from "../base/clock.ts";
import { fromAttribute, fromData, fromPart } from "./candidate.ts";
import type { Candidate, PostFieldName } from "./field.ts";
import type { IdTime } from "./id-time.ts";
import type { Part } from "./outline.ts";

export class PostFacts {
  readonly fields = new Map<PostFieldName, Candidate[]>();
  readonly media: Candidate[] = [];
  quoted: PostFacts | null = null;
  /** On a page without a post of its own: all that it shows. */
  posts: PostFacts[] = [];

  /** Candidates that are null are none: the page does not say it. */
  add(name: PostFieldName, ...candidates: (Candidate | null)[]): this {
    const list = this.fields.get(name) ?? [];
    for (const candidate of candidates) if (candidate) list.push(candidate);
    if (list.length > 0) this.fields.set(name, list);
    return this;
  }

  addMedia(...candidates: (Candidate | null)[]): this {
    for (const candidate of candidates) {
      const isNew = candidate && !this.media.some(({ value }) => value === candidate.value);
      if (isNew && /^https?:/.test(candidate.value)) this.media.push(candidate);
    }
    return this;
  }

  /** The one value of a field that was read first. */
  value(name: PostFieldName): string | null {
    return this.fields.get(name)?.[0]?.value ?? null;
  }

  addIdTime(time: IdTime | null, id: string): this {
    if (!time) return this;
    return this.add("postedAt", {
      value: time.utc,
      method: "derived",
      locator: "postId",
      raw: id,
      confidence: time.errorMs === null ? "low" : "high",
      precision: "second",
      errorMs: time.errorMs,
    });
  }

  /** A `time` element: what it shows, and what it says to machines. */
  addTime(element: Part | null): this {
    if (!element) return this;
    this.add("postedAtShown", fromPart(element));
    return this.add("postedAt", timeAttribute(element));
  }
}

export function timeAttribute(element: Part | null): Candidate | null {
  const value = element?.attribute("datetime") ?? null;
  const candidate = fromAttribute(element, "datetime", { precision: precisionOf(value) });
  return candidate && /^\d{4}-\d\d-\d\dT/.test(candidate.value)
    ? { ...candidate, method: "time-element" }
    : null;
}

/** Unix seconds or milliseconds, as text; null where it is no time that a post can have. */
export function unixTime(text: string | null, locator: string): Candidate | null {
  if (!text || !/^\d{9,14}$/.test(text)) return null;
  const isMilliseconds = text.length > 11;
  const value = instantOf(Number(text) * (isMilliseconds ? 1 : 1_000));
  return fromData(value, locator, {
    raw: text,
    precision: isMilliseconds ? "millisecond" : "second",
    zone: "UTC",
  });
}

/** ISO 8601 as sites write it, kept as written. */
export function isoTime(text: string | null, locator: string): Candidate | null {
  if (!text || !/^\d{4}-\d\d-\d\d([T ]\d\d:\d\d)?/.test(text) || !isDate(text)) return null;
  return fromData(text, locator, { precision: precisionOf(text) });
}

export function precisionOf(text: string | null): "millisecond" | "second" | "minute" | "day" {
  if (!text || !/\d[T ]\d/.test(text)) return "day";
  if (/:\d\d[.,]\d/.test(text)) return "millisecond";
  return /:\d\d:\d\d/.test(text) ? "second" : "minute";
}

function isDate(text: string): boolean {
  try {
    millisecondsOf(text.replace(/([+-]\d\d)(\d\d)$/, "$1:$2"));
    return true;
  } catch {
    return false;
  }
}
