/** What stands where a name should stand: names are kept as written, everything else names nobody. */
import { describe, expect, test } from "vitest";
import type { MainEntity } from "../../../src/platforms/json-ld.ts";
import { isAction, isSite, posterName } from "../../../src/platforms/poster-name.ts";
import { pageReading } from "../../fakes/page-reading.ts";

describe("a name", () => {
  test.each([
    ["測試帳號甲", "測試帳號甲"],
    ["By Ada Example", "Ada Example"],
    ["作者：測試帳號甲", "測試帳號甲"],
    ["von: Ada Example", "Ada Example"],
    ["Von Example", "Von Example"],
    ["Byron Example", "Byron Example"],
    ["Viewer Example", "Viewer Example"],
    ["  Ada   Example ", "Ada Example"],
    ["Ada Example (https://people.example/ada)", "Ada Example"],
    ["Ada Example - https://people.example/", "Ada Example"],
  ])("%j is %j", (text, name) => {
    expect(posterName(text)).toBe(name);
    expect(isAction(name)).toBe(false);
  });

  test.each([
    "",
    "   ",
    "—",
    "null",
    "Publisher",
    "[object Object]",
    "{{ author }}",
    "<%= name %>",
    "https://people.example/ada",
    "//people.example/ada",
    "ada@people.example",
    "a".repeat(301),
    7,
    null,
  ])("is nowhere in %j", (text) => {
    expect(posterName(text)).toBeNull();
  });

  test.each(["View all posts", "Zeige alle Beiträge von Ada", "Archiv →", "查看所有文章", "更多…"])(
    "is not what leads to more: %j",
    (text) => expect(isAction(text)).toBe(true),
  );
});

describe("the site's own name", () => {
  const reading = pageReading({
    url: "https://www.testpaper.co.example/2026/a",
    meta: [{ name: "og:site_name", content: "The Test Paper" }],
  });
  const main: MainEntity = {
    entity: { publisher: { "@type": "Organization", name: "Test Group" } },
    locator: "",
    graph: new Map(),
  };

  test.each([
    "The Test Paper",
    "the test paper, Town, Country",
    "The Test Paper – daily news",
    "testpaper",
    "testpaper.co.example",
    "Test Paper",
    "Test Group",
  ])("is %j", (name) => expect(isSite(name, { reading, main })).toBe(true));

  test.each(["Ada Example", "Test Paper Ada", "Ada, The Test Paper"])("is not %j", (name) =>
    expect(isSite(name, { reading, main })).toBe(false),
  );

  test("may be somebody's, where the markup says that it is a person and the publisher is another", () => {
    expect(isSite("The Test Paper", { reading, main, isPerson: true })).toBe(false);
    expect(isSite("Test Group", { reading, main, isPerson: true })).toBe(true);
  });
});
