/** LINE VOOM: posts and profiles on the web. The home ID (`_d…`) stays. */
import { fromData, fromUrl } from "./candidate.ts";
import { at, textAt } from "./page-data.ts";
import { address, isHost, type Page, pathParts, type Platform } from "./platform.ts";
import { type PostFacts, unixTime } from "./post-facts.ts";

const homeId = /^_[0-9a-zA-Z_-]{20,60}$/;

export const lineVoom: Platform = {
  id: "line-voom",
  name: "LINE VOOM",
  type: "social",
  version: 1,
  lastVerified: "2026-11-27",
  fixtureCount: 1,
  must: ["posterName", "postedAt"],
  match: (url) => isHost(url, "linevoom.line.me"),
  fromUrl: (url) => {
    const [word, id = ""] = pathParts(url);
    if (word === "user" && homeId.test(id)) {
      const found = address("profile");
      found.facts
        .add("posterId", fromUrl(id, { kind: "home-id" }))
        .add("posterProfileUrl", fromUrl(`${url.origin}/user/${id}`));
      return found;
    }
    if (word !== "post" || !/^\d{6,25}$/.test(id)) return address("list");
    const found = address("post");
    found.facts.add("postId", fromUrl(id)).add("permalink", fromUrl(`${url.origin}/post/${id}`));
    return found;
  },
  fromPage: (page, found) => {
    if (found.kind === "post") readPost(page, found.facts);
    return found;
  },
};

/** `__NEXT_DATA__` holds many posts; the one whose own number is the address's counts. */
function readPost(page: Page, facts: PostFacts): void {
  const id = facts.value("postId");
  for (const { object, locator } of page.data.find(
    (one) => textAt(one, "postInfo", "postId") === id && id !== null,
  )) {
    const user = at(object, "userInfo");
    const home = textAt(user, "homeId") ?? textAt(user, "mid");
    facts.add("posterName", fromData(textAt(user, "nickname"), `${locator} > userInfo.nickname`));
    facts.add("posterId", fromData(home, `${locator} > userInfo.homeId`, { kind: "home-id" }));
    if (home && homeId.test(home))
      facts.add(
        "posterProfileUrl",
        fromData(`https://linevoom.line.me/user/${home}`, `${locator} > userInfo.homeId`),
      );
    facts.add(
      "postedAt",
      unixTime(textAt(object, "postInfo", "createdTime"), `${locator} > postInfo.createdTime`),
    );
    facts.add("postText", fromData(textAt(object, "contents", "text"), `${locator} > contents.text`));
    const media = at(object, "contents", "media");
    for (const item of Array.isArray(media) ? media : [])
      facts.addMedia(fromData(textAt(item, "url"), `${locator} > contents.media`));
  }
}
