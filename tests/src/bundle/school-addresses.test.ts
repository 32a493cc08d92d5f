/** A page that is itself a picture: its address is one of a picture, and a school gets none. */
import { expect, test } from "vitest";
import { packBundle } from "../../../src/bundle/pack-bundle.ts";
import { isMediaAddress } from "../../../src/report/media-address.ts";
import { verifyBundle } from "../../../src/verify/verify-bundle.ts";
import { bagContents, textIn } from "./bag-contents.ts";
import { packInput, sampleCase } from "./sample-case.ts";

test.each([
  ["https://img.example/a.JPG", true],
  ["https://img.example/a/b.webp?width=300#top", true],
  ["https://pbs.example/media/Fxyz?format=jpg&name=large", true],
  ["https://video.example/stream.m3u8", true],
  ["https://social.example/p/1?ref=share", false],
  ["https://social.example/jpg", false],
  ["https://social.example/profile?next=/a.jpg", false],
  ["no address", false],
])("%s leads to a picture or a film: %s", (address, isMedia) => {
  expect(isMediaAddress(address)).toBe(isMedia);
});

test("no file of a school's bundle has the address, and the item is there all the same", async () => {
  const url = "https://img.example/only-here.jpg";
  const sample = await sampleCase({ about: "minor", items: [{ url, media: [] }, {}] });
  const { zip } = await packBundle(packInput(sample, "school"));
  const bag = await bagContents(zip);
  const having = [...bag.files.keys()].filter((path) => textIn(bag, path).includes("only-here"));
  expect(having).toEqual([]);
  expect(textIn(bag, "data/report/index.csv").split("\r\n")).toHaveLength(4);
  expect(textIn(bag, "data/report/urls.txt")).toBe("\uFEFFhttps://social.example/p/2?ref=share#top\r\n");
  expect((await verifyBundle(zip)).findings).toEqual([]);
  const police = await bagContents((await packBundle(packInput(sample, "police"))).zip);
  expect(textIn(police, "data/report/urls.txt")).toContain(url);
});
