/** What of that which pages write where a name should stand is one: no action, no address, nothing filled in by a program. */
import type { PageReading } from "../capture/page-reading.ts";
import { isObject, type MainEntity } from "./json-ld.ts";

const longestName = 300;

/** Words that introduce a name, and are none of it. */
const leadIn =
  /^(?:by(?:\s*[:：]|\s)|(?:posted|written) by\b|(?:von|par|por|di|door|av|作者|文|撰文|記者|發文者|樓主)\s*[:：])\s*/iu;

/** An address behind a name is none of it. */
const behind = /(?<=\S)\s*[-–—|,(<]*\s*https?:\/\/\S+$/;

/** What a program left where nobody had filled in a name. */
const placeholder =
  /^(?:author|authors|publisher|byline|null|none|nil|undefined|unknown|n\/a|nan|\[object object\])$/i;
const template = /\{\{|\}\}|\$\{|<%|%%|\[%/;

/** Links beside a name that lead to more of its posts, in the languages that blogs' themes come in. */
const action =
  /[→»›«←]|…$|\.\.\.$|^(?:view|see|show|read|all|more|about|visit|follow|zeige|alle|mehr|archiv|voir|tous|lire|ver|todos|leer|vedi|tutti|visualizza|bekijk|se alle|查看|更多|所有|全部|關於|关于|追蹤|閱讀|記事一覧|もっと)(?=\s|$|[\p{Script=Han}\p{Script=Hiragana}])/iu;

/** Null where the text names nobody. */
export function posterName(value: unknown): string | null {
  const text = typeof value === "string" ? value.replace(/\s+/g, " ").trim() : "";
  const name = text.replace(leadIn, "").replace(behind, "").trim();
  if (!name || name.length > longestName || isAddress(name)) return null;
  if (/^(?:copyright\b|©|\(c\) )/i.test(name)) return null;
  return placeholder.test(name) || template.test(name) || !/[\p{L}\p{N}]/u.test(name) ? null : name;
}

/** A link with such words leads to somebody, but its words are no name. */
export function isAction(text: string): boolean {
  return action.test(text.trim());
}

function isAddress(value: string): boolean {
  return /^(?:https?:)?\/\/|^(?:www\.|mailto:)|^[^\s@]+@[^\s@]+\.[^\s@]+$/i.test(value);
}

/**
 * A site that stands as author of everything on it says nothing of who wrote this. Its names: what it calls itself, its
 * publisher, its address. `isPerson`: the markup says that this is somebody; many people's sites bear their name.
 */
export function isSite(
  name: string,
  { reading, main, isPerson = false }: { reading: PageReading; main: MainEntity | null; isPerson?: boolean },
): boolean {
  const stated = isPerson ? [] : [...statedNames(reading), ...ownerName(reading)];
  const sites = [publisherName(main), ...hostNames(reading), ...stated].map(letters);
  // 「site.example, Town, Country」, 「Site – what it is」.
  const first = name.split(/,|\s[|–—-]\s/)[0] ?? name;
  return [name, first].some((each) => letters(each) !== "" && sites.includes(letters(each)));
}

function publisherName(main: MainEntity | null): string {
  const publisher = main?.entity["publisher"];
  if (!isObject(publisher) || publisher["@type"] === "Person") return "";
  return typeof publisher["name"] === "string" ? publisher["name"] : "";
}

function statedNames({ meta }: PageReading): string[] {
  return meta.flatMap(({ name, content }) =>
    /^(?:og:site_name|application-name)$/i.test(name) ? [content] : [],
  );
}

/** `news.paper.example` and `paper.example`. */
function hostNames({ url }: PageReading): string[] {
  const labels = labelsOf(url);
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join("."));
}

/** `paper` of `paper.co.example`. */
function ownerName({ url }: PageReading): string[] {
  const labels = labelsOf(url);
  const owner = labels.length > 2 && (labels.at(-2) ?? "").length <= 3 ? labels.at(-3) : labels.at(-2);
  return owner ? [owner] : [];
}

function labelsOf(url: string): string[] {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^(?:www\d?|m|amp)\./, "").split(".") : [];
}

function letters(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
