/** Bluesky: posts and profiles. The DID stays; the handle and the record's server may change. */
import { fromAttribute, fromMeta, fromPart, fromUrl } from "./candidate.ts";
import { blueskyTime } from "./id-bluesky.ts";
import type { Part } from "./outline.ts";
import { address, isHost, metaOf, type Page, pathParts, type Platform } from "./platform.ts";
import { isoTime, PostFacts } from "./post-facts.ts";

const did = /did:(?:plc:[2-7a-z]{24}|web:[\w.-]+)/;

export const bluesky: Platform = {
  id: "bluesky",
  name: "Bluesky",
  type: "social",
  version: 1,
  lastVerified: "2026-11-27",
  fixtureCount: 1,
  must: ["posterName", "postText"],
  match: (url) => isHost(url, "bsky.app"),
  fromUrl: (url) => {
    const [word, account = "", post, key = ""] = pathParts(url);
    if (word !== "profile" || !account) return address("list");
    const isPost = post === "post" && key !== "";
    const found = address(isPost ? "post" : "profile");
    if (did.test(account)) found.facts.add("posterId", fromUrl(account, { kind: "decentralized-id" }));
    else found.facts.add("posterHandle", fromUrl(account));
    found.facts.add("posterProfileUrl", fromUrl(`https://bsky.app/profile/${account}`));
    if (!isPost) return found;
    found.facts.add("postId", fromUrl(key)).addIdTime(blueskyTime(key), key);
    found.facts.add("permalink", fromUrl(`https://bsky.app/profile/${account}/post/${key}`));
    return found;
  },
  fromPage: (page, found) => {
    if (found.kind === "post") {
      readHead(page, found.facts);
      readMain(page, found.facts);
    } else found.facts.posts = page.outline.findAll('[data-testid^="feedItem-by-"]').flatMap(listed);
    return found;
  },
};

/** The head is the server's, for the post of the first address: only where it names this one. */
function readHead(page: Page, facts: PostFacts): void {
  const key = facts.value("postId") ?? "";
  const link =
    page.outline.findAll('link[href^="at://"]').find((one) => one.attribute("href")?.endsWith(`/${key}`)) ??
    null;
  const isOwn = link !== null || (metaOf(page, "og:url")?.content ?? "").endsWith(`/post/${key}`);
  if (!key || !isOwn) return;
  facts.add(
    "posterId",
    fromAttribute(link, "href", {
      value: did.exec(link?.attribute("href") ?? "")?.[0] ?? null,
      kind: "decentralized-id",
    }),
  );
  const published = metaOf(page, "article:published_time");
  facts.add("postedAt", isoTime(published?.content ?? null, "meta[article:published_time]"));
  facts.add("posterHandle", fromMeta(metaOf(page, "profile:username")));
  facts.add("postText", fromMeta(metaOf(page, "og:description")));
  const title = metaOf(page, "og:title");
  facts.add("posterName", fromMeta(title, /^(.+) \(@[\w.-]+\)$/.exec(title?.content ?? "")?.[1] ?? null));
}

/** The post of the page is the one item that does not link to its own address: replies do. */
function readMain(page: Page, facts: PostFacts): void {
  const handle = facts.value("posterHandle");
  const key = facts.value("postId") ?? "";
  const items = page.outline.findAll(`[data-testid="postThreadItem-by-${handle}"]`);
  const own =
    items.find((item) => keyOf(item) === key) ??
    items.find((item) => keyOf(item) === null && item.find(`a[href*="/post/${key}/"]`));
  if (own) addItem(facts, own);
}

function keyOf(item: Part): string | null {
  const link = timeLink(item);
  return /\/post\/([2-7a-z]{13})$/.exec(link?.attribute("href") ?? "")?.[1] ?? null;
}

function timeLink(item: Part): Part | null {
  return (
    item
      .findAll('a[href*="/post/"]')
      .find(
        (link) => /\/post\/[2-7a-z]{13}$/.test(link.attribute("href") ?? "") && link.attribute("aria-label"),
      ) ?? null
  );
}

function addItem(facts: PostFacts, item: Part): void {
  const links = item
    .findAll('a[href*="/profile/"]')
    .filter((link) => link.text() && !link.closest("[data-word-wrap]"));
  const named = links.find((link) => !link.attribute("href")?.includes("/post/"));
  const texts = named ? [named, ...named.findAll("div")].map((part) => ({ part, text: part.text() })) : [];
  const name = texts.filter(({ text }) => text && !/[@\n]/.test(text)).at(-1);
  facts.add("posterName", fromPart(name?.part ?? null));
  facts.add("postText", fromPart(item.find("[data-word-wrap]")));
  const time = timeLink(item);
  facts.add("postedAtShown", time ? fromAttribute(time, "aria-label") : shownTime(item));
  const avatar = item.find('[data-testid="userAvatarImage"] img');
  const owner = did.exec(avatar?.attribute("src") ?? "")?.[0] ?? null;
  facts.add("posterId", fromAttribute(avatar, "src", { value: owner, kind: "decentralized-id" }));
  for (const image of item.findAll('img[src*="/img/feed_"]')) {
    if (owner && image.attribute("src")?.includes(owner)) facts.addMedia(fromAttribute(image, "src"));
  }
}

function shownTime(item: Part) {
  const part = item
    .findAll("div")
    .find((one) =>
      /^\d{1,2}:\d\d.{0,6} · .{6,30}$|^.{6,40}\d{1,2}:\d\d(?: [AP]M)?$/.test(one.node.text ?? ""),
    );
  return fromPart(part ?? null);
}

function listed(item: Part): PostFacts[] {
  const key = keyOf(item);
  const handle = /^feedItem-by-(.+)$/.exec(item.attribute("data-testid") ?? "")?.[1];
  if (!key || !handle) return [];
  const facts = new PostFacts().add("postId", fromPart(item, key)).addIdTime(blueskyTime(key), key);
  facts.add("posterHandle", fromAttribute(item, "data-testid", { value: handle }));
  facts.add("permalink", fromPart(item, `https://bsky.app/profile/${handle}/post/${key}`));
  addItem(facts, item);
  return [facts];
}
