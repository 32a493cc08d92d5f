/** X (Twitter): posts, articles and profiles. */
import { fromAttribute, fromData, fromPart, fromUrl } from "./candidate.ts";
import { xPostTime } from "./id-snowflake.ts";
import type { Part } from "./outline.ts";
import { at, type FoundObject, type JsonObject, textAt } from "./page-data.ts";
import { type AddressFacts, address, isHost, type Page, pathParts, type Platform } from "./platform.ts";
import { PostFacts } from "./post-facts.ts";
import { addOlderPost } from "./x-older.ts";

const notAccounts = new Set(
  "home explore search i settings messages notifications compose hashtag intent login".split(" "),
);
const handle = /^\w{1,15}$/;

export const x: Platform = {
  id: "x",
  name: "X",
  type: "social",
  version: 2,
  lastVerified: "2026-11-27",
  fixtureCount: 9,
  must: ["posterName", "posterHandle", "postedAt"],
  match: (url) => isHost(url, "x.com", "twitter.com"),
  fromUrl: (url) => {
    const [account = "", word = "", id = ""] = pathParts(url);
    const isPost = /^(status|statuses|article)$/.test(word) && /^\d+$/.test(id);
    const found = address(isPost ? "post" : kindOf(account));
    if (handle.test(account) && !notAccounts.has(account.toLowerCase())) addAccount(found.facts, account);
    if (!isPost) return found;
    found.facts.add("postId", fromUrl(id)).addIdTime(xPostTime(id), id);
    const writer = account === "i" ? "i/web" : account;
    found.facts.add("permalink", fromUrl(`https://x.com/${writer}/status/${id}`));
    return found;
  },
  fromPage: (page, found) => {
    if (found.kind === "post") readPost(page, found.facts);
    else found.facts.posts = timeline(page);
    if (found.kind === "profile") readUser(page, found.facts);
    return found;
  },
};

function kindOf(account: string): AddressFacts["kind"] {
  return handle.test(account) && !notAccounts.has(account.toLowerCase()) ? "profile" : "list";
}

function addAccount(facts: PostFacts, account: string): void {
  facts.add("posterHandle", fromUrl(account));
  facts.add("posterProfileUrl", fromUrl(`https://x.com/${account}`));
}

function readPost(page: Page, facts: PostFacts): void {
  const id = facts.value("postId");
  const article = page.outline.findAll('article[data-testid="tweet"]').find((one) => idOf(one) === id);
  if (article) addArticle(facts, article);
  else addOlderPost(page, facts, id);
  for (const tweet of page.data.find((object) => object["rest_id"] === id && "legacy" in object))
    addTweet(facts, tweet);
}

/** The first address of this very post in the article; a quoted post's stands in its own block. */
function idOf(article: Part): string | null {
  const quote = quoteOf(article);
  const own = article
    .findAll('a[href*="/status/"], a[href*="/article/"]')
    .filter((link) => !quote?.contains(link));
  const timed = own.find((link) => link.find("time")) ?? own[0];
  return /\/(?:status|article)\/(\d+)/.exec(timed?.attribute("href") ?? "")?.[1] ?? null;
}

/** A block with a second name in it. */
function quoteOf(article: Part): Part | null {
  const [, second] = article.findAll('[data-testid="User-Name"]');
  if (!second) return null;
  return second.closest('div[role="link"]');
}

function addArticle(facts: PostFacts, article: Part): void {
  const quote = quoteOf(article);
  const own = (css: string) => article.findAll(css).find((part) => !quote?.contains(part)) ?? null;
  addName(facts, own('[data-testid="User-Name"]'));
  facts.addTime(article.findAll("time").find((time) => !quote?.contains(time) && isOwnTime(time)) ?? null);
  facts.add("postText", fromPart(own('[data-testid="tweetText"]')));
  facts.add("postTitle", fromPart(own('[data-testid="twitter-article-title"]')));
  if (facts.value("postTitle"))
    facts.add("postText", fromPart(own('[data-testid="twitterArticleRichTextView"]')));
  const cards = article.findAll('[data-testid="tweetPhoto"], [data-testid="card.wrapper"]');
  for (const card of cards.filter((one) => !quote?.contains(one))) addPictures(facts, card);
  for (const film of article.findAll("video").filter((one) => !quote?.contains(one))) {
    facts.addMedia(fromAttribute(film, "poster"), fromAttribute(film, "src"));
  }
  if (quote) facts.quoted = quotedFacts(quote);
}

/** The post's own time is a link to it. */
function isOwnTime(time: Part): boolean {
  return time.closest("a") !== null;
}

