/** Dcard: anonymous. A school or an alias is a lead for the police, never an identity. */
import { fromAttribute, fromData, fromPart, fromUrl } from "./candidate.ts";
import { type FoundObject, textAt } from "./page-data.ts";
import { address, isHost, type Page, pathParts, type Platform } from "./platform.ts";
import { isoTime, type PostFacts } from "./post-facts.ts";

export const dcard: Platform = {
  id: "dcard",
  name: "Dcard",
  type: "forum",
  version: 1,
  lastVerified: "2026-11-27",
  fixtureCount: 5,
  must: ["postTitle", "postedAt"],
  withheld: ["posterId"],
  match: (url) => isHost(url, "dcard.tw"),
  fromUrl: (url) => {
    const parts = pathParts(url);
    const word = parts.indexOf("p");
    const id = word >= 0 ? parts[word + 1] : undefined;
    if (id && /^\d{4,12}$/.test(id)) {
      const found = address("post");
      found.facts.add("postId", fromUrl(id));
      const forum = parts[0] === "f" ? parts[1] : undefined;
      return {
        ...found,
        facts: found.facts.add(
          "permalink",
          fromUrl(`https://www.dcard.tw/f/${forum ? `${forum}/` : ""}p/${id}`),
        ),
      };
    }
    const persona = /^@(\w{2,30})$/.exec(parts[0] ?? "")?.[1];
    const found = address(persona ? "profile" : "list");
    if (persona)
      found.facts
        .add("posterHandle", fromUrl(persona))
        .add("posterProfileUrl", fromUrl(`https://www.dcard.tw/@${persona}`));
    return found;
  },
  fromPage: (page, found) => {
    const id = found.facts.value("postId");
    if (found.kind !== "post" || !id) return found;
    const own = page.data.find(
      (object) => textAt(object, "id") === id && "createdAt" in object && "title" in object,
    );
    for (const post of own) addPost(found.facts, post);
    addArticle(page, { facts: found.facts, id });
    return found;
  },
};

function addPost(facts: PostFacts, { object, locator }: FoundObject): void {
  facts.add("postTitle", fromData(textAt(object, "title"), `${locator} > title`));
  facts.add("postText", fromData(textAt(object, "content"), `${locator} > content`));
  facts.add("postedAt", isoTime(textAt(object, "createdAt"), `${locator} > createdAt`));
  const edited = textAt(object, "editedAt");
  if (edited !== textAt(object, "createdAt")) facts.add("editedAt", isoTime(edited, `${locator} > editedAt`));
  const isNamed = object["withNickname"] === true;
  // With a nickname, the department holds the persona's own name.
  const persona = isNamed ? textAt(object, "department") : null;
  facts.add("posterHandle", fromData(persona, `${locator} > department`));
  const school = textAt(object, "school");
  const department = isNamed || object["anonymousDepartment"] === true ? null : textAt(object, "department");
  if (object["anonymousSchool"] === true || !school) return;
  facts.add("posterName", fromData([school, department].filter(Boolean).join(" "), `${locator} > school`));
}

/** The article of the page; comments are articles too, or stand in none. */
function addArticle(page: Page, { facts, id }: { facts: PostFacts; id: string }): void {
  const articles = page.outline.findAll("article").filter((part) => part.find("h1"));
  const [article] = articles;
  if (!article || articles.length > 1) return;
  const canonical = page.reading.canonicalUrl ?? "";
  if (canonical && !canonical.includes(id)) return;
  facts.add("postTitle", fromPart(article.find("h1")));
  facts.addTime(article.findAll("time").find((time) => !time.closest('[id^="comment"]')) ?? null);
  const persona =
    article.findAll('a[href*="/@"]').find((link) => /\/@\w+$/.test(link.attribute("href") ?? "")) ?? null;
  const name = /\/@(\w{2,30})$/.exec(persona?.attribute("href") ?? "")?.[1] ?? null;
  facts.add("posterHandle", fromAttribute(persona, "href", { value: name }));
}
