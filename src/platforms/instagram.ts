/** Instagram: posts, reels, stories and profiles. */
import { fromAttribute, fromData, fromMeta, fromPart, fromUrl } from "./candidate.ts";
import { instagramCodeTime, instagramMediaId, instagramTime } from "./id-instagram.ts";
import { addMediaItem, isMediaItem } from "./instagram-data.ts";
import { textAt } from "./page-data.ts";
import {
  type AddressFacts,
  address,
  isHost,
  metaOf,
  type Page,
  pathParts,
  type Platform,
} from "./platform.ts";
import type { PostFacts } from "./post-facts.ts";

const postWords = new Set(["p", "reel", "reels", "tv"]);
const notAccounts = new Set(
  "explore accounts direct stories about developer legal web api graphql challenge p reel reels tv".split(
    " ",
  ),
);
const accountName = /^[A-Za-z0-9_.]{1,30}$/;

export const instagram: Platform = {
  id: "instagram",
  name: "Instagram",
  type: "social",
  version: 1,
  lastVerified: "2026-11-27",
  fixtureCount: 5,
  must: ["posterHandle", "postedAt", "posterId"],
  match: (url) => isHost(url, "instagram.com"),
  fromUrl: (url) => {
    const parts = pathParts(url);
    const word = parts.findIndex((part) => postWords.has(part));
    const code = word >= 0 && word <= 1 ? parts[word + 1] : undefined;
    if (code) return ofPost(code, word === 1 ? parts[0] : undefined);
    if (parts[0] === "stories" && parts[1]) return ofStory(parts[1], parts[2]);
    const [account = ""] = parts;
    if (!accountName.test(account) || notAccounts.has(account)) return address("list");
    const found = address("profile");
    addAccount(found.facts, account);
    return found;
  },
  fromPage: (page, found) => {
    if (found.kind === "post") readPost(page, found.facts);
    if (found.kind === "profile") readProfile(page, found.facts);
    return found;
  },
};

function ofPost(code: string, account: string | undefined): AddressFacts {
  const found = address("post");
  const id = instagramMediaId(code);
  found.facts.add("postId", fromUrl(id, { raw: code }));
  if (id) found.facts.addIdTime(instagramCodeTime(code), code);
  found.facts.add("permalink", fromUrl(`https://www.instagram.com/p/${code}/`, { raw: code }));
  if (account && accountName.test(account) && !notAccounts.has(account)) addAccount(found.facts, account);
  return found;
}

function ofStory(account: string, id: string | undefined): AddressFacts {
  const found = address("post");
  if (account !== "highlights") addAccount(found.facts, account);
  if (!id || !/^\d+$/.test(id)) return found;
  found.facts.add("postId", fromUrl(id)).addIdTime(instagramTime(id), id);
  found.facts.add("permalink", fromUrl(`https://www.instagram.com/stories/${account}/${id}/`));
  return found;
}

function addAccount(facts: PostFacts, account: string): void {
  facts.add("posterHandle", fromUrl(account));
  facts.add("posterProfileUrl", fromUrl(`https://www.instagram.com/${account}/`));
}

function readPost(page: Page, facts: PostFacts): void {
  const id = facts.value("postId");
  if (!id) return;
  const isThis = (object: Parameters<typeof isMediaItem>[0]) =>
    isMediaItem(object) && idOf(textAt(object, "pk") ?? textAt(object, "id")) === id;
  for (const item of page.data.find(isThis)) addMediaItem(facts, item);
  readMeta(page, facts);
  readArticle(page, facts);
}

function idOf(id: string | null): string | null {
  return id?.split("_")[0] ?? null;
}

/** Only where the page's own entry names this post: it is served with the page, and is not renewed by its program. */
function readMeta(page: Page, facts: PostFacts): void {
  const media = metaOf(page, "al:ios:url");
  const own = /[?&]id=(\d+)/.exec(media?.content ?? "")?.[1];
  const code = facts.fields.get("postId")?.[0]?.raw ?? "";
  const isOwn = own === facts.value("postId") || (metaOf(page, "og:url")?.content ?? "").includes(`/${code}`);
  if (!isOwn || !code) return;
  facts.add("postId", fromMeta(media, own ?? null));
  facts.add(
    "posterId",
    fromMeta(metaOf(page, "instapp:owner_user_id"), undefined, { kind: "account-number" }),
  );
  const title = metaOf(page, "og:title");
  const [, name, caption] =
    /^([\s\S]+?) on Instagram: ["“]([\s\S]*)["”]\s*$/.exec(title?.content ?? "") ?? [];
  facts.add("posterName", fromMeta(title, name ?? null));
  facts.add("postText", fromMeta(title, caption ?? null));
  const handle = handleInMeta(page);
  facts.add("posterHandle", handle);
  if (handle)
    facts.add("posterProfileUrl", { ...handle, value: `https://www.instagram.com/${handle.value}/` });
}

function handleInMeta(page: Page) {
  const title = metaOf(page, "twitter:title");
  const inTitle = /\(@([A-Za-z0-9_.]{1,30})\)/.exec(title?.content ?? "")?.[1];
  if (inTitle) return fromMeta(title, inTitle);
  const description = metaOf(page, "og:description") ?? metaOf(page, "description");
  return fromMeta(
    description,
    / - ([A-Za-z0-9_.]{1,30}) (?:on|於|在) /.exec(description?.content ?? "")?.[1] ?? null,
  );
}

/** The article that links to this very post with a time; comments have links of their own. */
function readArticle(page: Page, facts: PostFacts): void {
  const code = facts.fields.get("postId")?.[0]?.raw ?? "";
  const links = page.outline
    .findAll(`a[href*="/${code}/"]`)
    .filter((link) => !/\/c\/\d/.test(link.attribute("href") ?? ""));
  const time = links.map((link) => link.find("time")).find(Boolean) ?? null;
  const article = time?.closest("article") ?? time?.closest("main") ?? null;
  if (!time || !article || !code) return;
  facts.addTime(time);
  const header = article.find("header");
  const account = header
    ?.findAll("a")
    .find((link) => /^\/[A-Za-z0-9_.]{1,30}\/?$/.test(pathOf(link.attribute("href"))) && link.text());
  if (!account) return;
  const name = pathOf(account.attribute("href")).replaceAll("/", "");
  facts.add("posterHandle", fromAttribute(account, "href", { value: name }));
  facts.add(
    "posterProfileUrl",
    fromAttribute(account, "href", { value: `https://www.instagram.com/${name}/` }),
  );
  facts.add("postText", fromPart(article.find("h1")));
}

function pathOf(address: string | null): string {
  return address && URL.canParse(address) ? new URL(address).pathname : "";
}

function readProfile(page: Page, facts: PostFacts): void {
  const account = facts.value("posterHandle");
  const own = page.data.find(
    (object) => textAt(object, "username") === account && ("full_name" in object || "biography" in object),
  );
  for (const { object, locator } of own.slice(0, 8)) {
    facts.add(
      "posterId",
      fromData(textAt(object, "pk") ?? textAt(object, "id"), `${locator} > pk`, { kind: "account-number" }),
    );
    facts.add("posterName", fromData(textAt(object, "full_name"), `${locator} > full_name`));
  }
}
