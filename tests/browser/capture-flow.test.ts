/** From a post to a bundle that strangers' programs accept: the shipped manifest, the real button, real clicks. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepPage } from "../../commands/browser/keep-page.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { judge, type OpenedBundle, packAndOpen } from "./opened-bundle.ts";

let inBrowser: InBrowser;
let bundle: OpenedBundle;

beforeAll(async () => {
  inBrowser = await startInBrowser();
  const page = await inBrowser.open("/quiet-post.html?id=7&from=feed#top");
  expect(await keepPage(inBrowser.keepleaf, page, "adult")).toMatchObject({ kind: "kept" });
  bundle = await packAndOpen(inBrowser);
});
afterAll(() => inBrowser.stop());

test("the page was kept whole, with its facts and their sources", () => {
  const { item } = bundle.items[0] ?? expect.fail("no item in the bundle");
  expect(item.verdict.kind).toBe("complete");
  expect(item.address.url).toBe(inBrowser.pages.addressOf("/quiet-post.html?id=7&from=feed#top"));
  expect(item.address.canonicalUrl).toBe(inBrowser.pages.addressOf("/quiet-post.html?id=7"));
  expect(item.address.title).toBe("安靜的貼文");
  expect(item.fields.posterName.value).toBe("測試帳號甲");
  expect(item.fields.posterName.candidates[0]?.method).toBe("json-ld");
  expect(item.fields.postedAt.value).toBe("2026-11-19T09:30:00+08:00");
  expect(item.isMasked).toBe(false);
});

test("our own check finds nothing, and the seal is the one on the screen", () => {
  expect(bundle.verification.findings).toEqual([]);
  expect(bundle.verification.isSound).toBe(true);
  expect(bundle.seal).toBe(bundle.verification.seal);
});

test.each([
  "sha256sum -c --quiet --strict manifest-sha256.txt",
  "sha256sum -c --quiet --strict tagmanifest-sha256.txt",
  "hashdeep -r -l -c sha256 -a -v -k hashdeep-known.txt data",
])("%s is content", (command) => {
  expect(judge(bundle.folder, command)).toMatchObject({ isContent: true });
});

test.each(["7z t", "unzip -t"])("%s accepts the archive", (command) => {
  expect(judge(bundle.folder, `${command} '${bundle.zip}'`)).toMatchObject({ isContent: true });
});

test("the seal is what sha256sum says of the tag manifest", () => {
  expect(judge(bundle.folder, "sha256sum tagmanifest-sha256.txt").said.split(" ")[0]).toBe(bundle.seal);
});

test("a byte changed on the disk is found by the strangers too", () => {
  const change = "printf x >> data/captures/c0001/capture.json";
  expect(judge(bundle.folder, change).isContent).toBe(true);
  expect(judge(bundle.folder, "sha256sum -c --quiet --strict manifest-sha256.txt").isContent).toBe(false);
});
