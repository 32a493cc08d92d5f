/** Who posted, as far as a page of any kind says it in a machine-readable way. */
import type { PageReading } from "../capture/page-reading.ts";
import { withFallback } from "./candidate.ts";
import type { Candidate } from "./field.ts";
import { authorsOf, type MainEntity } from "./json-ld.ts";
import { isAction, isSite, posterName } from "./poster-name.ts";

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
  const authors = main ? authorsOf(main) : [];
  const locator = `${main?.locator ?? ""} > author`;
  const names = authors.flatMap(({ name, isPerson }) =>
    jsonLd(posterName(name), name, `${locator}.name`).map(doubted({ reading, main, isPerson })),
  );
  const urls = authors.flatMap(({ url }) => jsonLd(webAddress(url), url, `${locator}.url`));
  const isDoubted = doubted({ reading, main });
  const inMeta = metaNames(reading, metaMethods).map(isDoubted).map(unseen(reading));
  const byCounters = metaNames(reading, counters).map(isDoubted);
  return {
    names: withFallback([...names, ...inMeta, ...authorElements(bylines)], byCounters),
    profileUrls: [...urls, ...metaAddresses(reading), ...authorLinks(bylines)],
  };
}

/** What only the markup says, and is the site's own name, is no poster: kept, not shown. */
function doubted(about: Parameters<typeof isSite>[1]): (candidate: Candidate) => Candidate {
  return (candidate) => (isSite(candidate.value, about) ? { ...candidate, confidence: "low" } : candidate);
}

function jsonLd(value: string | null, raw: unknown, locator: string): Candidate[] {
  if (!value) return [];
  return [{ value, method: "json-ld", locator, raw: String(raw).slice(0, 2_048), confidence: "high" }];
}

/**
 * `meta[author]` is often whoever made or owns the site, the same on each of its pages. A name that the page shows
 * nowhere is nobody's byline: kept, not shown.
 */
function unseen({ outline }: PageReading): (candidate: Candidate) => Candidate {
  return (candidate) => {
    if (candidate.locator !== "meta[author]" || outline.length === 0) return candidate;
    const name = withoutHouse(candidate.value).toLowerCase();
    const isShown = outline.some(({ text, isHidden }) => !isHidden && text?.toLowerCase().includes(name));
    return isShown ? candidate : { ...candidate, confidence: "low" };
  };
}

/** 「Name, house」: the page often shows the name alone. */
function withoutHouse(value: string): string {
  const [name = value, ...rest] = value.split(",");
  return rest.length === 1 ? name : value;
}

/** `article:author` holds a name on some sites and the address of a profile on others (Open Graph protocol). */
function metaNames(reading: PageReading, methods: typeof metaMethods): Candidate[] {
  const found = reading.meta.flatMap(({ name, content }) => {
    const method = methods.get(name.toLowerCase());
    const value = posterName(content);
    if (!method || !value) return [];
    return [{ value, method, locator: `meta[${name}]`, raw: content, confidence: "medium" as const }];
  });
  // `author` is often that of the whole site; what is about articles comes before it.
  const ofSite = ({ method, locator }: Candidate) => method === "meta" && locator === "meta[author]";
  return [...found.filter((each) => !ofSite(each)), ...found.filter(ofSite)];
}

/** An address on another host is the publisher's page somewhere else, not the poster's here: kept, not shown. */
function metaAddresses(reading: PageReading): Candidate[] {
  return reading.meta.flatMap(({ name, content }) => {
    const method = metaMethods.get(name.toLowerCase());
    const value = content.trim();
    if (!method || !/^(?:https?:)?\/\//i.test(value)) return [];
    const confidence = isOnSameHost(value, reading.url) ? "medium" : "low";
    return [{ value, method, locator: `meta[${name}]`, raw: content, confidence }];
  });
}

const metaMethods = new Map<string, Candidate["method"]>([
  ["author", "meta"],
  ["article:author", "open-graph"],
  ["article:author_name", "open-graph"],
]);

/** For those who count readers and send letters. */
const counters: typeof metaMethods = new Map([
  ["parsely-author", "meta"],
  ["sailthru.author", "meta"],
]);

function isOnSameHost(address: string, pageUrl: string): boolean {
  if (!URL.canParse(address, pageUrl) || !URL.canParse(pageUrl)) return false;
  return new URL(address, pageUrl).host === new URL(pageUrl).host;
}

/** Bylines marked as such; several people, or one inside another's article, would be a guess. */
function authorElements(bylines: PageReading["authors"]): Candidate[] {
  const named = bylines.flatMap((byline) => {
    const value = isAction(byline.shown) ? null : posterName(byline.shown);
    return value ? [{ ...byline, value }] : [];
  });
  const names = new Set(named.map(({ value }) => value));
  const [first] = named;
  if (!first || names.size !== 1) return [];
  const { value, shown, locator, isHidden } = first;
  return [{ value, method: methodOf(locator), locator, raw: shown, confidence: "medium", isHidden }];
}

/** Nobody sees what stands in the head of a page. */
function methodOf(locator: string): Candidate["method"] {
  return /^html>head\b/.test(locator) ? "meta" : "visible-text";
}

/** Not those of comments, of quoted posts, of the other articles of a page, or of lists beside the one that is headed. */
function ownBylines(reading: PageReading, headed: number | null): PageReading["authors"] {
  const inHeaded = reading.authors.filter(({ article, isNested }) => article === headed && !isNested);
  if (inHeaded.length > 0) return inHeaded;
  // With many articles the first is no more the page's own than the others.
  const own = reading.articles > 1 ? -1 : 0;
  return reading.authors.filter(
    (byline) => byline.article <= own && !byline.isNested && !standsBeside(byline),
  );
}

/** Outside of articles, a page's foot, its bars and its menus name those who made the site. */
function standsBeside({ article, locator }: PageReading["authors"][number]): boolean {
  return article < 0 && />(?:footer|aside|nav)(?::\d+)?>/.test(locator);
}

function authorLinks(bylines: PageReading["authors"]): Candidate[] {
  const links = bylines.filter(({ href }) => href && isProfile(href));
  const [first] = links;
  if (!first?.href || new Set(links.map(({ href }) => href)).size !== 1) return [];
  const { href, locator, isHidden } = first;
  return [{ value: href, method: methodOf(locator), locator, raw: href, confidence: "medium", isHidden }];
}

/** `humans.txt` names the makers of a site; a site's first page is nobody's profile. */
function isProfile(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { pathname, search } = new URL(address);
  return !/\.(?:txt|xml|json)$/i.test(pathname) && (pathname !== "/" || search !== "");
}

function webAddress(value: unknown): string | null {
  return typeof value === "string" && /^https?:\/\//i.test(value) && value.length <= 2_048 ? value : null;
}
