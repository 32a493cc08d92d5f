/** The one post or article that a page's JSON-LD is about. Comments, breadcrumbs and other posts are never it. */

type JsonObject = Record<string, unknown>;

/** schema.org types that stand for the thing a page shows. */
const mainTypes = new Set([
  "Article",
  "NewsArticle",
  "ReportageNewsArticle",
  "BlogPosting",
  "SocialMediaPosting",
  "DiscussionForumPosting",
  "VideoObject",
  "ImageObject",
  "AudioObject",
  "Photograph",
  "AnalysisNewsArticle",
  "AskPublicNewsArticle",
  "BackgroundNewsArticle",
  "LiveBlogPosting",
  "OpinionNewsArticle",
  "ReviewNewsArticle",
  "ScholarlyArticle",
  "TechArticle",
  "Report",
]);

export interface MainEntity {
  entity: JsonObject;
  locator: string;
  /** What else the same block describes, by `@id`: an author may be named there. */
  graph: ReadonlyMap<string, JsonObject>;
}

/**
 * The entity whose own address is the page's, else the only one there is. Null when there is none, or several
 * and none says that it is this page: choosing would be guessing. `isArticle`: the page says that it is a text.
 */
export function mainEntity(
  blocks: readonly string[],
  { pageUrls, isArticle }: { pageUrls: readonly string[]; isArticle: boolean },
): MainEntity | null {
  const entities = blocks.flatMap((block, index) => {
    const objects = objectsOf(parse(block));
    const graph = new Map(objects.map((object) => [String(object["@id"]), object]));
    const locator = `script[type="application/ld+json"]:${index}`;
    return objects.filter(isMain).map((entity) => ({ entity, locator, graph }));
  });
  const matching = entities.filter(({ entity }) => isAbout(entity, pageUrls));
  if (matching.length > 0) return agreeing(matching);
  // A film or a picture in a text is a part of it: who made it, and when, says nothing of the text.
  const texts = entities.filter(({ entity }) => !isMedium(entity));
  const [only, another] = texts.length > 0 || isArticle ? texts : entities;
  if (!only || another) return null;
  // An only entity that names another page is about that page.
  return addressesOf(only.entity).some((url) => /^https?:/i.test(url)) ? null : only;
}

function isAbout(entity: JsonObject, pageUrls: readonly string[]): boolean {
  return addressesOf(entity).some((url) => isSamePage(url, pageUrls)) || sharesNumber(entity, pageUrls);
}

/** A post's number is the same however its address is written: `identifier` "1015…512051:9:0", path "…/1015…512051". */
function sharesNumber(entity: JsonObject, pageUrls: readonly string[]): boolean {
  const numbers = new Set(String(entity["identifier"] ?? "").match(longNumber));
  return pageUrls.some((url) => url.split(/[/?&=#:]/).some((part) => numbers.has(part)));
}

const longNumber = /\d{9,}/g;

/** Sites repeat one entity under several types; take the first only when all name the same author and time. */
function agreeing(matching: MainEntity[]): MainEntity | null {
  const facts = new Set(
    matching.map(({ entity }) => JSON.stringify([entity["author"], entity["datePublished"]])),
  );
  return facts.size === 1 ? (matching[0] ?? null) : null;
}

/** Sites wrap it in a comment, and write line ends into its texts. */
function parse(block: string): unknown {
  const bare = block.replace(wrapping, "").replace(controls, " ");
  try {
    return JSON.parse(bare);
  } catch {
    return null;
  }
}

const wrapping =
  /^\s*(?:\/\/|\/\*)?\s*(?:<!\[CDATA\[|<!--)(?:\s*\*\/)?|(?:\/\/|\/\*)?\s*(?:\]\]>|-->)(?:\s*\*\/)?\s*$/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u001f]/g;

/** Top level, `@graph` and arrays only: what stands deeper belongs to something else. */
function objectsOf(value: unknown): JsonObject[] {
  if (Array.isArray(value)) return value.slice(0, 200).flatMap(objectsOf);
  if (!isObject(value)) return [];
  const graph = value["@graph"];
  return Array.isArray(graph) ? graph.slice(0, 200).flatMap(objectsOf) : [value];
}

function isMain(entity: JsonObject): boolean {
  return typesOf(entity).some((type) => mainTypes.has(type));
}

function isMedium(entity: JsonObject): boolean {
  return typesOf(entity).every((type) => /^(?:Video|Image|Audio)Object$|^Photograph$/.test(type));
}

export interface StatedAuthor {
  name: unknown;
  url: unknown;
  isPerson: boolean;
}

/** By name, or by an `@id` that the same block describes. */
export function authorsOf({ entity, graph }: MainEntity): StatedAuthor[] {
  const authors: unknown[] = Array.isArray(entity["author"])
    ? entity["author"].slice(0, 8)
    : [entity["author"]];
  return authors.flatMap((author) => {
    if (typeof author === "string") return [{ name: author, url: null, isPerson: false }];
    if (!isObject(author)) return [];
    const id = author["@id"];
    const described = ("name" in author || typeof id !== "string" ? null : graph.get(id)) ?? author;
    return [
      { name: described["name"], url: described["url"], isPerson: typesOf(described).includes("Person") },
    ];
  });
}

function typesOf(entity: JsonObject): string[] {
  const types = Array.isArray(entity["@type"]) ? entity["@type"] : [entity["@type"]];
  return types
    .filter((type) => typeof type === "string")
    .map((type) => type.replace(/^https?:\/\/schema\.org\//, ""));
}

function addressesOf(entity: JsonObject): string[] {
  const page = entity["mainEntityOfPage"];
  const values = [entity["url"], entity["@id"], isObject(page) ? page["@id"] : page];
  return values.filter((value) => typeof value === "string");
}

/** Same host and path, whatever the scheme, query, fragment, trailing slash or `www.`. */
export function isSamePage(url: string, pageUrls: readonly string[]): boolean {
  const key = pageKey(url);
  return key !== null && pageUrls.some((pageUrl) => pageKey(pageUrl) === key);
}

/** Queries name the post on many sites (`?id=`, `?v=`), so a page with one is compared with it. */
function pageKey(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { host, pathname, searchParams } = new URL(url);
  const named = ["id", "v", "story_fbid", "fbid", "p", "t", "sn", "bsn"].flatMap((name) => {
    const value = searchParams.get(name);
    return value === null ? [] : [`${name}=${value}`];
  });
  return [host.replace(/^(www|m)\./, ""), pathname.replace(/\/+$/, ""), ...named].join("|");
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
