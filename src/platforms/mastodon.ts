/** Mastodon, on any server: known by its addresses (`/@name/number`), for its servers have every name there is. */
import { fromAttribute, fromData, fromMeta, fromPart, fromUrl } from "./candidate.ts";
import { mastodonTime } from "./id-snowflake.ts";
import type { Part } from "./outline.ts";
import { at, textAt } from "./page-data.ts";
import { address, metaOf, type Page, pathParts, type Platform } from "./platform.ts";
import { isoTime, type PostFacts } from "./post-facts.ts";

const account = /^@[A-Za-z0-9_]+(?:@[\w.-]+)?$/;
const id = /^\d{15,20}$/;

export const mastodon: Platform = {
  id: "mastodon",
  name: "Mastodon",
  type: "social",
  version: 1,
  lastVerified: "2026-11-27",
  fixtureCount: 1,
  must: ["posterName", "postText", "postedAt"],
  match: (url) => {
    const [name = "", post = ""] = pathParts(url);
    return account.test(name) && id.test(post);
  },
  fromUrl: (url) => {
    const [name = "", post = ""] = pathParts(url);
    const found = address("post");
    found.facts
      .add("posterHandle", fromUrl(name.slice(1)))
      .add("posterProfileUrl", fromUrl(`${url.origin}/${name}`));
    found.facts.add("postId", fromUrl(post)).addIdTime(mastodonTime(post), post);
    found.facts.add("permalink", fromUrl(`${url.origin}/${name}/${post}`));
    return found;
  },
  fromPage: (page, found) => {
    readStatus(page, found.facts);
    const detail = page.outline.find(".detailed-status");
    if (detail) addDetail(found.facts, detail);
    if ((metaOf(page, "og:url")?.content ?? page.reading.canonicalUrl) === found.facts.value("permalink"))
      addHead(page, found.facts);
    return found;
  },
};

/** A post copied from another server has a number of this one; its own address is in `uri`. */
function readStatus(page: Page, facts: PostFacts): void {
  const wanted = facts.value("postId");
  for (const { object, locator } of page.data.find(
    (one) => textAt(one, "id") === wanted && "created_at" in one && "account" in one,
  )) {
    const user = at(object, "account");
    facts.add("posterName", fromData(textAt(user, "display_name"), `${locator} > account.display_name`));
    facts.add("posterHandle", fromData(textAt(user, "acct"), `${locator} > account.acct`));
    facts.add(
      "posterId",
      fromData(textAt(user, "id"), `${locator} > account.id`, { kind: "account-number" }),
    );
    facts.add("postedAt", isoTime(textAt(object, "created_at"), `${locator} > created_at`));
  }
}

function addDetail(facts: PostFacts, detail: Part): void {
  facts.add("posterName", fromPart(detail.find(".display-name__html, .p-name")));
  const shown = detail.find(".display-name__account");
  facts.add(
    "posterHandle",
    fromPart(
      shown,
      shown
        ?.text()
        .replace(/^@/, "")
        .replace(/@[\w.-]+$/, "") ?? null,
    ),
  );
  facts.add("postText", fromPart(detail.find(".status__content__text, .e-content, .status__content")));
  const time = detail.find(".detailed-status__datetime");
  facts.addTime(time?.matches("time") ? time : (time?.find("time") ?? null));
  for (const item of detail.findAll(".media-gallery a, .media-gallery__item-thumbnail"))
    facts.addMedia(fromAttribute(item, "href"));
}

function addHead(page: Page, facts: PostFacts): void {
  const title = metaOf(page, "og:title");
  facts.add("posterName", fromMeta(title, /^(.+) \(@[^)]+\)$/.exec(title?.content ?? "")?.[1] ?? null));
  facts.add(
    "postedAt",
    isoTime(metaOf(page, "og:published_time")?.content ?? null, "meta[og:published_time]"),
  );
}
