/** Bahamut (巴哈姆特): forum threads. Every floor is a post of its own; the address may name one. */
import { fromAttribute, fromPart, fromUrl } from "./candidate.ts";
import type { Part } from "./outline.ts";
import { address, isHost, type Platform } from "./platform.ts";
import { PostFacts } from "./post-facts.ts";

export const bahamut: Platform = {
  id: "bahamut",
  name: "巴哈姆特",
  type: "forum",
  version: 1,
  lastVerified: "2026-11-27",
  fixtureCount: 1,
  must: ["posterHandle", "postText"],
  match: (url) => isHost(url, "forum.gamer.com.tw", "m.gamer.com.tw"),
  fromUrl: (url) => {
    const board = url.searchParams.get("bsn");
    const floor = url.searchParams.get("sn");
    const thread = url.searchParams.get("snA");
    const isPost =
      board !== null && (floor !== null || thread !== null) && /\/(?:C|Co)\.php$/.test(url.pathname);
    const found = address(isPost ? "post" : "list");
    if (!isPost) return found;
    const isFloor = floor !== null && url.pathname.endsWith("Co.php");
    found.facts.add("postId", fromUrl(isFloor ? floor : thread));
    const path = isFloor ? `Co.php?bsn=${board}&sn=${floor}` : `C.php?bsn=${board}&snA=${thread}`;
    return { ...found, facts: found.facts.add("permalink", fromUrl(`https://forum.gamer.com.tw/${path}`)) };
  },
  fromPage: (page, found) => {
    const floors = page.outline.findAll('section[id^="post_"]');
    const isFloor = page.url.pathname.endsWith("Co.php");
    const wanted = `post_${found.facts.value("postId")}`;
    const own = isFloor ? floors.find((floor) => floor.attribute("id") === wanted) : firstFloor(floors);
    if (found.kind !== "post") return found;
    if (own) addFloor(found.facts, own);
    found.facts.add(
      "postTitle",
      fromPart(own?.find(".c-post__header__title") ?? page.outline.find(".c-post__header__title")),
    );
    found.facts.posts = floors
      .filter((floor) => floor !== own)
      .map((floor) => addFloor(new PostFacts(), floor));
    return found;
  },
};

/** A thread's first post is its first floor; later pages of a thread do not show it. */
function firstFloor(floors: Part[]): Part | undefined {
  return floors.find(
    (floor) =>
      /^(?:1|樓主)/.test(floor.find("a.floor")?.text() ?? "") || floor.find('a.floor[data-floor="1"]'),
  );
}

function addFloor(facts: PostFacts, floor: Part): PostFacts {
  const number = /^post_(\d+)$/.exec(floor.attribute("id") ?? "")?.[1] ?? null;
  if (!facts.fields.has("postId")) facts.add("postId", fromAttribute(floor, "id", { value: number }));
  const author = floor.find(".c-post__header__author");
  facts.add("posterName", fromPart(author?.find("a.username") ?? null));
  const account = author?.find("a.userid") ?? author?.findAll("a")[2] ?? null;
  facts.add("posterHandle", fromPart(account));
  facts.add("posterId", fromPart(account, account?.text(), { kind: "account-name" }));
  if (account)
    facts.add("posterProfileUrl", fromPart(account, `https://home.gamer.com.tw/${account.text()}`));
  const time = floor.find("[data-mtime]");
  const shown = time?.attribute("data-mtime") ?? "";
  const [, date, clock] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/.exec(shown) ?? [];
  facts.add("postedAtShown", fromPart(time));
  const isEdited = /編輯/.test(time?.text() ?? "");
  const value = date ? `${date}T${clock}+08:00` : null;
  const stated = fromAttribute(time, "data-mtime", { value, precision: "second", zone: "Asia/Taipei" });
  facts.add(isEdited ? "editedAt" : "postedAt", stated);
  facts.add("postText", fromPart(floor.find(".c-article__content")));
  for (const image of floor.findAll("a.photoswipe-image")) facts.addMedia(fromAttribute(image, "href"));
  return facts;
}
