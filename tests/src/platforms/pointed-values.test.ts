/** What a pointed part can mean for a field: the likeliest first, each once, nothing hidden, nothing that is no address. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { OutlineNode } from "../../../src/capture/page-outline.ts";
import type { Pointed } from "../../../src/capture/pointing/pointed.ts";
import { fieldNames } from "../../../src/platforms/field.ts";
import { pointedValues } from "../../../src/platforms/pointed-values.ts";

const locator = "html > body:nth-child(2) > p:nth-child(1)";

function pointed(nodes: OutlineNode[], more: Partial<Pointed> = {}): Pointed {
  return { part: { locator, nodes }, around: null, link: null, datetime: null, ...more };
}

const name: OutlineNode = { parent: -1, tag: "span", text: " 測試帳號甲 " };
const link = "https://social.example/members/4711";

test("words are what one reads, the raw text is what stands there", () => {
  expect(pointedValues("posterName", pointed([name]))).toEqual([
    { kind: "words", value: "測試帳號甲", raw: "測試帳號甲", locator },
  ]);
});

test.each([
  ["posterName", "words"],
  ["posterProfileUrl", "address"],
  ["permalink", "address"],
  ["postedAt", "time"],
  ["postedAtShown", "words"],
  // An address of a device, not of the web.
  ["posterAddress", "words"],
] as const)("for %s the first is the %s", (field, kind) => {
  const all = pointed([name], { link, datetime: "2026-11-20T22:58:00+08:00" });
  const values = pointedValues(field, all);
  expect(values[0]?.kind).toBe(kind);
  expect(values.map((value) => value.kind).sort()).toEqual(["address", "time", "words"]);
});

describe("left out", () => {
  test("what nobody sees", () => {
    const nodes: OutlineNode[] = [
      { parent: -1, tag: "div" },
      { parent: 0, tag: "span", text: "看得到" },
      { parent: 0, tag: "span", text: "看不到", isHidden: true },
      { parent: 0, tag: "a", attributes: { href: "https://hidden.example/" }, isHidden: true },
    ];
    expect(pointedValues("posterProfileUrl", pointed(nodes)).map(({ value }) => value)).toEqual(["看得到"]);
  });

  test.each([
    "javascript:alert(1)",
    "mailto:a@b.example",
    "data:(20 characters left out)",
    "blob:x",
    "/only/a/path",
  ])("%s as an address", (address) => {
    const values = pointedValues("permalink", pointed([name], { link: address }));
    expect(values.map(({ kind }) => kind)).toEqual(["words"]);
  });

  test("the same value twice", () => {
    const around = { locator, nodes: [name] };
    expect(pointedValues("posterName", pointed([name], { around }))).toHaveLength(1);
  });
});

test("of a picture there is its address and nothing else", () => {
  const picture: OutlineNode = { parent: -1, tag: "img", attributes: { src: "https://cdn.example/a.jpg" } };
  expect(pointedValues("postText", pointed([picture]))).toEqual([
    {
      kind: "address",
      value: "https://cdn.example/a.jpg",
      raw: "https://cdn.example/a.jpg",
      locator: `${locator} @address`,
    },
  ]);
});

test("whatever a page says, values are short, whole and no more than four", () => {
  const nodes = fc.array(
    fc.record({
      parent: fc.integer({ min: -1, max: 20 }),
      tag: fc.constantFrom("p", "a", "img", "#text", "__proto__"),
      text: fc.string({ unit: "binary", maxLength: 200 }),
      attributes: fc.dictionary(fc.constantFrom("href", "src", "datetime", "constructor"), fc.webUrl()),
    }),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(nodes, fc.constantFrom(...fieldNames), (made, field) => {
      const values = pointedValues(field, pointed(made));
      expect(values.length).toBeLessThanOrEqual(4);
      for (const { value } of values) {
        expect(value.length).toBeLessThanOrEqual(8_192);
        expect(value.isWellFormed()).toBe(true);
        expect(value.trim()).toBe(value);
      }
    }),
  );
});
