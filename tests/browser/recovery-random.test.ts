/**
 * Kills at moments nobody chose: worker, drawing page, popup, tab and browser. Afterwards every capture is kept or
 * partial with its reason, nothing is left running, and every frame that was stored is in its item with its digest.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginKeeping } from "../../commands/browser/keep-page.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { killOffscreen, killPopup, killWorker } from "./kill.ts";
import { numberedRowsPage } from "./numbered-rows.ts";
import { type Seeded, seeded } from "./seeded.ts";
import { areContiguous, capturesIn, itemsIn, openObserver } from "./stored-state.ts";

/** A handful always; two hundred in the long run. */
const seeds = process.env["SLOW"] ? Array.from({ length: 200 }, (_, index) => index + 1) : [1, 3];
const longestRunMs = 60_000;

let inBrowser: InBrowser;
let observer: Page;
const profileFolder = mkdtempSync(join(tmpdir(), "keepleaf-profile-"));

beforeAll(async () => {
  inBrowser = await startInBrowser({ profileFolder });
  inBrowser.pages.put("/rows", numberedRowsPage());
  inBrowser.pages.put("/other", "<!doctype html><title>別的頁</title><p>別的頁");
  observer = await openObserver(inBrowser);
});
afterAll(async () => {
  await inBrowser.stop();
  rmSync(profileFolder, { recursive: true, force: true });
});

const victims = ["worker", "popup", "offscreen", "reload", "away", "close", "browser"] as const;
type Victim = (typeof victims)[number];

async function kill(victim: Victim, page: Page): Promise<void> {
  switch (victim) {
    case "worker":
      await killWorker(inBrowser);
      return;
    case "popup":
      await killPopup(inBrowser);
      return;
    case "offscreen":
      await killOffscreen(inBrowser);
      return;
    case "reload":
      await page.reload();
      return;
    case "away":
      await page.goto(inBrowser.pages.addressOf("/other").replace("localhost", "127.0.0.1"));
      return;
    case "close":
      await page.close();
      return;
    case "browser":
      await inBrowser.restart();
      observer = await openObserver(inBrowser);
  }
}

/** Somewhere in the page, or while everything is put together. */
async function someMoment(random: Seeded, page: Page, known: number): Promise<void> {
  if (random.below(4) === 0) {
    await killPopup(inBrowser);
    await observer.evaluate(captureIs, "keeping", known);
    return;
  }
  if (random.below(2) === 0) await killPopup(inBrowser);
  // Near its end a quick capture has scrolled back before anybody looks: its end is a moment as well.
  const farEnough = page.waitForFunction((least) => scrollY >= least, { polling: 10 }, random.below(7_000));
  const isOver = observer.evaluate(captureIs, "keeping", known);
  await Promise.race([farEnough.catch(() => isOver), isOver.catch(() => farEnough)]);
}

async function runOnce(seed: number): Promise<void> {
  const random = seeded(seed);
  const victim = victims[seed % victims.length] ?? "worker";
  const known = (await itemsIn(observer)).length;
  const page = await inBrowser.open("/rows");
  await beginKeeping(inBrowser.keepleaf, page, "adult");
  // A popup closed before its press was heard has begun nothing.
  await observer.evaluate(captureIs, "capturing", known);
  await someMoment(random, page, known);
  const before = (await capturesIn(observer)).at(-1)?.frames ?? 0;
  await kill(victim, page);
  expect([seed, victim, before, await observer.evaluate(nothingRuns)]).toEqual([seed, victim, before, []]);
  const items = await itemsIn(observer);
  const item = items.at(-1) ?? expect.fail(`seed ${seed}: nothing was kept`);
  expect([seed, victim, items.length], "one item, neither lost nor twice").toEqual([seed, victim, known + 1]);
  expect([seed, item.isReadBack, item.damaged], "read back and whole").toEqual([seed, true, []]);
  expect(areContiguous(item.sequences), `seed ${seed}: no frame is missing`).toBe(true);
  expect(item.sequences.length, `seed ${seed}: no stored frame is lost`).toBeGreaterThanOrEqual(before);
  expect(item.verdict, `seed ${seed}`).toMatch(/^(complete|complete-with-notes|partial)$/);
  await page.close().catch(() => undefined);
}

test.each(seeds)("kill %d", (seed) => runOnce(seed), longestRunMs);

/** Runs in the observer: resolves once a capture is in this state, or one item more is there than was known. */
async function captureIs(wanted: string, known: number): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open("keepleaf");
    opening.onsuccess = () => resolve(opening.result);
  });
  for (let isSo = false; !isSo; ) {
    const reading = database.transaction(["captures", "items"]);
    const captures = reading.objectStore("captures").getAll();
    const items = reading.objectStore("items").count();
    await new Promise((resolve) => {
      reading.oncomplete = resolve;
    });
    isSo = items.result > known || captures.result.some(({ state }) => state === wanted);
  }
  database.close();
}

/** Runs in the observer: resolves once every capture has ended and every item was read back, as a person who waits. */
async function nothingRuns(): Promise<string[]> {
  const { runtime } = Reflect.get(globalThis, "chrome");
  const begun = performance.now();
  for (;;) {
    await runtime.sendMessage({ keepleaf: 1, kind: "capture.recover", request: null }).catch(() => null);
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open("keepleaf");
      opening.onsuccess = () => resolve(opening.result);
    });
    const all = <T>(name: string) =>
      new Promise<T[]>((resolve) => {
        const reading = database.transaction(name).objectStore(name).getAll();
        reading.onsuccess = () => resolve(reading.result as T[]);
      });
    const captures = await all<{ state: string; refusedBecause: string | null }>("captures");
    const running = captures.filter(({ state }) => state !== "kept");
    if (performance.now() - begun > 25_000)
      return running.map(({ state, refusedBecause }) => `${state} ${refusedBecause}`);
    const unread = (await all<{ readBackAt: unknown }>("items")).filter(
      ({ readBackAt }) => readBackAt === null,
    );
    database.close();
    if (running.length === 0 && unread.length === 0) return [];
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
