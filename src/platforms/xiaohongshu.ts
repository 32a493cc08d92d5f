/** Xiaohongshu (小紅書): notes and profiles. `xsec_token` in an address opens it and is kept. */
import { fromAttribute, fromData, fromPart, fromUrl } from "./candidate.ts";
import { xiaohongshuTime } from "./id-hex-seconds.ts";
import { at, type FoundObject, textAt } from "./page-data.ts";
import { address, isHost, type Page, pathParts, type Platform } from "./platform.ts";
import { type PostFacts, unixTime } from "./post-facts.ts";

const noteId = /^[0-9a-f]{24}$/;

export const xiaohongshu: Platform = {
  id: "xiaohongshu",
  name: "小紅書",
  type: "social",
  version: 1,
  lastVerified: "2026-11-27",
  fixtureCount: 1,
  must: ["posterName", "postedAt", "postTitle"],
  match: (url) => isHost(url, "xiaohongshu.com", "rednote.com"),
  fromUrl: (url) => {
    const parts = pathParts(url);
    const id = parts.find((part) => noteId.test(part)) ?? null;
    const isProfile = parts[0] === "user" && parts[1] === "profile";
    const found = address(isProfile ? "profile" : id ? "post" : "list");
    if (isProfile)
      found.facts
        .add("posterId", fromUrl(parts[2], { kind: "account-number" }))
        .add("posterProfileUrl", fromUrl(profile(parts[2] ?? "")));
    else if (id) {
      found.facts.add("postId", fromUrl(id)).addIdTime(xiaohongshuTime(id), id);
      found.facts.add("permalink", fromUrl(`https://www.xiaohongshu.com/explore/${id}`));
    }
    return found;
  },
  fromPage: (page, found) => {
    if (found.kind === "post") readNote(page, found.facts);
    return found;
  },
};

function profile(id: string): string {
  return `https://www.xiaohongshu.com/user/profile/${id}`;
}

function readNote(page: Page, facts: PostFacts): void {
  const id = facts.value("postId");
  for (const note of page.data.find((object) => textAt(object, "noteId") === id && "time" in object))
    addNote(facts, note);
  for (const { object, locator } of page.data.find((one) => id !== null && id in one)) {
    const note = at(object, id ?? "", "note");
    if (note && typeof note === "object" && !Array.isArray(note) && textAt(note, "noteId") === null)
      addNote(facts, { object: note, locator: `${locator} > note` });
  }
  const box = page.outline.find('[id="noteContainer"]');
  if (!box) return;
  const owner = box.findAll(".author-wrapper a.name").find((link) => !link.closest(".comments-el")) ?? null;
  facts.add("posterName", fromPart(owner));
  const user = /\/user\/profile\/([^/?#]+)/.exec(owner?.attribute("href") ?? "")?.[1] ?? null;
  facts.add("posterId", fromAttribute(owner, "href", { value: user, kind: "account-number" }));
  if (user) facts.add("posterProfileUrl", fromAttribute(owner, "href", { value: profile(user) }));
  facts.add("postTitle", fromPart(box.find('[id="detail-title"]')));
  facts.add("postText", fromPart(box.find('[id="detail-desc"]')));
  const date = box.findAll(".date").find((part) => !part.closest(".comments-el")) ?? null;
  facts.add("postedAtShown", fromPart(date));
  for (const image of box.findAll(".media-container img")) facts.addMedia(fromAttribute(image, "src"));
}

function addNote(facts: PostFacts, { object, locator }: FoundObject): void {
  facts.add("postedAt", unixTime(textAt(object, "time"), `${locator} > time`));
  facts.add("editedAt", ...editedOf({ object, locator }));
  facts.add("postTitle", fromData(textAt(object, "title"), `${locator} > title`));
  facts.add("postText", fromData(textAt(object, "desc"), `${locator} > desc`));
  const user = at(object, "user");
  facts.add(
    "posterId",
    fromData(textAt(user, "userId"), `${locator} > user.userId`, { kind: "account-number" }),
  );
  facts.add(
    "posterName",
    fromData(textAt(user, "nickname") ?? textAt(user, "nickName"), `${locator} > user.nickname`),
  );
}

/** The site writes a second time a moment after the first; only a later one is a change. */
function editedOf({ object, locator }: FoundObject) {
  const [made, changed] = [textAt(object, "time"), textAt(object, "lastUpdateTime")];
  const isLater = made && changed && Number(changed) - Number(made) > 60_000;
  return isLater ? [unixTime(changed, `${locator} > lastUpdateTime`)] : [];
}
