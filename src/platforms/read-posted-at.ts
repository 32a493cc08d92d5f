/** When it was posted, as far as a page of any kind says it in a machine-readable way. Never when it was changed. */
import type { PageReading, TimeElement } from "../capture/page-reading.ts";
import { withFallback } from "./candidate.ts";
import type { Candidate } from "./field.ts";
import type { MainEntity } from "./json-ld.ts";
import { isSameInstant } from "./same-instant.ts";

const jsonLdKeys = ["datePublished", "uploadDate", "dateCreated"] as const;

const metaNames = new Map<string, Candidate["method"]>([
  ["article:published_time", "open-graph"],
  ["og:article:published_time", "open-graph"],
  ["video:release_date", "open-graph"],
  ["datepublished", "meta"],
  ["dc.date.issued", "meta"],
  ["dcterms.issued", "meta"],
  ["article:published", "open-graph"],
]);

/** For those who count readers and send letters: often without a zone, or the day of a change. */
const counters: typeof metaNames = new Map([
  ["parsely-pub-date", "meta"],
  ["sailthru.date", "meta"],
]);

export function readPostedAt(reading: PageReading, main: MainEntity | null): Candidate[] {
  // What stands in an article within an article is a comment's time, or a quoted post's.
  const own = reading.times.filter(({ isNested }) => !isNested);
  const better = [
    ...fromJsonLd(main),
    ...fromMeta(reading, metaNames),
    ...fromMarkedElements(own),
    ...fromOnlyTime(own, reading.articles),
    ...fromSingleTime(reading),
  ];
  return withFallback(better, fromMeta(reading, counters));
}

function fromJsonLd(main: MainEntity | null): Candidate[] {
  const key = jsonLdKeys.find((name) => main && isTime(main.entity[name]));
  if (!main || !key) return [];
  const raw = String(main.entity[key]);
  return [
    { value: raw.trim(), method: "json-ld", locator: `${main.locator} > ${key}`, raw, confidence: "high" },
  ];
}

function fromMeta(reading: PageReading, names: typeof metaNames): Candidate[] {
  const times = reading.meta.filter(({ name, content }) => names.has(name.toLowerCase()) && isTime(content));
  // Several times under one name are those of several things, a list beside the text for one.
  const isAgreed = (name: string) => {
    const [first, ...others] = times.filter((other) => other.name === name);
    return others.every(({ content }) => isSameInstant(first?.content ?? "", content));
  };
  return times.flatMap(({ name, content }) => {
    const method = names.get(name.toLowerCase());
    if (!method || !isAgreed(name)) return [];
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
  const inArticle = times.filter(
    ({ article, property, shown }) => article === 0 && property === null && !saysUpdated.test(shown),
  );
  if (articles !== 1 || inArticle.length !== 1) return [];
  return agreedTime(inArticle, "medium");
}

/** A page that calls itself an article and shows one time in all, above its foot and beside no other, means its own. */
function fromSingleTime({ meta, times, articles }: PageReading): Candidate[] {
  const isArticle = meta.some(({ name, content }) => /^og:type$/i.test(name) && /article/i.test(content));
  const [only, another] = times;
  if (!isArticle || articles > 1 || !only || another || only.article === 0 || isBeside(only)) return [];
  return saysUpdated.test(only.shown) ? [] : agreedTime([only], "medium");
}

function isBeside({ locator, isNested }: TimeElement): boolean {
  return isNested || />(?:footer|aside|nav)(?::\d+)?>/.test(locator);
}

/** The moment of a change is not that of the posting. */
const saysUpdated =
  /updat|modif|revis|edited|aktualisiert|geändert|mis à jour|actualizad|aggiornat|bijgewerkt|更新|編輯|编辑|修改/i;

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
