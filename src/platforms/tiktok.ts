/** TikTok and Douyin: videos, photo posts and profiles. */
import { fromData, fromPart, fromUrl } from "./candidate.ts";
import { tiktokTime } from "./id-tiktok.ts";
import { at, type FoundObject, type JsonObject, textAt } from "./page-data.ts";
import { address, isHost, type Page, pathParts, type Platform } from "./platform.ts";
import { type PostFacts, unixTime } from "./post-facts.ts";

export const tiktok: Platform = {
  id: "tiktok",
  name: "TikTok",
  type: "video",
  version: 2,
  lastVerified: "2026-11-27",
  fixtureCount: 4,
  must: ["posterId", "postedAt"],
  match: (url) => isHost(url, "tiktok.com", "douyin.com"),
  fromUrl: (url) => {
    const parts = pathParts(url);
    const account = /^@([\w.]{1,30})$/.exec(parts[0] ?? "")?.[1];
    const word = parts.findIndex((part) => /^(?:video|photo|note)$/.test(part));
    const id = word >= 0 && /^\d{6,20}$/.test(parts[word + 1] ?? "") ? (parts[word + 1] ?? null) : null;
    const found = address(id ? "post" : account ? "profile" : "list");
    if (account)
      found.facts
        .add("posterHandle", fromUrl(account))
        .add("posterProfileUrl", fromUrl(`https://www.tiktok.com/@${account}`));
    if (!id) return found;
    found.facts.add("postId", fromUrl(id)).addIdTime(tiktokTime(id), id);
    const isTiktok = account && isHost(url, "tiktok.com");
    return {
      ...found,
      facts: found.facts.add(
        "permalink",
        fromUrl(
          isTiktok
            ? `https://www.tiktok.com/@${account}/${parts[word]}/${id}`
            : `${url.origin}${url.pathname}`,
        ),
      ),
    };
  },
  fromPage: (page, found) => {
    const { facts } = found;
    if (found.kind === "post") readVideo(page, facts);
    if (found.kind === "profile") readProfile(page, facts);
    return found;
  },
};

/** Other people's videos are recommended in the same page: only the object with this video's ID counts. */
function readVideo(page: Page, facts: PostFacts): void {
  const id = facts.value("postId");
  const own = page.data.find(
    (object) => id !== null && ownId(object) === id && ("createTime" in object || "create_time" in object),
  );
  for (const item of own) addItem(facts, item);
  const player = page.outline.find(`[id$="-${id}"]`);
  const card = player?.closest("article") ?? null;
  const description =
    card?.find('[data-e2e="video-desc"], [data-e2e="browse-video-desc"]') ??
    page.outline.find('[data-e2e="browse-video-desc"]');
  facts.add("postText", fromPart(description));
}

/** Comments name the video they stand under by the same key, beside a number of their own. */
function ownId(object: JsonObject): string | null {
  return textAt(object, "id") ?? ("cid" in object ? null : textAt(object, "aweme_id"));
}

function addItem(facts: PostFacts, { object, locator }: FoundObject): void {
  facts.add(
    "postedAt",
    unixTime(textAt(object, "createTime") ?? textAt(object, "create_time"), `${locator} > createTime`),
  );
  facts.add("postText", fromData(textAt(object, "desc"), `${locator} > desc`));
  const author = at(object, "author");
  // Where the author is a bare name, the account's number and shown name stand beside it.
  const ofObject =
    typeof author === "string"
      ? { uniqueId: author, id: at(object, "authorId"), nickname: at(object, "nickname") }
      : author;
  addAuthor(facts, { object: ofObject as JsonObject, locator: `${locator} > author` });
  facts.addMedia(
    fromData(textAt(object, "video", "cover"), `${locator} > video.cover`),
    fromData(textAt(object, "video", "playAddr"), `${locator} > video.playAddr`),
  );
}

function addAuthor(facts: PostFacts, { object, locator }: FoundObject): void {
  const account = textAt(object, "uniqueId") ?? textAt(object, "unique_id");
  facts.add("posterHandle", fromData(account, `${locator} > uniqueId`));
  facts.add("posterName", fromData(textAt(object, "nickname"), `${locator} > nickname`));
  facts.add(
    "posterId",
    fromData(textAt(object, "id") ?? textAt(object, "uid"), `${locator} > id`, { kind: "account-number" }),
  );
  if (account && "uniqueId" in object)
    facts.add("posterProfileUrl", fromData(`https://www.tiktok.com/@${account}`, `${locator} > uniqueId`));
}

function readProfile(page: Page, facts: PostFacts): void {
  const account = facts.value("posterHandle")?.toLowerCase();
  const own = page.data.find(
    (object) =>
      textAt(object, "uniqueId")?.toLowerCase() === account && "secUid" in object && "signature" in object,
  );
  for (const user of own.slice(0, 4)) addAuthor(facts, user);

  facts.add("posterName", fromPart(page.outline.find('[data-e2e="user-subtitle"]')));
}
