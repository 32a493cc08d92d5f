/** Mobile01: forum threads. Floors are articles; the account's number stands in its link. */
import { fromAttribute, fromPart, fromUrl } from "./candidate.ts";
import type { Part } from "./outline.ts";
import { address, isHost, type Platform } from "./platform.ts";
import { PostFacts } from "./post-facts.ts";

export const mobile01: Platform = {
  id: "mobile01",
  name: "Mobile01",
  type: "forum",
  version: 1,
  lastVerified: "2026-11-27",
  fixtureCount: 1,
  must: ["posterName", "postText"],
  match: (url) => isHost(url, "mobile01.com"),
  fromUrl: (url) => {
    const [forum, thread] = [url.searchParams.get("f"), url.searchParams.get("t")];
    if (!url.pathname.endsWith("/topicdetail.php") || !thread) return address("list");
    const found = address("post");
    found.facts.add("postId", fromUrl(thread));
    return {
      ...found,
      facts: found.facts.add(
        "permalink",
        fromUrl(`https://www.mobile01.com/topicdetail.php?f=${forum}&t=${thread}`),
      ),
    };
  },
  fromPage: (page, found) => {
    if (found.kind !== "post") return found;
    const floors = page.outline.findAll(".l-articlePage, .single-post");
    const isFirstPage = (page.url.searchParams.get("p") ?? "1") === "1";
    const own = isFirstPage ? floors[0] : undefined;
    if (own) addFloor(found.facts, own);
    found.facts.add("postTitle", fromPart(page.outline.find("h1, .topic")));
    found.facts.posts = floors
      .filter((floor) => floor !== own)
      .map((floor) => addFloor(new PostFacts(), floor));
    return found;
  },
};

function addFloor(facts: PostFacts, floor: Part): PostFacts {
  const link = floor.findAll('a[href*="userinfo.php"]').find((one) => one.text()) ?? null;
  facts.add("posterName", fromPart(link));
  const id = /[?&]id=(\d+)/.exec(link?.attribute("href") ?? "")?.[1] ?? null;
  facts.add("posterId", fromAttribute(link, "href", { value: id, kind: "account-number" }));
  if (id)
    facts.add(
      "posterProfileUrl",
      fromAttribute(link, "href", { value: `https://www.mobile01.com/userinfo.php?id=${id}` }),
    );
  addTime(facts, floor);
  facts.add("postText", fromPart(floor.find("article, .single-post-content, [itemprop=articleBody]")));
  return facts;
}

/** `2026-11-20 23:05`, Taiwan's time. */
function addTime(facts: PostFacts, floor: Part): void {
  const time =
    floor
      .findAll("span, div, time")
      .find((part) => /^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(part.node.text?.trim() ?? "")) ?? null;
  facts.add("postedAtShown", fromPart(time));
  const value = time ? `${time.text().replace(" ", "T")}+08:00` : null;
  facts.add("postedAt", fromPart(time, value, { precision: "minute", zone: "Asia/Taipei" }));
}
