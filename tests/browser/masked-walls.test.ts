/** Each of the two walls of the mask alone: with the other taken out of the build, still no picture is kept. */
import { afterEach, expect, test } from "vitest";
import { keepPage } from "../../commands/browser/keep-page.ts";
import { corpusPages, markerFiles } from "../pages/masking/corpus.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { markerLikePixels } from "./marker-search.ts";
import { type OpenedItem, packAndOpen } from "./opened-bundle.ts";
import { withoutCheckOfShots, withoutSheet } from "./spoil-build.ts";

let inBrowser: InBrowser;

afterEach(() => inBrowser.stop());

async function startWithout(spoil: (folder: string) => void): Promise<void> {
  inBrowser = await startInBrowser({ spoil });
  for (const [path, bytes] of markerFiles()) inBrowser.pages.put(path, bytes);
}

/** All of these pages in one record, which is packed once. */
async function kept(paths: readonly string[]): Promise<OpenedItem[]> {
  for (const path of paths) {
    const page = await inBrowser.open(path);
    expect(await keepPage(inBrowser.keepleaf, page, "unknown")).toMatchObject({ kind: "kept" });
    await page.close();
  }
  const { items } = await packAndOpen(inBrowser);
  expect(items.length).toBe(paths.length);
  return items;
}

const plain =
  "<!doctype html><meta charset=utf-8><title>t</title><body style='font:16px sans-serif'><p>字字字</p>";
const pictures = {
  "a flat picture": `${plain}<img src="/marker/v0.png" width="300" height="200">`,
  "a photograph": `${plain}<canvas id="c" width="300" height="200"></canvas><script>
    const b = c.getContext("2d"); for (let i = 0; i < 9000; i += 1) { b.fillStyle = "hsl(" + (i * 47) % 360 + " 60% " + (30 + (i * 13) % 50) + "%)"; b.fillRect((i * 7) % 300, (i * 11) % 200, 9, 9); }</script>`,
  "a gradient on a box": `${plain}<div style="height:300px;background:linear-gradient(90deg,#c3a,#3ac)"></div>`,
  "a picture under words": `${plain}<div style="width:400px;height:300px;background:url(/marker/v0.png)"><p>字字字</p></div>`,
};

test("without the sheet every picture is seen in the shot: nothing but text and facts is kept", async () => {
  await startWithout(withoutSheet);
  const all = Object.entries(pictures);
  for (const [index, [, html]] of all.entries()) inBrowser.pages.put(`/wall-${index}`, html);
  inBrowser.pages.put(
    "/words",
    `${plain}<div style="background:#235;color:#fff;padding:20px">字<input value="字"><button>鈕</button></div><p>😀</p>`,
  );
  const items = await kept([...all.map((_, index) => `/wall-${index}`), "/words"]);
  for (const [index, [what]] of all.entries()) {
    const { item, frames, read } = items[index] ?? expect.fail(what);
    expect([what, frames.length, item.verdict.kind]).toEqual([what, 0, "facts-only"]);
    expect(item.verdict.notes).toContainEqual({ code: "mask-failed" });
    expect(read("text.txt")).toContain("字字字");
  }
  // A page of words, boxes and controls is kept with its frames: the wall is none for everything.
  expect(items.at(-1)?.frames.length).toBe(1);
});

test("without the check of shots the sheet alone keeps every marker out", async () => {
  await startWithout(withoutCheckOfShots);
  const pages = corpusPages(24).slice(0, 3);
  for (const { path, text, type } of pages) inBrowser.pages.put(path, text, type);
  for (const { frames } of await kept(pages.map(({ path }) => path))) {
    expect(frames.length).toBeGreaterThan(0);
    expect(frames.map(markerLikePixels)).toEqual(frames.map(() => 0));
  }
});
