/** Bytes in whatever writing are taken out of a text, and what people and sites write of themselves stays. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutCodedBytes } from "../../../src/capture/coded-bytes.ts";
import { withoutMedia } from "../../../src/capture/inline-media.ts";
import { markerAt } from "../../pages/masking/marker.ts";

const base64 = (bytes: Buffer) => bytes.toString("base64");
const each = (bytes: Buffer, write: (code: string, byte: number) => string) =>
  Array.from(bytes, (byte) => write(byte.toString(16).padStart(2, "0"), byte)).join("");

/** Writings of any bytes. */
const writings: Record<string, (bytes: Buffer) => string> = {
  base64,
  "base64 for addresses": (bytes) => bytes.toString("base64url"),
  "base64 in lines": (bytes) => base64(bytes).replace(/.{76}/g, "$&\n"),
  "base64 in lines of a string": (bytes) => JSON.stringify(base64(bytes).replace(/.{76}/g, "$&\r\n")),
  "base64 in strings put together": (bytes) =>
    (base64(bytes).match(/.{1,60}/g) ?? []).map((part) => `"${part}"`).join(" + "),
  "base64 backwards": (bytes) => [...base64(bytes)].reverse().join(""),
  "base64 with escaped slashes": (bytes) => base64(bytes).replaceAll("/", "\\/"),
  hex: (bytes) => bytes.toString("hex"),
  "hex in capitals and pairs": (bytes) => each(bytes, (code) => `${code.toUpperCase()} `),
  "hex with a sign before each": (bytes) => each(bytes, (code) => `0x${code}, `),
  "list of numbers": (bytes) => JSON.stringify([...bytes]),
  "numbers by their places": (bytes) => JSON.stringify({ ...bytes }),
};

/** Those of a whole file, which always has such codes. */
const fileWritings: Record<string, (bytes: Buffer) => string> = {
  "escapes of a script": (bytes) => each(bytes, (code) => `\\x${code}`),
  "escapes of JSON": (bytes) => each(bytes, (code) => `\\u00${code}`),
  "escapes of an address": (bytes) => each(bytes, (code) => `%${code}`),
  "escapes of markup": (bytes) => each(bytes, (_code, byte) => `&#${byte};`),
  "quoted printable": (bytes) => each(bytes, (code) => `=${code.toUpperCase()}`),
  "the bytes themselves": (bytes) => bytes.toString("latin1"),
  "the bytes in JSON": (bytes) => JSON.stringify(bytes.toString("latin1")),
};

