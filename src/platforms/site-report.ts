/** A report that a site has changed, safe to send to anybody: names of elements and keys, no text, no address, no value. */
import type { PageReading } from "../capture/page-reading.ts";
import type { ReaderHealth } from "./field.ts";
import { at, type JsonObject, PageData } from "./page-data.ts";

/** Even names can be somebody's: keys of maps, elements of a site's own. Only these are ever written. */
const knownTags = new Set(
  "a abbr address article aside b blockquote body br button details div dd dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header i iframe img li link main meta nav ol p pre section span strong summary table td th time tr u ul video audio source shreddit-post shreddit-comment #text".split(
    " ",
  ),
);
const knownAttributes = new Set(
  "aria-label class content data-e2e data-mid data-peer-id data-pid data-post data-posted data-testid data-uid data-utime data-view data-fullname data-author data-timestamp data-permalink data-mtime datetime href id itemprop itemtype name poster property rel role src title type alt lang author permalink post-title created-timestamp author-id".split(
    " ",
  ),
);
const knownKeys = new Set(
  "__DEFAULT_SCOPE__ actor actors attached_story author aweme_id caption carousel_media comet_sections content contents core created_at createdAt create_time createTime creation_time data department desc display_name edges entry_data externalChannelId feedback full_name full_text graphql homeId id idstr image_versions2 itemInfo items itemStruct legacy lastUpdateTime media message metadata microformat mid name nickname node note noteDetailMap noteId ownerProfileUrl owner owner_id pk playerMicroformatRenderer plurk_id post post_id postId postInfo posted props pageProps publishDate published publish_time require rest_id result school screen_name secUid shortcode_media status story taken_at taken_at_timestamp text text_raw thread_items time title tweet uid uniqueId uploadDate url user userId userInfo user_results username video videoDetails videoId".split(
    " ",
  ),
);
const mostLines = 400;

export function siteReport(health: ReaderHealth, reading: Pick<PageReading, "outline" | "scripts">): string {
  const { reader, version, lastVerified, missing } = health;
  return [
    "keepleaf-site-report-1",
    `reader ${reader} ${version}, verified ${lastVerified}`,
    `missing ${missing.join(" ")}`,
    `elements ${reading.outline.length}, scripts ${reading.scripts.length}`,
    ...counted(reading.outline.map(shapeOf)),
    ...counted(keyPaths(new PageData(reading.scripts))),
    "",
  ].join("\n");
}

function shapeOf({ tag, attributes }: PageReading["outline"][number]): string {
  const names = Object.keys(attributes ?? {}).map((name) => (knownAttributes.has(name) ? name : "*"));
  return `${knownTags.has(tag) ? tag : "*"}[${[...new Set(names)].sort().join(" ")}]`;
}

function keyPaths(data: PageData): string[] {
  return data.objects().flatMap(({ object, locator }) => {
    const keys = Object.keys(object).filter((key) => knownKeys.has(key));
    return keys.map(
      (key) =>
        `${locator.split(" > ").slice(1).slice(-4).map(keyName).join(" > ")} > ${key}: ${kindOf(object, key)}`,
    );
  });
}

function keyName(key: string): string {
  return knownKeys.has(key) ? key : "*";
}

function kindOf(object: JsonObject, key: string): string {
  const value = at(object, key);
  if (Array.isArray(value)) return "list";
  return value === null ? "null" : typeof value;
}

/** `12 × article[class role]`, most frequent first. */
function counted(shapes: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const shape of shapes) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  const sorted = [...counts].sort(
    ([one, first], [other, second]) => second - first || one.localeCompare(other),
  );
  return sorted.slice(0, mostLines).map(([shape, count]) => `${count} × ${shape}`);
}
