/** What the store says of a run afterwards: when each frame was taken, when all was read back, what the strips show. */
import type { Page } from "puppeteer-core";
import type { StoredItem } from "../../src/evidence/evidence-store.ts";
import { pictureOf } from "../../src/evidence/evidence-item.ts";
import type { KeepleafBrowser } from "../browser/launch-browser.ts";
import { openLibrary } from "../browser/pack-case.ts";
import { bits, cellWidth, rowHeight } from "./bench-page.ts";

export interface KeptRun {
  frames: number;
  verdict: string;
  /** From the last frame to the word that all was read back. */
  savingMs: number;
  /** Frames a second in the first five seconds after the click, and after them; null where there were none. */
  fastLane: number | null;
  slowLane: number | null;
  /** Rows in order from the first on, each of its height, as the strips show them. */
  rowsInOrder: number;
}

const fastLaneMs = 5_000;

/** The newest item. The clicks and the waiting are over, so that reading lends nothing a gesture. */
export async function readRun(keepleaf: KeepleafBrowser, clickedAtMs: number): Promise<KeptRun> {
  const library = await openLibrary(keepleaf);
  try {
    const { item, readBackAt } = await library.evaluate(newestItem);
    const taken = (pictureOf(item)?.frames ?? []).map(({ takenAtUtc }) => Date.parse(takenAtUtc));
    const inFast = taken.filter((ms) => ms - clickedAtMs <= fastLaneMs);
    const last = Math.max(...taken);
    const files = pictureOf(item)?.surfaces[0]?.tiles.map(({ file }) => file) ?? [];
    return {
      frames: taken.length,
      verdict: item.verdict.kind,
      savingMs: Date.parse(readBackAt?.utc ?? "") - last,
      fastLane: perSecond(inFast.length, Math.min(last, clickedAtMs + fastLaneMs) - clickedAtMs),
      slowLane: perSecond(taken.length - inFast.length, last - clickedAtMs - fastLaneMs),
      rowsInOrder: await rowsInOrder(library, item.id, files),
    };
  } finally {
    await library.close();
  }
}

/** How many messages the newest item's first transcript has, and how many gaps. */
export async function readTranscript(keepleaf: KeepleafBrowser): Promise<{ rows: number; gaps: number }> {
  const library = await openLibrary(keepleaf);
  try {
    const { item } = await library.evaluate(newestItem);
    const text = await library.evaluate(readText, item.id, "transcript-1.json");
    const { rows, gaps } = JSON.parse(text) as { rows: unknown[]; gaps: unknown[] };
    return { rows: rows.length, gaps: gaps.length };
  } finally {
    await library.close();
  }
}

function perSecond(frames: number, ms: number): number | null {
  return frames > 0 && ms > 0 ? (frames / ms) * 1_000 : null;
}

async function rowsInOrder(library: Page, itemId: string, files: readonly string[]): Promise<number> {
  const numbers: number[] = [];
  for (const file of files)
    numbers.push(...(await library.evaluate(decodeStrip, itemId, file, { bits, cellWidth })));
  let rows = 0;
  for (let at = 0; at + rowHeight <= numbers.length; at += rowHeight) {
    if (numbers.slice(at, at + rowHeight).some((number) => number !== rows)) break;
    rows += 1;
  }
  return rows;
}

/** Runs in the library. */
async function newestItem(): Promise<StoredItem> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open("keepleaf");
    opening.onsuccess = () => resolve(opening.result);
  });
  const all = await new Promise<StoredItem[]>((resolve) => {
    const reading = database.transaction("items").objectStore("items").getAll();
    reading.onsuccess = () => resolve(reading.result);
  });
  database.close();
  const sorted = all.sort((one, other) => (one.item.startedAt.utc < other.item.startedAt.utc ? 1 : -1));
  if (!sorted[0]) throw new Error("nothing was kept");
  return sorted[0];
}

/** Runs in the library. */
async function readText(itemId: string, file: string): Promise<string> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open("keepleaf");
    opening.onsuccess = () => resolve(opening.result);
  });
  const { blob } = await new Promise<{ blob: Blob }>((resolve) => {
    const reading = database.transaction("files").objectStore("files").get([itemId, file]);
    reading.onsuccess = () => resolve(reading.result);
  });
  database.close();
  return await blob.text();
}

/** Runs in the library: the number each row of pixels says, -1 where it says none. */
async function decodeStrip(
  itemId: string,
  file: string,
  cells: { bits: number; cellWidth: number },
): Promise<number[]> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open("keepleaf");
    opening.onsuccess = () => resolve(opening.result);
  });
  const { blob } = await new Promise<{ blob: Blob }>((resolve) => {
    const reading = database.transaction("files").objectStore("files").get([itemId, file]);
    reading.onsuccess = () => resolve(reading.result);
  });
  database.close();
  const bitmap = await createImageBitmap(blob);
  const width = (cells.bits + 1) * cells.cellWidth;
  const canvas = new OffscreenCanvas(width, bitmap.height);
  const context = canvas.getContext("2d");
  context?.drawImage(bitmap, 0, 0);
  const { data } = context?.getImageData(0, 0, width, bitmap.height) ?? { data: new Uint8ClampedArray() };
  return Array.from({ length: bitmap.height }, (_, y) => {
    let number = 0;
    let black = 0;
    for (let bit = 0; bit <= cells.bits; bit += 1) {
      const at = (y * width + Math.round((bit + 0.5) * cells.cellWidth)) * 4;
      if ((data[at] ?? 255) > 127) continue;
      black += 1;
      if (bit < cells.bits) number += 1 << bit;
    }
    return black % 2 === 1 ? number : -1;
  });
}
