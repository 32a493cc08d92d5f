/** Facebook: which posts, people and pages its addresses name, and where its pages are read. */
import { fromUrl } from "./candidate.ts";
import { addOwner, readFacebookData } from "./facebook-data.ts";
import { facebookStories } from "./facebook-stories.ts";
import { isFacebookPseudonym } from "./id-kind.ts";
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

const notAccounts = new Set(
  "groups watch reel reels stories story.php photo photo.php photos permalink.php profile.php people pages events marketplace share sharer hashtag help login messages notifications search gaming video videos media plugins public privacy policies home.php".split(
    " ",
  ),
);
const vanity = /^[A-Za-z0-9.]{3,100}$/;
const number = /^\d{5,20}$/;
const postWords = /^(?:posts|videos|photos|permalink|reel)$/;

export const facebook: Platform = {
  id: "facebook",
  name: "Facebook",
  type: "social",
  version: 1,
  lastVerified: "2026-11-27",
  fixtureCount: 10,
  must: ["posterName", "postedAt"],
  match: (url) => isHost(url, "facebook.com", "fb.com", "fb.watch"),
  fromUrl: (url) => {
    const found = address(kindOf(url));
    addPoster(found.facts, url);
    const id = postIdOf(url);
    if (id) addPostId(found.facts, id);
    if (found.kind === "post")
      found.facts.add("permalink", fromUrl(url.href, { confidence: id ? "high" : "low" }));
    return found;
  },
  fromPage: (page, found) => {
    const stories = [...facebookStories(page), ...readFacebookData(page)];
    if (found.kind !== "post") return { ...found, facts: withPosts(found, stories) };
    const same = stories.filter((story) => isSamePost(story, found.facts));
    const own = same.length > 0 ? same : onlyStory(page, { stories, id: idOf(found.facts) });
    for (const story of own) addAll(found.facts, story);
    addOwner(page, found.facts);
    return found;
  },
};

function kindOf(url: URL): AddressFacts["kind"] {
  if (postIdOf(url) || /^\/(?:share|stories)\//.test(url.pathname)) return "post";
  const [first = ""] = pathParts(url);
  return first === "profile.php" || first === "people" || (first && !notAccounts.has(first))
    ? "profile"
    : "list";
}

function postIdOf(url: URL): string | null {
  const query = ["story_fbid", "fbid", "v"].map((name) => url.searchParams.get(name)).find(isPostId);
  if (query) return query;
  const parts = pathParts(url);
  const word = parts.findIndex((part) => postWords.test(part));
  // A set of photos stands before the photo, a title before the post.
  return (word < 0 ? undefined : parts.slice(word + 1).findLast(isPostId)) ?? null;
}

function isPostId(text: string | null | undefined): text is string {
  return typeof text === "string" && (number.test(text) || isFacebookPseudonym(text));
}

function addPostId(facts: PostFacts, id: string): void {
  const isPseudonym = isFacebookPseudonym(id);
  facts.add("postId", fromUrl(id, isPseudonym ? { kind: "pseudonym", confidence: "low" } : {}));
}

function addPoster(facts: PostFacts, url: URL): void {
  const parts = pathParts(url);
  const [first = ""] = parts;
  const queried = /^(?:permalink|profile|story)\.php$/.test(first) ? url.searchParams.get("id") : null;
  const ofPeople = first === "people" ? parts[2] : undefined;
  const pages = first === "pages" ? parts.findLast((part) => /\d{8,}$/.test(part)) : undefined;
  const id = [queried, ofPeople, first, /-(\d{8,20})$/.exec(pages ?? first)?.[1]].find((text) =>
    number.test(text ?? ""),
  );
  if (id) {
    facts.add("posterId", fromUrl(id, { kind: "account-number" }));
    facts.add(
      "posterProfileUrl",
      fromUrl(`https://www.facebook.com/profile.php?id=${id}`, { confidence: "low" }),
    );
  } else if (vanity.test(first) && !notAccounts.has(first)) {
    facts.add("posterHandle", fromUrl(first));
    facts.add("posterProfileUrl", fromUrl(`https://www.facebook.com/${first}`));
  }
}

/** Whose page it is; its posts may be visitors' as well, so no name comes from them unless the IDs agree. */
function withPosts({ facts, kind }: AddressFacts, stories: PostFacts[]): PostFacts {
  facts.posts = merged(stories);
  if (kind !== "profile") return facts;
  const id = facts.value("posterId");
  const handle = facts.value("posterHandle")?.toLowerCase();
  const own = facts.posts.filter(
    (post) =>
      (id !== null && post.value("posterId") === id) ||
      (handle !== undefined && post.value("posterHandle")?.toLowerCase() === handle),
  );
  for (const name of ["posterName", "posterId"] as const)
    facts.add(name, ...(own[0]?.fields.get(name) ?? []));
  return facts;
}

/** A post drawn and the same post in the page's data are one. */
function merged(stories: PostFacts[]): PostFacts[] {
  const posts: PostFacts[] = [];
  for (const story of stories) {
    const same = posts.find((post) => isSamePost(story, post));
    if (same) addAll(same, story);
    else posts.push(story);
  }
  return posts;
}

function idOf(facts: PostFacts): string | null {
  return facts.fields.get("postId")?.[0]?.value ?? null;
}

/** A pseudonym stands in no story: where the page is served for it and has one story, that is the one. */
function onlyStory(page: Page, { stories, id }: { stories: PostFacts[]; id: string | null }): PostFacts[] {
  const isServed = id !== null && isFacebookPseudonym(id) && metaOf(page, "og:url")?.content.includes(id);
  return isServed && stories.length === 1 ? stories : [];
}

function isSamePost(story: PostFacts, wanted: PostFacts): boolean {
  const ids = new Set(wanted.fields.get("postId")?.map(({ value }) => value));
  return story.fields.get("postId")?.some(({ value }) => ids.has(value)) ?? false;
}

function addAll(facts: PostFacts, story: PostFacts): void {
  for (const [name, candidates] of story.fields) facts.add(name, ...candidates);
  facts.addMedia(...story.media);
  facts.quoted ??= story.quoted;
}
