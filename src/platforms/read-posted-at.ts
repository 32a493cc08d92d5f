/** When it was posted, as far as a page of any kind says it in a machine-readable way. Never when it was changed. */
import type { PageReading, TimeElement } from "../capture/page-reading.ts";
import type { Candidate } from "./field.ts";
import type { MainEntity } from "./json-ld.ts";

const jsonLdKeys = ["datePublished", "uploadDate", "dateCreated"] as const;

const metaNames = new Map<string, Candidate["method"]>([
  ["article:published_time", "open-graph"],
  ["og:article:published_time", "open-graph"],
  ["video:release_date", "open-graph"],
  ["datepublished", "meta"],
  ["dc.date.issued", "meta"],
]);

export function readPostedAt(reading: PageReading, main: MainEntity | null): Candidate[] {
  // What stands in an article within an article is a comment's time, or a quoted post's.
  const own = reading.times.filter(({ isNested }) => !isNested);
  return [
    ...fromJsonLd(main),
    ...fromMeta(reading),
    ...fromMarkedElements(own),
    ...fromOnlyTime(own, reading.articles),
  ];
}

function fromJsonLd(main: MainEntity | null): Candidate[] {
  const key = jsonLdKeys.find((name) => main && isTime(main.entity[name]));
  if (!main || !key) return [];
  const raw = String(main.entity[key]);
  return [
    { value: raw.trim(), method: "json-ld", locator: `${main.locator} > ${key}`, raw, confidence: "high" },
  ];
}

function fromMeta(reading: PageReading): Candidate[] {
  return reading.meta.flatMap(({ name, content }) => {
    const method = metaNames.get(name.toLowerCase());
    if (!method || !isTime(content)) return [];
    return [
      {
        value: content.trim(),
        method,
        locator: `meta[${name}]`,
        raw: content,
        confidence: "medium" as const,
      },
    ];
  });
}

/** Elements that say themselves that they are the date of publication, where they all say the same. */
function fromMarkedElements(times: readonly TimeElement[]): Candidate[] {
  const marked = times.filter(({ property, article }) => property === "datePublished" && article <= 0);
  return agreedTime(marked, "medium");
}

/**
 * An unmarked `time` counts only when the page has one article and that article has one time:
 * with more, it may belong to a quoted post, a comment or another item.
 */
function fromOnlyTime(times: readonly TimeElement[], articles: number): Candidate[] {
  const inArticle = times.filter(({ article, property }) => article === 0 && property === null);
  if (articles !== 1 || inArticle.length !== 1) return [];
  return agreedTime(inArticle, "medium");
}

function agreedTime(times: readonly TimeElement[], confidence: Candidate["confidence"]): Candidate[] {
  const machine = times.filter((time) => isTime(time.machine));
  const [first] = machine;
  if (!first?.machine || new Set(machine.map((time) => time.machine)).size !== 1) return [];
  const { locator, isHidden, shown } = first;
  const raw = shown ? `${first.machine} (${shown})` : first.machine;
  return [{ value: first.machine.trim(), method: "time-element", locator, raw, confidence, isHidden }];
}

const isoTime = /^\s*\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d([.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?\s*$/;

/** ISO 8601 only: other spellings of dates differ by country. */
function isTime(value: unknown): boolean {
  return typeof value === "string" && isoTime.test(value);
}
