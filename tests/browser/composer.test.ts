/** The page that draws strips may be closed at any moment, or never open: the picture is whole all the same. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepPage } from "../../commands/browser/keep-page.ts";
import { pictureOf, proofOf } from "../../src/evidence/evidence-item.ts";
import { type BrowserChoices, type InBrowser, startInBrowser } from "./in-browser.ts";
import { decodeRows, numberedRowsPage, rowCount, rowHeight } from "./numbered-rows.ts";
import { type OpenedItem, packAndOpen } from "./opened-bundle.ts";
import { joinTiles } from "./read-pixels.ts";
import { withoutThread } from "./spoil-build.ts";

const composerPath = "extension/offscreen/composer.html";

let inBrowser: InBrowser;

beforeAll(() => start());
afterAll(() => inBrowser.stop());

async function start(choices?: BrowserChoices): Promise<void> {
  inBrowser = await startInBrowser(choices);
  inBrowser.pages.put("/rows", numberedRowsPage());
}

/** Calls `onOpen` with the target of every composer that opens. */
async function watchComposers(onOpen: (targetId: string) => void): Promise<() => Promise<void>> {
  const session = await inBrowser.keepleaf.browser.target().createCDPSession();
  session.on("Target.targetInfoChanged", ({ targetInfo }) => {
    if (targetInfo.url.endsWith(composerPath)) onOpen(targetInfo.targetId);
  });
  await session.send("Target.setDiscoverTargets", { discover: true, filter: [{}] });
  return () => session.detach();
}

async function keepRows(): Promise<OpenedItem> {
  const page = await inBrowser.open("/rows");
  expect(await keepPage(inBrowser.keepleaf, page, "adult")).toMatchObject({ kind: "kept" });
  await page.close();
  return (await packAndOpen(inBrowser)).items.at(-1) ?? expect.fail("no item in the bundle");
}

function expectWhole({ item, tiles }: OpenedItem): void {
  expect(item.verdict).toMatchObject({ kind: "complete" });
  expect(proofOf(item)?.continuity.state).toBe("holds");
  expect(pictureOf(item)?.surfaces[0]?.tiles.length).toBe(tiles.length);
  const numbers = decodeRows(joinTiles(tiles), 0, 1);
  expect(numbers).toEqual(Array.from({ length: rowCount }, (_, number) => ({ number, height: rowHeight })));
}

test("with the page that draws left alone, the strips show every row once", async () => {
  const opened: string[] = [];
  const stop = await watchComposers((targetId) => opened.push(targetId));
  expectWhole(await keepRows());
  expect(opened.length).toBeGreaterThan(0);
  await stop();
});

test("with the page that draws closed whenever it opens, the strips show every row once", async () => {
  const closed = new Set<string>();
  const session = await inBrowser.keepleaf.browser.target().createCDPSession();
  const stop = await watchComposers((targetId) => {
    if (closed.has(targetId)) return;
    closed.add(targetId);
    void session.send("Target.closeTarget", { targetId }).catch(() => undefined);
  });
  expectWhole(await keepRows());
  expect(closed.size).toBeGreaterThan(0);
  await stop();
});

test("with a thread that breaks as it begins, the strips show every row once", async () => {
  await inBrowser.stop();
  await start({ spoil: withoutThread });
  expectWhole(await keepRows());
});
