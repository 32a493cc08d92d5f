/** Threads: posts and profiles. Codes and numbers are Instagram's. */
import { fromAttribute, fromData, fromPart, fromUrl } from "./candidate.ts";
import { instagramCodeTime, instagramMediaId } from "./id-instagram.ts";
import { addMediaItem, isMediaItem } from "./instagram-data.ts";
import type { Part } from "./outline.ts";
import { textAt } from "./page-data.ts";
import { address, isHost, type Page, pathParts, type Platform } from "./platform.ts";
import { PostFacts } from "./post-facts.ts";

const box = '[data-pressable-container="true"]';

export const threads: Platform = {
  id: "threads",
  name: "Threads",
  type: "social",
  version: 1,
  lastVerified: "2026-11-27",
  fixtureCount: 3,
  must: ["postText", "postedAt"],
  match: (url) => isHost(url, "threads.net", "threads.com"),
  fromUrl: (url) => {
    const [first = "", word = "", code = ""] = pathParts(url);
    const account = /^@([A-Za-z0-9_.]{1,30})$/.exec(first)?.[1];
    const isPost = word === "post" && code !== "";
    const found = address(isPost ? "post" : account ? "profile" : "list");
    if (account)
      found.facts
        .add("posterHandle", fromUrl(account))
        .add("posterProfileUrl", fromUrl(`https://www.threads.com/@${account}`));
    if (!isPost) return found;
    found.facts
      .add("postId", fromUrl(instagramMediaId(code), { raw: code }))
      .addIdTime(instagramCodeTime(code), code);
    if (account) found.facts.add("permalink", fromUrl(`https://www.threads.com/@${account}/post/${code}`));
    return found;
  },
  fromPage: (page, found) => {
    const id = found.facts.value("postId");
    if (found.kind === "post" && id) readPost(page, { facts: found.facts, id });
    if (found.kind === "profile") readUser(page, found.facts);
    if (found.kind !== "post") found.facts.posts = page.outline.findAll(box).flatMap((one) => listed(one));
    return found;
  },
};

function readPost(page: Page, { facts, id }: { facts: PostFacts; id: string }): void {
  for (const item of page.data.find((object) => isMediaItem(object) && textAt(object, "pk") === id))
    addMediaItem(facts, item);
  const code = facts.fields.get("postId")?.[0]?.raw ?? "";
  const own = page.outline.findAll(box).find((one) => codeOf(one) === code);
  if (own) addBox(facts, own);
}

function codeOf(part: Part): string | null {
  const link = timeLink(part);
  return /\/post\/([\w-]+)/.exec(link?.attribute("href") ?? "")?.[1] ?? null;
}

/** The link that holds the post's time; pictures and a quoted post have links of their own. */
function timeLink(part: Part): Part | null {
  return part.findAll('a[href*="/post/"]').find((link) => link.find("time")) ?? null;
}

function addBox(facts: PostFacts, part: Part): void {
  const link = timeLink(part);
  facts.addTime(link?.find("time") ?? null);
  const account = /\/@([A-Za-z0-9_.]{1,30})\/post\//.exec(link?.attribute("href") ?? "")?.[1];
  facts.add("posterHandle", fromAttribute(link, "href", { value: account ?? null }));
  const text = part
    .findAll('[dir="auto"], span')
    .find((one) => one.parent && !one.closest("a, button, time") && one.text().length > 1);
  facts.add("postText", fromPart(text ?? null));
  for (const image of part.findAll("img"))
    if (!/profile|大頭貼/.test(image.attribute("alt") ?? "")) facts.addMedia(fromAttribute(image, "src"));
}

function listed(part: Part): PostFacts[] {
  const code = codeOf(part);
  const id = code && instagramMediaId(code);
  if (!code || !id) return [];
  const facts = new PostFacts()
    .add("postId", fromPart(part, id, { raw: code }))
    .addIdTime(instagramCodeTime(code), code);
  addBox(facts, part);
  return [facts];
}

function readUser(page: Page, facts: PostFacts): void {
  const account = facts.value("posterHandle");
  for (const { object, locator } of page.data
    .find((one) => textAt(one, "username") === account && "pk" in one)
    .slice(0, 8)) {
    facts.add("posterId", fromData(textAt(object, "pk"), `${locator} > pk`, { kind: "account-number" }));
    facts.add("posterName", fromData(textAt(object, "full_name"), `${locator} > full_name`));
  }
}
