/** weibo.cn, the old mobile pages: a post is a block `M_<code>`, its time the text behind it. */
import { fromAttribute, fromData, fromPart } from "./candidate.ts";
import { weiboMid, weiboTime } from "./id-weibo.ts";
import type { Part } from "./outline.ts";
import type { Page } from "./platform.ts";
import { PostFacts } from "./post-facts.ts";

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

interface ShownTime {
  text: string | null;
  locator: string;
}

/** `2020-06-05 11:11:05`, `2020-06-03 00:00` or `Fri Jun 05 11:11:05 +0800 2020`. */
export function addChinaTime(facts: PostFacts, { text, locator }: ShownTime): void {
  const value = isoOf(text ?? "");
  if (!value || !text) return;
  const precision = /T\d\d:\d\d:\d\d/.test(value) ? "second" : "minute";
  facts.add("postedAt", fromData(value, locator, { raw: text, precision, zone: "Asia/Shanghai" }));
}

function isoOf(text: string): string | null {
  const [, month = "", day, clock, zone = "", year] =
    /^\w{3} (\w{3}) (\d\d) (\d\d:\d\d:\d\d) ([+-]\d{4}) (\d{4})$/.exec(text.trim()) ?? [];
  if (day)
    return `${year}-${String(months.indexOf(month) + 1).padStart(2, "0")}-${day}T${clock}${zone.slice(0, 3)}:${zone.slice(3)}`;
  const [, date, hours] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d(?::\d\d)?)/.exec(text.trim()) ?? [];
  return date ? `${date}T${hours}+08:00` : null;
}

export function oldWeiboPosts(page: Page): PostFacts[] {
  return page.outline.findAll('div[id^="M_"]').flatMap((block) => {
    const short = (block.attribute("id") ?? "").slice(2);
    const mid = weiboMid(short);
    if (!mid) return [];
    const facts = new PostFacts()
      .add("postId", fromAttribute(block, "id", { value: short }))
      .addIdTime(weiboTime(mid), short);
    const owner = ownerOf(block);
    facts.add(
      "posterId",
      fromAttribute(owner?.link ?? null, "href", { value: owner?.id ?? null, kind: "account-number" }),
    );
    if (owner)
      facts.add("permalink", fromAttribute(block, "id", { value: `https://weibo.com/${owner.id}/${short}` }));
    addBlock(facts, block);
    return [facts];
  });
}

/** The links to repost and comment name the owner of the post. */
function ownerOf(block: Part): { link: Part; id: string } | null {
  const link = block.findAll('a[href*="/repost/"]').at(-1) ?? null;
  const id = /[?&]uid=(\d{5,11})/.exec(link?.attribute("href") ?? "")?.[1];
  return link && id ? { link, id } : null;
}

export function oldWeiboPost(page: Page, facts: PostFacts): void {
  const block = page.outline.findAll('div[id^="M_"]')[0];
  if (!block) return;
  addBlock(facts, block);
  const poster =
    block
      .findAll("a")
      .find(
        (link) =>
          /\/(?:u\/)?\d{5,11}(?:\?|$)|\/n\//.test(link.attribute("href") ?? "") &&
          !link.closest(".cmt, .ctt"),
      ) ?? null;
  facts.add("posterName", fromPart(poster));
  const id = /\/(?:u\/)?(\d{5,11})(?:\?|$)/.exec(poster?.attribute("href") ?? "")?.[1] ?? null;
  facts.add("posterId", fromAttribute(poster, "href", { value: id, kind: "account-number" }));
  if (id)
    facts.add("posterProfileUrl", fromAttribute(poster, "href", { value: `https://weibo.com/u/${id}` }));
}

/** A repost carries the first poster's text above its own. */
function addBlock(facts: PostFacts, block: Part): void {
  const origin = block.findAll(".cmt").find((part) => /^转发了/.test(part.text())) ?? null;
  const text = block.find(".ctt");
  if (origin) facts.quoted = originOf(origin, text);
  const reason = block.findAll(".cmt").find((part) => part.text().startsWith("转发理由")) ?? null;
  const said = reason?.parent?.text({ without: ".ct, a, .cmt" }) ?? null;
  facts.add("postText", origin ? fromPart(reason, said) : fromPart(text));
  const time = block.findAll(".ct").at(-1) ?? null;
  const shown =
    time
      ?.text()
      .split(/\s*来自/)[0]
      ?.trim() ?? null;
  facts.add("postedAtShown", fromPart(time, shown));
  addChinaTime(facts, { text: shown, locator: time?.locator ?? "" });
  for (const image of block.findAll("img.ib")) facts.addMedia(fromAttribute(image, "src"));
}

function originOf(origin: Part, text: Part | null): PostFacts {
  const link = origin.find("a");
  const name = link?.text().replace(/^@/, "") ?? null;
  const facts = new PostFacts().add("posterName", fromPart(link, name)).add("postText", fromPart(text));
  const id = /\/(?:u\/)?(\d{5,11})(?:\?|$)/.exec(link?.attribute("href") ?? "")?.[1] ?? null;
  return facts.add("posterId", fromAttribute(link, "href", { value: id, kind: "account-number" }));
}
