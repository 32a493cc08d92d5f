/** Weibo: weibo.com, m.weibo.cn and the old weibo.cn. Times are China's. */
import { fromAttribute, fromData, fromPart, fromUrl } from "./candidate.ts";
import { weiboCode, weiboMid, weiboTime } from "./id-weibo.ts";
import { at, type JsonObject, textAt } from "./page-data.ts";
import { type AddressFacts, address, isHost, type Page, pathParts, type Platform } from "./platform.ts";
import type { PostFacts } from "./post-facts.ts";
import { addChinaTime, oldWeiboPost, oldWeiboPosts } from "./weibo-old.ts";

const code = /^[0-9a-zA-Z]{8,10}$/;

export const weibo: Platform = {
  id: "weibo",
  name: "微博",
  type: "social",
  version: 1,
  lastVerified: "2026-11-27",
  fixtureCount: 3,
  must: ["posterName", "postedAtShown"],
  match: (url) => isHost(url, "weibo.com", "weibo.cn"),
  fromUrl: (url) => {
    const parts = pathParts(url);
    const [first = "", second = ""] = parts;
    const isStatus = /^(?:detail|status|comment|statuses)$/.test(first);
    const isOfUser = /^\d{5,11}$/.test(first);
    const post = isStatus ? second : isOfUser ? second : "";
    const owner = isOfUser ? first : first === "u" ? second : (url.searchParams.get("uid") ?? "");
    const isPost = /^\d{16,17}$/.test(post) || (code.test(post) && /\D/.test(post));
    const found = address(isPost ? "post" : /^\d{5,11}$/.test(owner) ? "profile" : "list");
    if (/^\d{5,11}$/.test(owner)) {
      found.facts.add("posterId", fromUrl(owner, { kind: "account-number" }));
      found.facts.add("posterProfileUrl", fromUrl(`https://weibo.com/u/${owner}`));
    }
    return isPost ? ofPost(found, { post, owner }) : found;
  },
  fromPage: (page, found) => {
    if (isHost(page.url, "weibo.cn") && !isHost(page.url, "m.weibo.cn")) return ofOldPage(page, found);
    if (found.kind === "post") readStatus(page, found.facts);
    return found;
  },
};

function ofPost(found: AddressFacts, { post, owner }: { post: string; owner: string }): AddressFacts {
  const mid = /^\d+$/.test(post) ? post : weiboMid(post);
  const shortCode = /^\d+$/.test(post) ? weiboCode(post) : post;
  found.facts.add("postId", fromUrl(post)).addIdTime(mid ? weiboTime(mid) : null, post);
  // The same post by its number: kept for those who ask Weibo, and to know the post in the page's data.
  if (mid !== post) found.facts.add("postId", fromUrl(mid, { raw: post, confidence: "low" }));
  const isKnown = /^\d+$/.test(owner);
  found.facts.add(
    "permalink",
    fromUrl(isKnown ? `https://weibo.com/${owner}/${shortCode}` : `https://m.weibo.cn/status/${shortCode}`),
  );
  return found;
}

function ofOldPage(page: Page, found: AddressFacts): AddressFacts {
  if (found.kind === "post") oldWeiboPost(page, found.facts);
  else found.facts.posts = oldWeiboPosts(page);
  if (found.kind !== "profile") return found;
  const title = page.outline.find(".ut");
  const name = /^(.+?)的微博/.exec(title?.text() ?? "")?.[1]?.trim() ?? null;
  found.facts.add("posterName", fromPart(title, name));
  return found;
}

function isStatus(object: JsonObject, ids: readonly string[]): boolean {
  const own = textAt(object, "mid") ?? textAt(object, "idstr") ?? textAt(object, "id");
  return own !== null && ids.includes(own) && "created_at" in object && "user" in object;
}

/** The record of this very post; what it shares stands in it under its own number. */
function readStatus(page: Page, facts: PostFacts): void {
  const ids = (facts.fields.get("postId") ?? []).map(({ value }) => value);
  for (const { object, locator } of page.data.find((one) => isStatus(one, ids))) {
    const user = at(object, "user");
    facts.add(
      "posterId",
      fromData(textAt(user, "idstr") ?? textAt(user, "id"), `${locator} > user.id`, {
        kind: "account-number",
      }),
    );
    facts.add("posterName", fromData(textAt(user, "screen_name"), `${locator} > user.screen_name`));
    facts.add(
      "postText",
      fromData(textAt(object, "text_raw") ?? plain(textAt(object, "text")), `${locator} > text`),
    );
    addChinaTime(facts, { text: textAt(object, "created_at"), locator: `${locator} > created_at` });
  }
  readArticle(page, facts);
}

/** Only where the page shows one post with a link to this very one. */
function readArticle(page: Page, facts: PostFacts): void {
  const id = facts.value("postId") ?? "";
  const shortCode = /^\d+$/.test(id) ? weiboCode(id) : id;
  const link = page.outline.findAll(`a[href*="/${shortCode}"]`).find((one) => /\d/.test(one.text())) ?? null;
  const article = link?.closest("article") ?? null;
  if (!shortCode || !link || !article) return;
  facts.add("postedAtShown", fromPart(link));
  addChinaTime(facts, { text: link.attribute("title"), locator: `${link.locator} @title` });
  const owner = article.findAll('a[href*="/u/"]').find((one) => one.text()) ?? null;
  facts.add("posterName", fromPart(owner));
  const user = /\/u\/(\d{5,11})/.exec(owner?.attribute("href") ?? "")?.[1] ?? null;
  facts.add("posterId", fromAttribute(owner, "href", { value: user, kind: "account-number" }));
}

function plain(text: string | null): string | null {
  return text?.replace(/<br\s*\/?>/g, "\n").replace(/<[^>]*>/g, "") ?? null;
}
