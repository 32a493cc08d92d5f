/** Plurk: single plurks, timelines and searches. Whispers have no poster. */
import { fromAttribute, fromData, fromPart, fromUrl } from "./candidate.ts";
import { base36, fromRadix } from "./id-radix.ts";
import type { Part } from "./outline.ts";
import { textAt } from "./page-data.ts";
import { address, isHost, type Page, pathParts, type Platform } from "./platform.ts";
import { isoTime, PostFacts } from "./post-facts.ts";

/** The account that whispers are written under: nobody's. */
const anonymous = "99999";
const notAccounts = new Set("p search topic portal login signup settings friends m top news".split(" "));

export const plurk: Platform = {
  id: "plurk",
  name: "Plurk",
  type: "social",
  version: 1,
  lastVerified: "2026-11-27",
  fixtureCount: 4,
  must: ["postText", "postedAt"],
  match: (url) => isHost(url, "plurk.com"),
  fromUrl: (url) => {
    const parts = pathParts(url)[0] === "m" ? pathParts(url).slice(1) : pathParts(url);
    const [first = "", code = ""] = parts;
    if (first === "p" && /^[0-9a-z]{1,13}$/.test(code)) {
      const found = address("post");
      found.facts.add("postId", fromUrl(String(fromRadix(code, base36)), { raw: code }));
      return { ...found, facts: found.facts.add("permalink", fromUrl(`https://www.plurk.com/p/${code}`)) };
    }
    const isAccount = /^\w{3,30}$/.test(first) && !notAccounts.has(first);
    const found = address(isAccount ? "profile" : "list");
    if (isAccount)
      found.facts
        .add("posterHandle", fromUrl(first))
        .add("posterProfileUrl", fromUrl(`https://www.plurk.com/${first}`));
    return found;
  },
  fromPage: (page, found) => {
    const plurks = page.outline
      .findAll(".plurk[data-pid]")
      .filter((part) => part.attribute("data-type") === "plurk")
      .map(plurkFacts);
    if (found.kind !== "post") found.facts.posts = plurks;
    const own = plurks.find(
      (one) => found.kind === "post" && one.value("postId") === found.facts.value("postId"),
    );
    for (const [name, candidates] of own?.fields ?? []) found.facts.add(name, ...candidates);
    found.facts.addMedia(...(own?.media ?? []));
    if (found.kind === "post") readData(page, found.facts);
    return found;
  },
};

function plurkFacts(plurk: Part): PostFacts {
  const facts = new PostFacts().add("postId", fromAttribute(plurk, "data-pid"));
  const link =
    plurk
      .findAll('a[href*="/p/"]')
      .find((one) => /\/p\/[0-9a-z]+$/.test(one.attribute("href") ?? "") && one.find(".posted, time")) ??
    null;
  facts.add("permalink", fromAttribute(link, "href"));
  addPoster(facts, plurk);
  const posted = plurk.find("[data-posted]");
  facts.add(
    "postedAt",
    isoTime(posted?.attribute("data-posted") ?? null, `${posted?.locator ?? ""} @data-posted`),
  );
  facts.add(
    "editedAt",
    isoTime(posted?.attribute("data-edited") ?? null, `${posted?.locator ?? ""} @data-edited`),
  );
  facts.add("postedAtShown", fromPart(posted));
  const content = plurk.find(".text_holder");
  facts.add("postText", fromPart(content));
  for (const picture of content?.findAll("a.pictureservices, a.ex_link.pictureservices") ?? [])
    facts.addMedia(fromAttribute(picture, "href"));
  return facts;
}

function addPoster(facts: PostFacts, plurk: Part): void {
  const name = plurk.find("a.name");
  const user = plurk.attribute("data-uid");
  facts.add("posterName", fromPart(name));
  const account = /plurk\.com\/(?:m\/u\/)?(\w+)$/.exec(name?.attribute("href") ?? "")?.[1] ?? null;
  facts.add("posterHandle", fromAttribute(name, "href", { value: account }));
  const isNobody = user === anonymous;
  facts.add(
    "posterId",
    fromAttribute(
      plurk,
      "data-uid",
      isNobody ? { confidence: "low", kind: "pseudonym" } : { kind: "account-number" },
    ),
  );
  if (!isNobody) facts.add("posterProfileUrl", fromAttribute(name, "href"));
}

/** The page's own record of this plurk; `page_user` of a whisper, and the viewer, are not its poster. */
function readData(page: Page, facts: PostFacts): void {
  const wanted = facts.value("postId");
  for (const { object, locator } of page.data.find(
    (one) => (textAt(one, "plurk_id") ?? textAt(one, "id")) === wanted && "owner_id" in one,
  )) {
    const owner = textAt(object, "owner_id");
    const extra =
      owner === anonymous
        ? ({ confidence: "low", kind: "pseudonym" } as const)
        : ({ kind: "account-number" } as const);
    facts.add("posterId", fromData(owner, `${locator} > owner_id`, extra));
    facts.add("postText", fromData(textAt(object, "content_raw"), `${locator} > content_raw`));
    facts.add("postedAt", isoTime(httpDate(textAt(object, "posted")), `${locator} > posted`));
  }
}

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** `Mon, 27 Apr 2026 13:42:50 GMT` as ISO 8601. */
function httpDate(text: string | null): string | null {
  const [, day, month = "", year, clock] =
    /^\w{3}, (\d\d) (\w{3}) (\d{4}) (\d\d:\d\d:\d\d) GMT$/.exec(text ?? "") ?? [];
  return day ? `${year}-${String(months.indexOf(month) + 1).padStart(2, "0")}-${day}T${clock}Z` : null;
}
