/** YouTube: videos, shorts, channels. Channel and video IDs never change; `@` names do. */
import { fromAttribute, fromData, fromUrl } from "./candidate.ts";
import { isYoutubeChannelId } from "./id-kind.ts";
import { at, textAt } from "./page-data.ts";
import { address, isHost, type Page, pathParts, type Platform } from "./platform.ts";
import { isoTime, type PostFacts } from "./post-facts.ts";

const videoId = /^[0-9A-Za-z_-]{11}$/;

export const youtube: Platform = {
  id: "youtube",
  name: "YouTube",
  type: "video",
  version: 1,
  lastVerified: "2026-11-27",
  fixtureCount: 5,
  must: ["posterName", "posterId", "postedAt"],
  match: (url) => isHost(url, "youtube.com", "youtu.be", "youtube-nocookie.com"),
  fromUrl: (url) => {
    const id = videoIdOf(url);
    if (id) {
      const found = address("post");
      found.facts
        .add("postId", fromUrl(id))
        .add("permalink", fromUrl(`https://www.youtube.com/watch?v=${id}`));
      return found;
    }
    const [first = "", second = ""] = pathParts(url);
    const handle = /^@(.{3,60})$/.exec(first)?.[1];
    const found = address(handle || isYoutubeChannelId(second) ? "profile" : "list");
    if (handle)
      found.facts
        .add("posterHandle", fromUrl(handle))
        .add("posterProfileUrl", fromUrl(`https://www.youtube.com/@${handle}`));
    if (first === "channel" && isYoutubeChannelId(second)) addChannelAddress(found.facts, second);
    return found;
  },
  fromPage: (page, found) => {
    const id = found.facts.value("postId");
    if (found.kind === "post" && id) {
      readPlayer(page, { facts: found.facts, id });
      readMicrodata(page, { facts: found.facts, id });
    }
    return found;
  },
};

function videoIdOf(url: URL): string | null {
  const [first = "", second = ""] = pathParts(url);
  if (isHost(url, "youtu.be")) return videoId.test(first) ? first : null;
  const id =
    first === "watch" ? url.searchParams.get("v") : /^(?:shorts|live|embed|v)$/.test(first) ? second : null;
  return id && videoId.test(id) ? id : null;
}

function addChannelAddress(facts: PostFacts, id: string): void {
  facts.add("posterId", fromUrl(id, { kind: "channel-id" }));
  facts.add("posterProfileUrl", fromUrl(`https://www.youtube.com/channel/${id}`));
}

/** The player's own data names the video it plays; after moving on inside the site it is of another one. */
function readPlayer(page: Page, { facts, id }: { facts: PostFacts; id: string }): void {
  const players = page.data.find((object) => textAt(object, "videoDetails", "videoId") === id);
  for (const { object, locator } of players) {
    const details = at(object, "videoDetails");
    const format = at(object, "microformat", "playerMicroformatRenderer");
    facts.add(
      "posterId",
      fromData(textAt(details, "channelId"), `${locator} > videoDetails.channelId`, { kind: "channel-id" }),
    );
    facts.add(
      "posterId",
      fromData(textAt(format, "externalChannelId"), `${locator} > externalChannelId`, { kind: "channel-id" }),
    );
    facts.add("posterName", fromData(textAt(details, "author"), `${locator} > videoDetails.author`));
    facts.add("postTitle", fromData(textAt(details, "title"), `${locator} > videoDetails.title`));
    facts.add(
      "postText",
      fromData(textAt(details, "shortDescription"), `${locator} > videoDetails.shortDescription`),
    );
    const published = textAt(format, "publishDate") ?? textAt(format, "uploadDate");
    facts.add("postedAt", isoTime(published, `${locator} > publishDate`));
    addProfile(facts, { address: textAt(format, "ownerProfileUrl"), locator });
  }
  addOwner(page, facts);
}

function addProfile(
  facts: PostFacts,
  { address: profile, locator }: { address: string | null; locator: string },
): void {
  const handle = /\/@([^/?#]+)/.exec(profile ?? "")?.[1];
  if (!profile) return;
  const value = profile.replace(/^http:/, "https:");
  facts.add("posterProfileUrl", fromData(value, `${locator} > ownerProfileUrl`, { raw: profile }));
  if (handle)
    facts.add("posterHandle", fromData(decoded(handle), `${locator} > ownerProfileUrl`, { raw: profile }));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What the page shows of the video's owner and date, where both name the same channel. */
function addOwner(page: Page, facts: PostFacts): void {
  const channel = facts.value("posterId");
  const owners = page.data.find(
    (object) =>
      textAt(object, "videoOwnerRenderer", "navigationEndpoint", "browseEndpoint", "browseId") === channel,
  );
  if (!channel || owners.length === 0) return;
  for (const { object, locator } of page.data.find((one) => "videoPrimaryInfoRenderer" in one).slice(0, 1)) {
    const shown = textAt(object, "videoPrimaryInfoRenderer", "dateText", "simpleText");
    facts.add("postedAtShown", fromData(shown, `${locator} > dateText.simpleText`));
  }
}

/** Microdata of the served page; it too is left behind when one moves on inside the site. */
function readMicrodata(page: Page, { facts, id }: { facts: PostFacts; id: string }): void {
  const own = page.outline
    .findAll('[itemtype$="schema.org/VideoObject"]')
    .find((part) => content(part.findAll("meta"), "videoId", "identifier") === id);
  if (!own) return;
  const metas = own.findAll("meta, link");
  const part = (name: string) =>
    metas.find(
      (one) =>
        one.attribute("itemprop") === name && !isOfOther(one.closest("[itemtype]")?.attribute("itemtype")),
    ) ?? null;
  facts.add("postTitle", fromAttribute(part("name"), "content"));
  facts.add("posterId", fromAttribute(part("channelId"), "content", { kind: "channel-id" }));
  const date = part("datePublished");
  facts.add("postedAt", isoTime(date?.attribute("content") ?? null, `${date?.locator ?? ""} @content`));
  const author = own.find('[itemprop="author"]');
  facts.add("posterName", fromAttribute(author?.find('[itemprop="name"]') ?? null, "content"));
  const profile = author?.find('[itemprop="url"]') ?? null;
  facts.add(
    "posterProfileUrl",
    fromAttribute(profile, "href", {
      value: profile?.attribute("href")?.replace(/^http:/, "https:") ?? null,
    }),
  );
  const handle = /\/@([^/?#]+)/.exec(profile?.attribute("href") ?? "")?.[1];
  if (handle) facts.add("posterHandle", fromAttribute(profile, "href", { value: decoded(handle) }));
}

function isOfOther(type: string | null | undefined): boolean {
  return /schema\.org\/(?:Person|ImageObject)$/.test(type ?? "");
}

function content(
  metas: readonly { attribute(name: string): string | null }[],
  ...names: string[]
): string | null {
  return metas.find((meta) => names.includes(meta.attribute("itemprop") ?? ""))?.attribute("content") ?? null;
}