function addName(facts: PostFacts, block: Part | null): void {
  if (!block) return;
  const texts = block.findAll("span").map((span) => ({ span, text: span.text() }));
  const account = texts.find(({ text }) => /^@\w{1,15}$/.test(text));
  const name = texts.find(({ text }) => text && !text.startsWith("@") && text !== "·");
  if (name) facts.add("posterName", fromPart(name.span));
  if (!account) return;
  const bare = account.text.slice(1);
  facts.add("posterHandle", fromPart(account.span, bare, { raw: account.text }));
  facts.add("posterProfileUrl", fromPart(account.span, `https://x.com/${bare}`, { raw: account.text }));
}

function addPictures(facts: PostFacts, block: Part): void {
  for (const image of block.findAll("img")) facts.addMedia(fromAttribute(image, "src"));
}

function quotedFacts(quote: Part): PostFacts {
  const facts = new PostFacts();
  addName(facts, quote.find('[data-testid="User-Name"]'));
  facts.addTime(quote.find("time"));
  facts.add("postText", fromPart(quote.find('[data-testid="tweetText"]')));
  for (const photo of quote.findAll('[data-testid="tweetPhoto"]')) addPictures(facts, photo);
  const link = quote.findAll('a[href*="/status/"]')[0] ?? null;
  const [, account, id] = /\/(\w{1,15})\/status\/(\d+)/.exec(link?.attribute("href") ?? "") ?? [];
  if (!link || !account || !id) return facts;
  facts.add("postId", fromAttribute(link, "href", { value: id })).addIdTime(xPostTime(id), id);
  return facts.add(
    "permalink",
    fromAttribute(link, "href", { value: `https://x.com/${account}/status/${id}` }),
  );
}

/** The site's own record of a post; names stood under `legacy` until 2025. */
function addTweet(facts: PostFacts, { object, locator }: FoundObject): void {
  const legacy = at(object, "legacy");
  facts.add(
    "postText",
    fromData(
      textAt(object, "note_tweet", "note_tweet_results", "result", "text") ?? textAt(legacy, "full_text"),
      `${locator} > legacy.full_text`,
    ),
  );
  facts.add("postedAt", ...createdAt(textAt(legacy, "created_at"), `${locator} > legacy.created_at`));
  addUser(facts, {
    object: at(object, "core", "user_results", "result") as JsonObject,
    locator: `${locator} > core`,
  });
  const pictures = at(legacy, "extended_entities", "media");
  for (const picture of Array.isArray(pictures) ? pictures : []) {
    facts.addMedia(fromData(textAt(picture, "media_url_https"), `${locator} > media`));
  }
}

function addUser(facts: PostFacts, { object, locator }: FoundObject): void {
  const account = textAt(object, "core", "screen_name") ?? textAt(object, "legacy", "screen_name");
  const id = textAt(object, "rest_id");
  if (!account || !id) return;
  facts.add("posterId", fromData(id, `${locator} > rest_id`, { kind: "account-number" }));
  facts.add("posterHandle", fromData(account, `${locator} > screen_name`));
  facts.add(
    "posterName",
    fromData(textAt(object, "core", "name") ?? textAt(object, "legacy", "name"), `${locator} > name`),
  );
  facts.add("posterProfileUrl", fromData(`https://x.com/${account}`, `${locator} > screen_name`));
}

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** `Tue May 14 17:59:28 +0000 2024` as ISO 8601. */
function createdAt(text: string | null, locator: string) {
  const [, month = "", day, clock, year] =
    /^\w{3} (\w{3}) (\d\d) (\d\d:\d\d:\d\d) \+0000 (\d{4})$/.exec(text ?? "") ?? [];
  if (!day) return [];
  const value = `${year}-${String(months.indexOf(month) + 1).padStart(2, "0")}-${day}T${clock}Z`;
  return [fromData(value, locator, { raw: text ?? "", precision: "second", zone: "UTC" })];
}

/** The account that the address names, never the viewer's. */
function readUser(page: Page, facts: PostFacts): void {
  const wanted = facts.value("posterHandle")?.toLowerCase();
  const users = page.data.find((object) => {
    const account = textAt(object, "core", "screen_name") ?? textAt(object, "legacy", "screen_name");
    return "rest_id" in object && account?.toLowerCase() === wanted;
  });
  for (const user of users.slice(0, 4)) addUser(facts, user);
  const block = page.outline.find('[data-testid="UserName"]');
  if (block?.text().toLowerCase().includes(`@${wanted}`)) addName(facts, block);
}

function timeline(page: Page): PostFacts[] {
  return page.outline.findAll('article[data-testid="tweet"]').flatMap((article) => {
    const id = idOf(article);
    if (!id || isPromoted(article)) return [];
    const facts = new PostFacts().add("postId", fromPart(article, id)).addIdTime(xPostTime(id), id);
    addArticle(facts, article);
    const account = facts.value("posterHandle");
    if (account) facts.add("permalink", fromPart(article, `https://x.com/${account}/status/${id}`));
    return [facts];
  });
}

/** Advertisements have no time of their own. */
function isPromoted(article: Part): boolean {
  return article.find("time") === null || article.find('[data-testid="placementTracking"]') !== null;
}
