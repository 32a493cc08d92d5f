/** Nothing a page wrote can hide, become markup or become a formula. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { markup } from "../../../src/report/markup.ts";
import { visibleText } from "../../../src/base/visible-text.ts";
import { windowsCsv, windowsText } from "../../../src/report/windows-text.ts";
import { hostileTexts } from "./hostile-text.ts";

const anyText = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: "binary", maxLength: 40 }));
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

test("what cannot be seen is shown as its code", () => {
  expect(visibleText("a\u202Eb")).toBe("a〔U+202E〕b");
  expect(visibleText("\uFEFF\u200B\u00AD")).toBe("〔U+FEFF〕〔U+200B〕〔U+00AD〕");
  expect(visibleText("\uD800")).toBe("〔U+D800〕");
  expect(visibleText("\u{E0041}")).toBe("〔U+E0041〕");
  expect(visibleText("a\uFE0F ❤\uFE0F")).toBe("a〔U+FE0F〕 ❤\uFE0F");
  expect(visibleText("王小明 堃 𠮷 é ㄅ")).toBe("王小明 堃 𠮷 é ㄅ");
});

test("no text keeps an unseen character, and what is seen stays as it is", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(visibleText(text)).not.toMatch(unseen);
      expect(visibleText(visibleText(text))).toBe(visibleText(text));
    }),
  );
});

test("a value in markup is text: it opens no tag, ends no attribute, starts no entity", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { html } = markup`<p title="${text}">${[text, markup`<i>${text}</i>`]}${null}${1}</p>`;
      const value = "[^<>\"']*";
      expect(html).toMatch(new RegExp(`^<p title="${value}">${value}<i>${value}</i>1</p>$`, "u"));
      expect(html.replace(/&(?:amp|lt|gt|quot|#39);/g, "")).not.toContain("&");
    }),
  );
});

/** A reader of RFC 4180 as strict as they come. */
function rowsOf(csv: string): string[][] {
  return csv
    .slice(1)
    .split("\r\n")
    .slice(0, -1)
    .map((line) =>
      Array.from(line.matchAll(/(?:^|,)"((?:[^"]|"")*)"/g), ([, cell = ""]) => cell.replaceAll('""', '"')),
    );
}

test("every cell of a table is read back as the visible text, and none starts a formula", () => {
  const table = fc.array(fc.array(anyText, { minLength: 1, maxLength: 4 }), { maxLength: 4 });
  fc.assert(
    fc.property(table, (rows) => {
      const read = rowsOf(windowsCsv(rows));
      expect(read.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@＝＋－＠〔])/, "")))).toEqual(
        rows.map((row) => row.map((cell) => visibleText(cell).replace(/^'(?=[=+\-@＝＋－＠〔])/, ""))),
      );
      expect(read.flat().filter((cell) => /^[=+\-@＝＋－＠\t\r\n]/.test(cell))).toEqual([]);
    }),
  );
});

test("a line stays one line", () => {
  fc.assert(
    fc.property(fc.array(anyText), (lines) => {
      const text = windowsText(lines);
      expect(text.startsWith("\uFEFF")).toBe(true);
      expect(text.slice(1).split("\r\n")).toEqual([...lines.map(visibleText), ""]);
    }),
  );
});