const bytesOfAFile = fc
  .uint8Array({ minLength: 160, maxLength: 900 })
  .map((tail) => Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0<\0\0\0(", "latin1"), tail]));

/** What is left of a writing: our own remarks are not of it. */
function left(text: string): string {
  return withoutCodedBytes(text).replace(/\(\d+ characters left out\)/g, "");
}

describe.each(Object.entries({ ...writings, ...fileWritings }))("%s", (_name, write) => {
  it("leaves next to nothing of a picture, of which no token can be read", () => {
    const { pngBytes } = markerAt(7);
    expect(left(write(pngBytes)).length).toBeLessThan(60);
  });
});

describe.each(Object.entries(writings))("%s of any bytes", (_name, write) => {
  it("leaves no long piece", () => {
    const noise = fc.integer({ min: 0, max: 2 ** 31 }).map(noiseFrom);
    fc.assert(
      fc.property(noise, bytesOfAFile, (bytes, file) => {
        for (const one of [bytes, file]) {
          for (const piece of left(write(one)).match(/[A-Za-z0-9+/]{48,}/g) ?? []) expect(piece).toBe("");
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** Bytes as a compressed file has them: all equally often. Xorshift, 32 bit. */
function noiseFrom(seed: number): Buffer {
  let state = seed | 1;
  return Buffer.from(
    Array.from({ length: 400 }, () => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return (state >>> 11) & 255;
    }),
  );
}

it("takes a drawing written out as text, in every spelling", () => {
  const { svgText, token } = markerAt(8);
  const spelt = [
    svgText,
    JSON.stringify(svgText),
    svgText.replaceAll("<", "&lt;"),
    encodeURIComponent(svgText),
  ];
  for (const text of [...spelt, `data:image/svg+xml;utf8,${svgText}`, svgText.replaceAll("<", "\\u003c")]) {
    expect(withoutMedia(`字 ${text} 字`)).not.toContain(token);
    expect(withoutMedia(`字 ${text} 字`)).toMatch(/^字 .*字$/);
  }
});

it("takes tiny previews, which sites keep under names of their own", () => {
  const data = {
    blurhash: "LEHV6nWB2yk8pyo0adR*.7kCMdnj",
    media_preview: "ACoqnKZpxQDpVfcBwBk0ANxx",
    name: "甲",
  };
  expect(JSON.parse(withoutMedia(JSON.stringify(data)))).toEqual({
    blurhash: "(left out)",
    media_preview: "(left out)",
    name: "甲",
  });
});

it.each(Object.entries(writings))("%s between facts leaves them as JSON", (_name, write) => {
  const written = write(markerAt(9).pngBytes);
  const value: unknown = /^[[{]/.test(written) ? JSON.parse(written) : written;
  const facts = { takenAtTimestampOfThePost2026: 1, bytes: value, theNameOfTheAccount: "測試帳號甲" };
  const read = JSON.parse(withoutCodedBytes(JSON.stringify(facts)));
  expect([read.takenAtTimestampOfThePost2026, read.theNameOfTheAccount]).toEqual([1, "測試帳號甲"]);
  const nested = JSON.parse(
    JSON.parse(withoutCodedBytes(JSON.stringify({ inner: JSON.stringify(facts) }))).inner,
  );
  expect(nested.theNameOfTheAccount).toBe("測試帳號甲");
});

const sha512 = "9b71d224bd62f3785d96d46ad3ea3d73319bfbc2890caadae2dff72519673ca7".repeat(2);

it.each([
  sha512,
  `https://cdn.example.org/v/t39.30808-6/${"Az09bY-_".repeat(30)}/p.jpg?efg=${"eyJ2Zx9".repeat(12)}&oh=1`,
  `https:\\/\\/cdn.example.org\\/${"Az09bY".repeat(40)}`,
  `https://example.org/${encodeURIComponent("一個很長很長的網址裡寫著中文字".repeat(6))}`,
  "https://example.org/%B4%FA%B8%D5%AAa%B6W%BD%D7%BEC%B4%FA%B8%D5",
  Buffer.from("這是被錯讀成西歐文字的一句話，每個字都有三個位元組", "utf8").toString("latin1"),
  Array.from({ length: 120 }, (_, at) => String(at % 60).padStart(2, "0")).join(" "),
  Array.from({ length: 120 }, (_, at) => at).join("\n"),
  "[12,5,7,255,0,3]",
  "aVeryLongNameOfAFunctionThatSomebodyWroteInOneWord".repeat(4),
  "a-very-long-path/of-an-article/that-somebody-wrote-in-2026/with-a-lot-of-words-in-its-address-and-a-Number-12".repeat(
    2,
  ),
  "\u001b[1;33m推 \u001b[m測試帳號甲\u001b[33m: 很有趣\u001b[m".repeat(9),
  "a=00&b=01&c=02&d=03&e=04&f=05&g=06&h=07&i=08",
  "哈".repeat(500),
  "ㄏ".repeat(300) + "a".repeat(300),
  "<svg 是一種標籤",
  "5f2b8c1e-77aa-4c0e-9d39-0f1c2b3a4d5e 5f2b8c1e-77aa-4c0e-9d39-0f1c2b3a4d5e",
  "M12 2C6.48,2 2,6.48 2,12s4.48,10 10,10 10,-4.48 10,-10S17.52,2 12,2z".repeat(9),
])("%s stays as it is", (text) => {
  expect(withoutMedia(text)).toBe(text);
});
