/** Foreign JSON is read as JSON.parse reads it, except that no digit is lost and nothing reaches a prototype. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { importedJsonLimits, readExactJson } from "../../../src/base/exact-json.ts";

const read = (text: string) => readExactJson(text, importedJsonLimits);

describe("laws", () => {
  test("whatever JSON.stringify writes reads back as it was", () => {
    const plain = fc.jsonValue({ maxDepth: 6, noUnicodeString: false });
    fc.assert(
      fc.property(plain, fc.constantFrom(0, 1, 3), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const found = read(text);
        // Doubles of more than 15 digits come back as their digits; written again they are the same text.
        expect(unquoted(JSON.stringify(found?.value, null, indent))).toBe(unquoted(text));
      }),
    );
  });

  test("an integer of any length keeps every digit", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), (id) => {
        const [value] = (read(`[${id}]`)?.value ?? []) as unknown[];
        expect(String(value)).toBe(String(id));
      }),
    );
  });

  test("no text makes it throw, and none changes a prototype", () => {
    const odd = fc.string({ unit: fc.constantFrom(...'{}[]",:\\u0041tfn-1.eE \n__proto__'), maxLength: 60 });
    fc.assert(
      fc.property(odd, (text) => {
        const ours = read(text) !== null;
        expect(ours).toBe(isJson(text) && !repeatsKey(text));
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
    );
  });
});

test("identifiers beyond a double stay strings of digits", () => {
  expect(read('{"pk":2911295595251935837,"n":1661273501}')?.value).toEqual({
    pk: "2911295595251935837",
    n: 1661273501,
  });
});

test("__proto__ is a key like any other", () => {
  const value = read('{"__proto__":{"polluted":true}}')?.value as object;
  expect(Object.getPrototypeOf(value)).toBeNull();
  expect(Object.keys(value)).toEqual(["__proto__"]);
});

test.each([
  ["a repeated key", '{"a":1,"a":2}'],
  ["a number that is none", "[NaN]"],
  ["a leading zero", "[01]"],
  ["a comma too many", "[1,]"],
  ["something behind the end", "{} {}"],
  ["a raw line break in a string", '["\n"]'],
  ["33 levels", `${"[".repeat(34)}${"]".repeat(34)}`],
  ["an endless opening", "[".repeat(200_000)],
])("%s is refused", (_what, text) => {
  expect(read(text)).toBeNull();
});

test("a byte order mark is passed over", () => {
  expect(read("\uFEFF[1]")?.value).toEqual([1]);
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function repeatsKey(text: string): boolean {
  return (
    readExactJson(text, { ...importedJsonLimits, refusesRepeatedKeys: false }) !== null && read(text) === null
  );
}

function unquoted(text: string): string {
  return text.replace(/"(-?[\d.]+(?:[eE][+-]?\d+)?)"/g, "$1");
}
