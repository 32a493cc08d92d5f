/** Holds the words: both languages whole, nothing promised that cannot be kept, short enough for a tired reader. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesBelow, projectRoot, textOf } from "./source/read-source.ts";

type Words = Record<string, string>;

const parts = filesBelow("src/words/zh-TW", [".json"]).map((file) => file.split("/").at(-1) ?? "");
const wordsOf = (language: string, part: string) =>
  JSON.parse(textOf(`src/words/${language}/${part}`)) as Words;
const allOf = (language: string): [string, string][] =>
  parts.flatMap((part) => Object.entries(wordsOf(language, part)));

/** Blame, promises nobody can keep, and claims that only a court can make. */
const banned = [
  "受害人",
  "具法律效力",
  "有法律效力",
  "不可竄改",
  "無法竄改",
  "絕對安全",
  "保證",
  "官方格式",
  "電子簽章",
  "法院認可",
  "雜湊",
  "中繼資料",
  "tamper-proof",
  "tamperproof",
  "court-admissible",
  "admissible in court",
  "legally binding",
  "guarantee",
  "victim",
];

/** A page may name a banned word to say that it is not used. */
const namesWhatIsNotSaid = /不說|不用|不寫|不是|不宣稱|不代表|never|not |banned|no claim|instead of/i;

function bannedIn(text: string): string[] {
  return banned.filter((word) => text.toLowerCase().includes(word.toLowerCase()));
}

function placeholdersOf(text: string): string[] {
  return Array.from(text.matchAll(/\{\w+\}/g), ([name]) => name).sort();
}

test.each(parts)("%s has the same keys in both languages, each with words", (part) => {
  const [chinese, english] = [wordsOf("zh-TW", part), wordsOf("en", part)];
  expect(Object.keys(english)).toEqual(Object.keys(chinese));
  const empty = Object.entries({ ...chinese, ...english }).filter(([, text]) => text.trim() === "");
  expect(empty).toEqual([]);
});

test.each(parts)("%s asks for the same values in both languages", (part) => {
  const [chinese, english] = [wordsOf("zh-TW", part), wordsOf("en", part)];
  const different = Object.keys(chinese).filter(
    (key) => placeholdersOf(chinese[key] ?? "").join() !== placeholdersOf(english[key] ?? "").join(),
  );
  expect(different).toEqual([]);
});

test("no key stands in two files", () => {
  const keys = allOf("zh-TW").map(([key]) => key);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  expect(keys.length).toBeGreaterThan(150);
});

test("no sentence blames, promises or claims what it must not", () => {
  const found = [...allOf("zh-TW"), ...allOf("en")].flatMap(([key, text]) =>
    bannedIn(text).map((word) => `${key}: ${word}`),
  );
  expect(found).toEqual([]);
});

test("the browser's own words for the extension are in both languages and neutral", () => {
  const [chinese, english] = ["zh_TW", "en"].map(
    (locale) =>
      JSON.parse(textOf(`extension/public/_locales/${locale}/messages.json`)) as Record<string, unknown>,
  );
  expect(Object.keys(english ?? {})).toEqual(Object.keys(chinese ?? {}));
  expect(bannedIn(JSON.stringify([chinese, english]))).toEqual([]);
});

test("README and docs claim nothing that must not be claimed", () => {
  const pages = [...filesBelow("docs", [".md"]), "README.md"].filter((page) =>
    existsSync(join(projectRoot, page)),
  );
  const found = pages.flatMap((page) =>
    textOf(page)
      .split("\n")
      .filter((line) => bannedIn(line).length > 0 && !namesWhatIsNotSaid.test(line))
      .map((line) => `${page}: ${line.slice(0, 80)}`),
  );
  expect(found).toEqual([]);
});

test("a button has at most 20 characters in Chinese", () => {
  const buttons = allOf("zh-TW").filter(([key]) => /(^|\.)(button|action|press)\b/.test(key));
  expect(buttons.filter(([, text]) => [...text].length > 20)).toEqual([]);
});

test("nine sentences of ten have at most 40 characters in Chinese", () => {
  const sentences = allOf("zh-TW").flatMap(([, text]) => text.split(/(?<=[。？！\n])/));
  const long = sentences.filter((sentence) => [...sentence].length > 40);
  expect(long.length / sentences.length).toBeLessThanOrEqual(0.1);
});

test("no state is called done before a read-back proved it", () => {
  const early = allOf("zh-TW").filter(([, text]) => /完成|已保存(?!並核對)/.test(text));
  expect(early).toEqual([]);
});

/** What a person must learn where pictures could not be covered: none was kept, the words were, and how to go on. */
test.each([
  ["zh-TW", [/一張圖都沒有留/, /文字、網址和時間留下了/, /重新整理.*再留/]],
  ["en", [/none was kept/, /words, address and time were/, /reload the page.*keep it once more/]],
] as const)("%s: where the mask failed, it is said what was kept and what to do", (language, said) => {
  const words = wordsOf(language, "evidence.json")["note.mask-failed"];
  for (const one of said) expect(words).toMatch(one);
});

test.each([
  ["zh-TW", /蓋住圖.*不拍畫面.*文字、網址和時間/],
  ["en", /pictures must be covered none is taken.*words, address and time/],
] as const)("%s: of what is no web page, it is said what a masked capture keeps", (language, said) => {
  expect(wordsOf(language, "evidence.json")["note.not-a-web-page"]).toMatch(said);
});
