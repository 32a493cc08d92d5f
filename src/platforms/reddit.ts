/** Reddit: posts in its three designs (old, 2018 to 2023, current), and lists of them. */
import { fromAttribute, fromPart, fromUrl } from "./candidate.ts";
import type { Part } from "./outline.ts";
import { address, isHost, type Page, pathParts, type Platform } from "./platform.ts";
import { isoTime, PostFacts, unixTime } from "./post-facts.ts";

export const reddit: Platform = {
  id: "reddit",
  name: "Reddit",
  type: "forum",
  version: 1,
  lastVerified: "2026-11-27",
  fixtureCount: 3,
  must: ["postTitle"],
  match: (url) => isHost(url, "reddit.com", "redd.it"),
  fromUrl: (url) => {
    const parts = pathParts(url);
    const word = parts.indexOf("comments");
    const id = isHost(url, "redd.it") ? parts[0] : word >= 0 ? parts[word + 1] : undefined;
    if (id && /^[0-9a-z]{2,10}$/.test(id)) {
      const found = address("post");
      found.facts.add("postId", fromUrl(`t3_${id}`, { raw: id }));
      found.facts.add(
        "permalink",
        fromUrl(
          word >= 0
            ? `https://www.reddit.com/${parts.slice(0, word + 3).join("/")}/`
            : `https://redd.it/${id}`,
        ),
      );
      return found;
    }
    const account = /^(?:user|u)$/.test(parts[0] ?? "") ? parts[1] : undefined;
    const found = address(account ? "profile" : "list");
    if (account)
      found.facts.add("posterHandle", fromUrl(account)).add("posterProfileUrl", fromUrl(profile(account)));
    return found;
  },
  fromPage: (page, found) => {
    const posts = postsOf(page);
    if (found.kind !== "post") found.facts.posts = posts;
    const own = posts.find(
      (post) => found.kind === "post" && post.value("postId") === found.facts.value("postId"),
    );
    for (const [name, candidates] of own?.fields ?? []) found.facts.add(name, ...candidates);
    found.facts.addMedia(...(own?.media ?? []));
    return found;
  },
};

function profile(account: string): string {
  return `https://www.reddit.com/user/${account}`;
}

function postsOf(page: Page): PostFacts[] {
  const old = page.outline.findAll('.thing[data-type="link"]').map(oldPost);
  const current = page.outline.findAll("shreddit-post").map(currentPost);
  const between = page.outline.findAll('[data-testid="post-container"]').map(reactPost);
  return [...old, ...current, ...between].filter((post) => post.fields.has("postId"));
}

function oldPost(thing: Part): PostFacts {
  const facts = new PostFacts().add("postId", fromAttribute(thing, "data-fullname"));
  const author = thing.attribute("data-author") ?? thing.find("a.author")?.text() ?? null;
  if (thing.attribute("data-author") !== null) facts.add("posterHandle", fromAttribute(thing, "data-author"));
  else facts.add("posterHandle", fromPart(thing.find("a.author")));
  facts.add("posterId", fromAttribute(thing, "data-author-fullname", { kind: "account-number" }));
  if (author)
    facts.add(
      "posterProfileUrl",
      fromAttribute(thing, "data-fullname", { value: profile(author), raw: author }),
    );
  addPermalink(facts, { part: thing, name: "data-permalink" });
  facts.add("postedAt", unixTime(thing.attribute("data-timestamp"), `${thing.locator} @data-timestamp`));
  facts.add("postedAtShown", fromPart(thing.find(".tagline time")));
  facts.add("postTitle", fromPart(thing.find("a.title")));
  facts.add("postText", fromPart(thing.find(".usertext-body")));
  if (thing.attribute("data-promoted") === "true")
    facts.add("sponsored", fromAttribute(thing, "data-promoted", { value: "sponsored" }));
  return facts;
}

function currentPost(post: Part): PostFacts {
  const facts = new PostFacts().add("postId", fromAttribute(post, "id"));
  const account = post.attribute("author");
  const isGone = account === null || /^\[deleted\]$/.test(account);
  if (!isGone) {
    facts.add("posterHandle", fromAttribute(post, "author"));
    facts.add("posterProfileUrl", fromAttribute(post, "author", { value: profile(account) }));
    facts.add("posterId", fromAttribute(post, "author-id", { kind: "account-number" }));
  }
  addPermalink(facts, { part: post, name: "permalink" });
  facts.add("postTitle", fromAttribute(post, "post-title"));
  const time = post.attribute("created-timestamp");
  facts.add(
    "postedAt",
    isoTime(time?.replace(/([+-]\d\d)(\d\d)$/, "$1:$2") ?? null, `${post.locator} @created-timestamp`),
  );
  facts.add(
    "postText",
    fromPart(post.find('[property="schema:articleBody"], [id$="-post-rtjson-content"], .md')),
  );
  for (const image of post.findAll('img[src*="redd.it"], shreddit-player'))
    facts.addMedia(fromAttribute(image, "src"));
  return facts;
}

/** The author of a deleted account is absent, and the time is only "3 years ago". */
function reactPost(post: Part): PostFacts {
  const facts = new PostFacts();
  if (/^t3_[0-9a-z]+$/.test(post.attribute("id") ?? "")) facts.add("postId", fromAttribute(post, "id"));
  const author = post.find('[data-testid="post_author_link"], a[data-click-id="user"]');
  const account = /\/(?:user|u)\/([\w-]{3,20})/.exec(author?.attribute("href") ?? "")?.[1] ?? null;
  facts.add("posterHandle", fromAttribute(author, "href", { value: account }));
  if (account) facts.add("posterProfileUrl", fromAttribute(author, "href", { value: profile(account) }));
  facts.add("postTitle", fromPart(post.find("h1, h3")));
  facts.add(
    "postedAtShown",
    fromPart(post.find('[data-testid="post_timestamp"], [data-click-id="timestamp"]')),
  );
  return facts;
}

function addPermalink(facts: PostFacts, { part, name }: { part: Part; name: string }): void {
  const path = part.attribute(name);
  if (path?.startsWith("/"))
    facts.add("permalink", fromAttribute(part, name, { value: `https://www.reddit.com${path}` }));
}
