/** Who posted, as far as a page of any kind says it in a machine-readable way. */
import type { PageReading } from "../capture/page-reading.ts";
import type { Candidate } from "./field.ts";
import { isObject, type MainEntity } from "./json-ld.ts";

export interface PosterCandidates {
  names: Candidate[];
  profileUrls: Candidate[];
}

/** `headed`: the article that holds the page's only heading, see `headingArticle`. */
export function readPoster(
  reading: PageReading,
  { main, headed }: { main: MainEntity | null; headed: number | null },
): PosterCandidates {
  const bylines = ownBylines(reading, headed);
  const authors = main ? authorsOf(main.entity["author"]) : [];
  const locator = `${main?.locator ?? ""} > author`;
  const names = authors.flatMap(({ name }) => (name ? [jsonLd(name, `${locator}.name`)] : []));
  const urls = authors.flatMap(({ url }) => (url ? [jsonLd(url, `${locator}.url`)] : []));
  return {
    names: [...names, ...metaAuthors(reading, isName), ...authorElements(bylines)],
    profileUrls: [...urls, ...metaAuthors(reading, (value) => !isName(value)), ...authorLinks(bylines)],
  };
}

function authorsOf(author: unknown): { name: string | null; url: string | null }[] {
  if (Array.isArray(author)) return author.slice(0, 8).flatMap(authorsOf);
  if (typeof author === "string") return [{ name: text(author), url: null }];
  return isObject(author) ? [{ name: text(author["name"]), url: webAddress(author["url"]) }] : [];
}

function jsonLd(value: string, locator: string): Candidate {
  return { value, method: "json-ld", locator, raw: value, confidence: "high" };
}

/**
 * `article:author` holds a name on some sites and the address of a profile on others (Open Graph protocol).
 * An address on another host is the publisher's page somewhere else, not the poster's here: kept, not shown.
 */
function metaAuthors(reading: PageReading, wanted: (value: string) => boolean): Candidate[] {
  return reading.meta.flatMap(({ name, content }) => {
    const method = metaMethods.get(name);
    const value = text(content);
    if (!method || !value || !wanted(value)) return [];
    const confidence = isName(value) || isOnSameHost(value, reading.url) ? "medium" : "low";
    return [{ value, method, locator: `meta[${name}]`, raw: content, confidence }];
  });
}

const metaMethods = new Map<string, Candidate["method"]>([
  ["author", "meta"],
  ["article:author", "open-graph"],
]);

function isName(value: string): boolean {
  return !/^(https?:)?\/\//i.test(value);
}

function isOnSameHost(address: string, pageUrl: string): boolean {
  if (!URL.canParse(address, pageUrl) || !URL.canParse(pageUrl)) return false;
  return new URL(address, pageUrl).host === new URL(pageUrl).host;
}

/** Bylines marked as such; several people, or one inside another's article, would be a guess. */
function authorElements(bylines: PageReading["authors"]): Candidate[] {
  const shown = bylines.filter(({ shown }) => text(shown));
  const names = new Set(shown.map((author) => text(author.shown)));
  const [first] = shown;
  if (!first || names.size !== 1) return [];
  const value = text(first.shown) ?? "";
  const { locator, isHidden } = first;
  return [{ value, method: "visible-text", locator, raw: first.shown, confidence: "medium", isHidden }];
}

/** Not those of comments, of quoted posts, of the other articles of a page, or of lists beside the one that is headed. */
function ownBylines(reading: PageReading, headed: number | null): PageReading["authors"] {
  const inHeaded = reading.authors.filter(({ article, isNested }) => article === headed && !isNested);
  if (inHeaded.length > 0) return inHeaded;
  // With many articles the first is no more the page's own than the others.
  const own = reading.articles > 1 ? -1 : 0;
  return reading.authors.filter(({ article, isNested }) => article <= own && !isNested);
}

function authorLinks(bylines: PageReading["authors"]): Candidate[] {
  const links = bylines.filter(({ href }) => href);
  const [first] = links;
  if (!first?.href || new Set(links.map(({ href }) => href)).size !== 1) return [];
  const { href, locator, isHidden } = first;
  return [{ value: href, method: "visible-text", locator, raw: href, confidence: "medium", isHidden }];
}

function text(value: unknown): string | null {
  const trimmed = typeof value === "string" ? value.replace(/\s+/g, " ").trim() : "";
  return trimmed && trimmed.length <= 300 ? trimmed : null;
}

function webAddress(value: unknown): string | null {
  return typeof value === "string" && /^https?:\/\//i.test(value) && value.length <= 2_048 ? value : null;
}
