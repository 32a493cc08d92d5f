/** Any site: what a page says of itself in the ways all sites share. JSON-LD, Open Graph, microdata, h-card. */
import { fromMeta, fromPart } from "./candidate.ts";
import type { Candidate } from "./field.ts";
import { headingArticle } from "./heading-article.ts";
import { mainEntity, type MainEntity } from "./json-ld.ts";
import { address, metaOf, type Page, type Platform } from "./platform.ts";
import { type PostFacts, timeAttribute } from "./post-facts.ts";
import { readPostedAt } from "./read-posted-at.ts";
import { readPoster } from "./read-poster.ts";
import { isLater } from "./same-instant.ts";

export const generic: Platform = {
  id: "generic",
  name: "",
  type: "web",
  version: 4,
  lastVerified: "2026-11-27",
  fixtureCount: 18,
  must: [],
  match: (url) => /^https?:$/.test(url.protocol),
  fromUrl: () => address("page"),
  fromPage: (_page, found) => found,
};

/**
 * Of a known platform only the JSON-LD that is about this very page; elsewhere everything a page says of itself.
 * The rest (Open Graph, bylines, single times) would on a platform be the site's or a neighbour's.
 */
export function addGenericFacts(page: Page, facts: PostFacts, { isWhole }: { isWhole: boolean }): void {
  const { reading } = page;
  const main = mainEntity(reading.jsonLd, {
    pageUrls: [reading.url, reading.canonicalUrl ?? reading.url],
    isArticle: /article/i.test(metaOf(page, "og:type")?.content ?? ""),
  });
  const isTrusted = ({ method }: Candidate) => isWhole || method === "json-ld";
  const poster = readPoster(reading, { main, headed: headingArticle(page) });
  facts.add("posterName", ...poster.names.filter(isTrusted));
  facts.add("posterProfileUrl", ...poster.profileUrls.filter(isTrusted));
  facts.add("postedAt", ...readPostedAt(reading, main).filter(isTrusted));
  addEdited(facts, main);
  if (isWhole) addRest(page, facts, main);
}

function addRest(page: Page, facts: PostFacts, main: MainEntity | null): void {
  facts.add(
    "postTitle",
    ofEntity(main, "headline") ?? ofEntity(main, "name") ?? fromMeta(metaOf(page, "og:title")),
  );
  facts.add("postText", ofEntity(main, "articleBody") ?? ofEntity(main, "text"));
  addPermalink(page, facts);
  addHCard(page, facts);
}

function addEdited(facts: PostFacts, main: MainEntity | null): void {
  const edited = ofEntity(main, "dateModified");
  const published = facts.value("postedAt");
  if (!edited || !/^\d{4}-\d\d-\d\dT/.test(edited.value)) return;
  // What was changed no later than it was posted was not edited since.
  if (published === null || isLater(edited.value, published)) facts.add("editedAt", edited);
}

function ofEntity(main: MainEntity | null, key: string): Candidate | null {
  const value = main?.entity[key];
  if (!main || typeof value !== "string" || !value.trim()) return null;
  const text = value.slice(0, 8_192).toWellFormed();
  const locator = `${main.locator} > ${key}`;
  return { value: text.trim(), method: "json-ld", locator, raw: text, confidence: "medium" };
}

/** Canonical addresses on another host belong to where the text was first published. */
function addPermalink({ reading, url }: Page, facts: PostFacts): void {
  const { canonicalUrl } = reading;
  if (!canonicalUrl || !URL.canParse(canonicalUrl) || new URL(canonicalUrl).host !== url.host) return;
  const locator = "link[rel=canonical]";
  facts.add("permalink", {
    value: canonicalUrl,
    method: "meta",
    locator,
    raw: canonicalUrl,
    confidence: "medium",
  });
}

/** Microformats: one `h-entry`, its author and its time. */
function addHCard(page: Page, facts: PostFacts): void {
  const entries = page.outline.findAll(".h-entry").filter((entry) => !entry.parent?.closest(".h-entry"));
  const [entry] = entries;
  if (!entry || entries.length > 1) return;
  const card = entry.find(".h-card");
  const link = card?.matches("a") ? card : (card?.find("a.u-url") ?? null);
  if (!facts.fields.has("posterName")) facts.add("posterName", fromPart(card?.find(".p-name") ?? card));
  if (link) facts.add("posterProfileUrl", fromPart(link, link.attribute("href")));
  facts.add("postedAt", timeAttribute(entry.find("time.dt-published")));
}
