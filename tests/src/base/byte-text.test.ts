/** Bytes looked at as text, beside a text of the same characters. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { ByteText } from "../../../src/base/byte-text.ts";

const fewCharacters = fc.constantFrom("\n", "a", "b", "\xff");
const texts = fc.array(fewCharacters, { maxLength: 40 }).map((characters) => characters.join(""));
const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

test("it finds what a text of the same characters has, and where", () => {
  fc.assert(
    fc.property(texts, fc.nat(45), fc.nat(45), (text, start, end) => {
      const file = new ByteText(bytesOf(text));
      expect(file.length).toBe(text.length);
      expect(file.slice(start, Math.min(end, text.length))).toBe(text.slice(start, Math.max(start, end)));
      const wanted = ["\nab\n", "\nb\n"];
      const places = wanted.map((one) => text.indexOf(one, start)).filter((at) => at !== -1);
      const found = file.first(wanted, start);
      expect(found?.at ?? null).toBe(places.length > 0 ? Math.min(...places) : null);
      for (const one of [...wanted, "", "\xff"])
        expect(file.startsWith(one, start)).toBe(start <= text.length && text.startsWith(one, start));
    }),
  );
});

test("a long text is given whole, every byte one character", () => {
  const bytes = Uint8Array.from({ length: 10_000 }, (_, index) => index % 256);
  const text = new ByteText(bytes).slice(1, 9_999);
  expect(bytesOf(text)).toEqual(bytes.subarray(1, 9_999));
});
