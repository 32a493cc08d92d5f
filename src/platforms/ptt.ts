/** PTT, Taiwan's bulletin board, on the web: static pages whose classes have stayed the same since 2013. */
import { fromPart, fromUrl } from "./candidate.ts";
import { pttTime } from "./id-ptt.ts";
import type { Part } from "./outline.ts";
import { address, isHost, type Page, pathParts, type Platform } from "./platform.ts";
import type { PostFacts } from "./post-facts.ts";

const file = /^([MG]\.\d{9,10}\.A\.[0-9A-F]{3})\.html$/;

export const ptt: Platform = {
  id: "ptt",
  name: "PTT",
  type: "forum",
  version: 1,
  lastVerified: "2026-11-27",
  fixtureCount: 4,
  must: ["posterHandle", "postTitle"],
  match: (url) => isHost(url, "ptt.cc", "pttweb.cc") || url.hostname === "disp.cc",
  fromUrl: (url) => {
    const [, board = "", name = ""] = pathParts(url);
    const id = file.exec(name)?.[1];
    if (!id) return address("list");
    const found = address("post");
    found.facts.add("postId", fromUrl(id)).addIdTime(pttTime(id), id);
    found.facts.add("permalink", fromUrl(`https://www.ptt.cc/bbs/${board}/${id}.html`));
    return found;
  },
  fromPage: (page, found) => {
    if (found.kind === "post") readArticle(page, found.facts);
    return found;
  },
};

function readArticle(page: Page, facts: PostFacts): void {
  const values = new Map<string, Part>();
  for (const line of page.outline.findAll(".article-metaline, .article-metaline-right")) {
    const value = line.find(".article-meta-value");
    // The first of each stands in the head; quoted heads follow in the text.
    const tag = line.find(".article-meta-tag")?.text() ?? "";
    if (value && !values.has(tag)) values.set(tag, value);
  }
  addAuthor(facts, values.get("作者") ?? null);
  facts.add("postTitle", fromPart(values.get("標題") ?? null));
  addTime(facts, values.get("時間") ?? null);
  const main = page.outline.find("#main-content, [id=main-content]");
  if (main) addBody(facts, main);
}

/** `account (nickname)`: the account is registered once and never given again. */
function addAuthor(facts: PostFacts, author: Part | null): void {
  const [, account, nickname] = /^(\w{2,12})(?:\s*\((.*)\))?$/.exec(author?.text() ?? "") ?? [];
  if (!account) return;
  facts.add("posterHandle", fromPart(author, account, { kind: "account-name" }));
  facts.add("posterId", fromPart(author, account, { kind: "account-name" }));
  facts.add("posterName", fromPart(author, nickname ?? null));
}

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** `Wed Jul 12 00:32:12 2017`, Taiwan's time: the board is in Taiwan and says no zone. */
function addTime(facts: PostFacts, shown: Part | null): void {
  const text = shown?.text() ?? "";
  facts.add("postedAtShown", fromPart(shown));
  const [, month = "", day, clock, year] =
    /^\w{3} (\w{3}) {1,2}(\d{1,2}) (\d\d:\d\d:\d\d) (\d{4})$/.exec(text) ?? [];
  if (!day || !months.includes(month)) return;
  const date = `${year}-${String(months.indexOf(month) + 1).padStart(2, "0")}-${day.padStart(2, "0")}`;
  const taipei = { raw: text, precision: "second", zone: "Asia/Taipei" } as const;
  facts.add("postedAt", fromPart(shown, `${date}T${clock}+08:00`, taipei));
}

const origin = /※ (?:發信站|編輯): .*?(?:來自|From): ?(\d{1,3}(?:\.\d{1,3}){3})/;

function addBody(facts: PostFacts, main: Part): void {
  const text = main.text({ without: ".article-metaline, .article-metaline-right, .push, .richcontent" });
  const [body = ""] = text.split(/\n?※ 發信站:/);
  facts.add("postText", fromPart(main, body.replace(/\n--\n?$/, "").trim()));
  const line = main.findAll(".f2").find((part) => part.text().startsWith("※ 發信站")) ?? null;
  facts.add("posterAddress", fromPart(line, origin.exec(line?.text() ?? "")?.[1] ?? null));
  const edited =
    main
      .findAll(".f2")
      .filter((part) => part.text().startsWith("※ 編輯"))
      .at(-1) ?? null;
  const [, date, clock] = /(\d\d\/\d\d\/\d{4}) (\d\d:\d\d:\d\d)/.exec(edited?.text() ?? "") ?? [];
  const [month, day, year] = date?.split("/") ?? [];
  if (clock)
    facts.add(
      "editedAt",
      fromPart(edited, `${year}-${month}-${day}T${clock}+08:00`, {
        zone: "Asia/Taipei",
        precision: "second",
      }),
    );
  for (const link of main.findAll("a")) {
    const isPicture = /\.(?:jpe?g|png|gif|webp|mp4)$|imgur\.com\//i.test(link.attribute("href") ?? "");
    if (isPicture && !link.closest(".push, .richcontent"))
      facts.addMedia(fromPart(link, link.attribute("href")));
  }
}
