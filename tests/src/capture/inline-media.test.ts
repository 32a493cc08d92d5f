/** Pictures in letters are taken out of whatever a page says, in every spelling, and nothing else is. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasInlineMedia, withoutInlineData } from "../../../src/capture/inline-media.ts";

const spellings = [
  "data:image/png;base64,iVBORw0KGgo",
  "data:image\\/png;base64,iVBOR\\/w0KGgo",
  "data:image\\u002fpng;base64,iVBORw0KGgo",
  "data:image%2Fsvg+xml,%3Csvg%3E",
  "DATA: video/mp4;codecs=x,AAAA",
  "data:image/;base64,AAAA",
];

describe("a picture in letters", () => {
  it.each(spellings)("%s is seen and taken out", (address) => {
    expect(hasInlineMedia(`"${address}"`)).toBe(true);
    expect(withoutInlineData(`"${address}" 文字`)).toMatch(/^"data:\(\d+ characters left out\)" 文字$/);
  });

  const bare = "iVBORw0KGgoAAAANSUhEUgAAADwAAAAoCAIAAAAtu9zz/OzIYAAAAASUVORK5CYII=";
  it.each([
    bare,
    bare.replaceAll("/", "\\/"),
    bare.replaceAll("/", "%2F").replaceAll("=", "%3D"),
    bare.replaceAll("/", "_"),
    `/9j/${bare.slice(8)}`,
    `R0lGODlh${bare.slice(8)}`,
    `AAAAIGZ0eXBhdmlm${bare.slice(8)}`,
    `PHN2ZyB4bWxucz0i${bare.slice(8)}`,
    `data%3Aimage%2Fpng%3Bbase64%2C${bare}`,
  ])("%s without an address is taken out as well", (letters) => {
    const text = JSON.stringify({ image: letters, name: "測試帳號甲" });
    expect(withoutInlineData(text)).toMatch(
      /^\{"image":"(?:data%3Aimage%2Fpng%3Bbase64%2C)?\(\d+ characters left out\)","name":"測試帳號甲"\}$/,
    );
  });

  it("leaves no other in any text", () => {
    const piece = fc.oneof(
      fc.constantFrom(...spellings, "data:", "image/", ",", ";base64,", "\\", '"'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(hasInlineMedia(withoutInlineData(pieces.join("")))).toBe(false);
      }),
    );
  });

  it("leaves JSON around it readable", () => {
    const outer = JSON.stringify({ inner: JSON.stringify({ image: spellings[0], name: "測試帳號甲" }) });
    const read = JSON.parse(JSON.parse(withoutInlineData(outer)).inner);
    expect(read.name).toBe("測試帳號甲");
  });
});

it.each([
  "大數據 big data: cheap, fast",
  "metadata:a,b",
  "data:image/png",
  "https://example.org/data:1,2",
  "iVBORw0KGgo is how a PNG begins",
])("%s stays as it is", (text) => {
  expect(withoutInlineData(text)).toBe(text);
});
