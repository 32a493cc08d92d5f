/** Strips are drawn while frames come and after; whatever is cut off, the end is the same. */
import { expect, it } from "vitest";
import type { Frame } from "../../../src/capture/frame.ts";
import { writePng } from "../../../src/capture/png/write-png.ts";
import { readPng } from "../../../src/capture/png/read-png.ts";
import { composeCapture } from "../../../src/evidence/compose-capture.ts";
import { cookSurfaces } from "../../../src/evidence/cook-surfaces.ts";
import type { JournalTile } from "../../../src/evidence/evidence-store.ts";
import { matchedTiles } from "../../../src/evidence/matched-tiles.ts";
import { MemoryStore } from "../../fakes/memory-store.ts";
import { captureId, journal, journalFrame } from "../../store/store-samples.ts";

const size = { width: 8, height: 900 };
const step = 860;

/** Every row has the colour of its place in the page. */
async function frameAt(sequence: number): Promise<{ captureId: string; frame: Frame; png: Blob }> {
  const top = sequence * step;
  const rows = Array.from({ length: size.height }, (_, y) =>
    new Uint8Array(size.width * 3).fill((top + y) % 253),
  );
  const { frame } = journalFrame(sequence, "");
  const census = {
    ...frame.census,
    scrollY: top,
    documentWidth: size.width,
    documentHeight: 20 * step + size.height,
    clientWidth: size.width,
    clientHeight: size.height,
  };
  const sha256 = String(sequence).padStart(64, "0");
  return { captureId, frame: { ...frame, ...size, sha256, census }, png: await writePng({ ...size, rows }) };
}

async function storeWith(count: number, store = new MemoryStore()): Promise<MemoryStore> {
  await store.openCapture(journal);
  for (let sequence = 0; sequence < count; sequence += 1)
    await store.writeFrame(await frameAt(sequence), journal);
  return store;
}

async function matched(store: MemoryStore) {
  const frames = await store.readFrames(captureId);
  const surfaces = cookSurfaces(frames.map(({ frame }) => frame));
  return matchedTiles(surfaces, { frames, tiles: await store.readTiles(captureId) });
}

it("what is drawn while frames still come is right in the end, and is not drawn again", async () => {
  const store = new MemoryStore();
  await store.openCapture(journal);
  const early: JournalTile[] = [];
  for (let sequence = 0; sequence <= 20; sequence += 1) {
    await store.writeFrame(await frameAt(sequence), journal);
    await composeCapture({ store, captureId, isEnded: false });
    if (sequence === 19) early.push(...(await store.readTiles(captureId)));
  }
  expect(early.length).toBeGreaterThan(2);
  await composeCapture({ store, captureId, isEnded: true });
  const tiles = (await matched(store)) ?? expect.fail("a strip is missing");
  expect(tiles.slice(0, early.length).map(({ tile }) => tile.png)).toEqual(early.map(({ png }) => png));
  expect(tiles.every(({ tile }) => tile.pairs.every(({ rows, equalRows }) => rows === equalRows))).toBe(true);
});

it("at the bottom of a page that never grew all is drawn before anybody says that it has ended", async () => {
  const store = await storeWith(21);
  await composeCapture({ store, captureId, isEnded: false });
  expect(await matched(store)).not.toBeNull();
});

it("a page that grew after its bottom was seen is drawn as it became", async () => {
  const store = await storeWith(21);
  await composeCapture({ store, captureId, isEnded: false });
  for (let sequence = 21; sequence <= 23; sequence += 1) {
    const { frame, ...rest } = await frameAt(sequence);
    const census = { ...frame.census, documentHeight: 23 * step + size.height };
    await store.writeFrame({ ...rest, frame: { ...frame, census } }, journal);
    await composeCapture({ store, captureId, isEnded: false });
  }
  expect(await matched(store)).toBeNull();
  await composeCapture({ store, captureId, isEnded: true });
  const tiles = (await matched(store)) ?? expect.fail("a strip is missing");
  expect(tiles.reduce((sum, { tile }) => sum + tile.height, 0)).toBe(23 * step + size.height);
});

it("every row of the strips is the page's row", async () => {
  const store = await storeWith(21);
  await composeCapture({ store, captureId, isEnded: true });
  for (const { tile } of (await matched(store)) ?? expect.fail("a strip is missing")) {
    const { pixels } = await readPng(new Uint8Array(await tile.png.arrayBuffer()));
    for (let y = 0; y < tile.height; y += 1) expect(pixels[y * size.width * 3]).toBe((tile.y + y) % 253);
  }
});

it("ends the same after being cut off at any strip", async () => {
  class FailingStore extends MemoryStore {
    left = 0;
    override async writeTile(tile: JournalTile): Promise<void> {
      if (this.left === 0) throw new Error("the worker is gone");
      this.left -= 1;
      await super.writeTile(tile);
    }
  }
  const whole = await storeWith(12);
  await composeCapture({ store: whole, captureId, isEnded: true });
  const expected = (await matched(whole))?.map(({ file }) => file);
  const store = new FailingStore();
  await storeWith(12, store);
  for (let isDone = false; !isDone; ) {
    store.left = 1;
    isDone = await composeCapture({ store, captureId, isEnded: true }).then(
      () => true,
      () => false,
    );
  }
  expect((await matched(store))?.map(({ file }) => file)).toEqual(expected);
});

it("a strip drawn for other frames is drawn anew, and until then the picture has none", async () => {
  const store = await storeWith(6);
  await composeCapture({ store, captureId, isEnded: true });
  const another = await frameAt(2);
  await store.writeFrame({ ...another, frame: { ...another.frame, sha256: "f".repeat(64) } }, journal);
  expect(await matched(store)).toBeNull();
  await composeCapture({ store, captureId, isEnded: true });
  expect(await matched(store)).not.toBeNull();
});

it("a frame that is no picture is a named failure, and nothing is lost", async () => {
  const store = await storeWith(2);
  await store.writeFrame({ ...(await frameAt(1)), png: new Blob(["no picture"]) }, journal);
  await expect(composeCapture({ store, captureId, isEnded: true })).rejects.toMatchObject({
    code: "picture-unreadable",
  });
  expect(await store.readFrames(captureId)).toHaveLength(2);
});
