/** What keeping is measured against: loops that scroll and shoot and keep nothing. And how fast our PNG code is. */
import type { Page } from "puppeteer-core";
import { readPng } from "../../src/capture/png/read-png.ts";
import { writePng } from "../../src/capture/png/write-png.ts";
import { rowsOf } from "../../src/capture/raster.ts";

/** Milliseconds of so many screens, at least `gapMs` apart. */
export async function timeShots(page: Page, screens: number, gapMs: number): Promise<number> {
  const startedAtMs = performance.now();
  for (let screen = 0; screen < screens; screen += 1) {
    const shotAtMs = performance.now();
    await page.evaluate(scrollToScreen, screen);
    await page.screenshot({ captureBeyondViewport: false });
    const leftMs = gapMs - (performance.now() - shotAtMs);
    if (leftMs > 0) await new Promise((resolve) => setTimeout(resolve, leftMs));
  }
  return performance.now() - startedAtMs;
}

/** Runs in the page. */
async function scrollToScreen(screen: number): Promise<void> {
  window.scrollTo({ top: screen * window.innerHeight, behavior: "instant" });
  for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Screens of this page, one below the other. */
export async function shotsOf(page: Page, screens: number): Promise<Uint8Array<ArrayBuffer>[]> {
  const shots: Uint8Array<ArrayBuffer>[] = [];
  for (let screen = 0; screen < screens; screen += 1) {
    await page.evaluate(scrollToScreen, screen);
    shots.push(new Uint8Array(await page.screenshot({ captureBeyondViewport: false })));
  }
  return shots;
}

/** Megapixels a second, read and written, of screens of this page. */
export async function pngSpeed(page: Page, screens: number): Promise<{ read: number; write: number }> {
  const shots = await shotsOf(page, screens);
  let [readMs, writeMs, pixels] = [0, 0, 0];
  for (const shot of shots) {
    const startedAtMs = performance.now();
    const raster = await readPng(shot);
    const readAtMs = performance.now();
    await writePng({ width: raster.width, height: raster.height, rows: rowsOf(raster) });
    writeMs += performance.now() - readAtMs;
    readMs += readAtMs - startedAtMs;
    pixels += raster.width * raster.height;
  }
  return { read: pixels / readMs / 1_000, write: pixels / writeMs / 1_000 };
}
