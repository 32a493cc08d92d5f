/** Posts as Facebook drew them until 2020: stories with `data-utime`. The site's classes are named, not generated, there. */
import { fromAttribute, fromPart } from "./candidate.ts";
import type { Part } from "./outline.ts";
import type { Page } from "./platform.ts";
import { PostFacts, unixTime } from "./post-facts.ts";

const storySelector = ".userContentWrapper";
/** `feed_subtitle_<n>;<page>;<post>;<post>;<seconds>:…`, later `feed_subtitle_<post>:9:0`. */
const subtitle = /^feed_subtitle_(?:\d+;(\d+);(\d+);\d+;\d{10}:|(\d+):9:)/;

export function facebookStories(page: Page): PostFacts[] {
  const stories = page.outline.findAll(storySelector);
  return stories.filter((story) => !story.parent?.closest(storySelector)).flatMap(storyFacts);
}

function storyFacts(story: Part): PostFacts[] {
  const inner = story.find(storySelector);
  const own = (css: string) => story.findAll(css).filter((part) => !inner?.contains(part));
  const facts = new PostFacts();
  addName(facts, own(".fwb a")[0] ?? null);
  const time = own("abbr[data-utime]").find((one) => !one.closest("form")) ?? null;
  addIds(facts, { story: story.closest('[data-testid="fbfeed_story"]') ?? story, time });
  if (!facts.fields.has("postId") && !time) return [];
  facts.add("postText", fromPart(own(".userContent")[0] ?? null));
  for (const image of own("a[data-ploi]")) facts.addMedia(fromAttribute(image, "data-ploi"));
  if (inner) facts.quoted = storyFacts(inner)[0] ?? null;
  return [facts];
}

function addName(facts: PostFacts, link: Part | null): void {
  if (!link) return;
  facts.add("posterName", fromPart(link));
  const id = /\/hovercard\/(?:page|user)\.php\?id=(\d+)/.exec(link.attribute("data-hovercard") ?? "")?.[1];
  facts.add("posterId", fromAttribute(link, "data-hovercard", { value: id ?? null, kind: "account-number" }));
  const address = link.attribute("href") ?? "";
  const handle = /^https?:\/\/[\w.-]+\/([A-Za-z0-9.]{3,100})\/?(?:\?|$)/.exec(address)?.[1];
  if (!handle || handle.endsWith(".php")) return;
  facts.add("posterHandle", fromAttribute(link, "href", { value: handle }));
  facts.add("posterProfileUrl", fromAttribute(link, "href", { value: `https://www.facebook.com/${handle}` }));
}

function addIds(facts: PostFacts, { story, time }: { story: Part; time: Part | null }): void {
  const line = story.findAll('[id^="feed_subtitle_"]')[0] ?? null;
  const [, owner, post, laterPost] = subtitle.exec(line?.attribute("id") ?? "") ?? [];
  const own = post ?? laterPost ?? null;
  facts.add("postId", fromAttribute(line, "id", { value: own }));
  addLink(facts, { link: time?.closest("a") ?? null, own });
  if (!facts.fields.has("posterId")) {
    facts.add("posterId", fromAttribute(line, "id", { value: owner ?? null, kind: "account-number" }));
  }
  facts.add("postedAtShown", fromPart(time));
  facts.add(
    "postedAt",
    unixTime(time?.attribute("data-utime") ?? null, `${time?.locator ?? ""} @data-utime`),
  );
  // Only advertisements have no time; their label is broken up against programs that look for it.
  if (!time && own) facts.add("sponsored", fromAttribute(line, "id", { value: "sponsored" }));
}

/** The time links to the post, or to its first photo, which has a number of its own. */
function addLink(facts: PostFacts, { link, own }: { link: Part | null; own: string | null }): void {
  const address = link?.attribute("href") ?? "";
  const found = /[?&]story_fbid=(\d+)|\/(?:posts|videos|photos)\/(?:[^/]*\/)?(\d+)/.exec(address);
  const id = found?.[1] ?? found?.[2] ?? null;
  if (!id || (own !== null && own !== id)) return;
  facts.add("postId", fromAttribute(link, "href", { value: id }));
  facts.add("permalink", fromAttribute(link, "href", { value: onFacebook(address) }));
  const owner = /[?&]id=(\d+)|^https?:\/\/[^/]+\/(\d+)\/photos\//.exec(address);
  if (facts.fields.has("posterId")) return;
  const value = owner?.[1] ?? owner?.[2] ?? null;
  facts.add("posterId", fromAttribute(link, "href", { value, kind: "account-number" }));
}

function onFacebook(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { pathname, searchParams } = new URL(address);
  const named = ["story_fbid", "id"].flatMap((name) =>
    searchParams.has(name) ? [`${name}=${searchParams.get(name)}`] : [],
  );
  return `https://www.facebook.com${pathname}${named.length > 0 ? `?${named.join("&")}` : ""}`;
}
