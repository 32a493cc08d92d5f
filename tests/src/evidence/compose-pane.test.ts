/** Strips of inner scrollers: drawn while their end is still being watched, and right whatever comes after it. */
import { beforeAll, expect, it } from "vitest";
import type { PaneFrame } from "../../../src/capture/pane/follow-pane.ts";
import { writePng } from "../../../src/capture/png/write-png.ts";
import { composeCapture } from "../../../src/evidence/compose-capture.ts";
import { cookSurfaces } from "../../../src/evidence/cook-surfaces.ts";
import { matchedTiles } from "../../../src/evidence/matched-tiles.ts";
import { utcAfter } from "../../../src/base/clock.ts";
import { MemoryStore } from "../../fakes/memory-store.ts";
import { at, captureId, journal, journalFrame } from "../../store/store-samples.ts";
import { walkOver } from "../capture/pane/paper-walk.ts";

const rows = Array.from({ length: 90 }, (_, index) => ({ text: `message ${index}`, height: 120 }));
let png: Blob;
let upwards: PaneFrame[];
let downwards: PaneFrame[];

beforeAll(async () => {
  const grey = new Uint8Array(1_000 * 3).fill(0x90);
  png = await writePng({ width: 1_000, height: 800, rows: Array.from({ length: 800 }, () => grey) });
  upwards = (await walkOver(rows, { window: 683 })).frames;
  downwards = (await walkOver(rows, { window: 683, opensAt: "top" })).frames;
});

/** Frames half a second apart, but for those that are said to have come later. */
async function storeWith(frames: readonly PaneFrame[], later: ReadonlyMap<number, number> = new Map()) {
  const store = new MemoryStore();
  await store.openCapture(journal);
  let ms = 0;
  for (const [index, frame] of frames.entries()) {
    ms += later.get(index) ?? 500;
    await store.writeFrame(
      { captureId, frame: { ...frame, takenAtUtc: utcAfter(at.utc, ms) }, png },
      journal,
    );
  }
  return store;
}

async function matched(store: MemoryStore) {
  const frames = await store.readFrames(captureId);
  const surfaces = cookSurfaces(frames.map(({ frame }) => frame));
  return matchedTiles(surfaces, { frames, tiles: await store.readTiles(captureId) });
}

it("a conversation is drawn once nothing came at its beginning for longer than two frames are apart", async () => {
  const store = await storeWith(upwards);
  await composeCapture({ store, captureId, isEnded: false, quietMs: 500 });
  expect(await store.readTiles(captureId)).toEqual([]);
  await composeCapture({ store, captureId, isEnded: false, quietMs: 700 });
  expect(await matched(store)).not.toBeNull();
});

it("in the middle of a conversation no lull is long enough", async () => {
  const store = await storeWith(upwards.slice(0, -2));
  await composeCapture({ store, captureId, isEnded: false, quietMs: 10_000 });
  expect(await store.readTiles(captureId)).toEqual([]);
});

it("where older messages came after a wait before, a longer one is needed", async () => {
  const [first, ...others] = upwards;
  const atBeginning = others.at(-1);
  if (!first || !atBeginning) expect.fail("the walk took no frames");
  const { pane } = atBeginning;
  // The third frame stood at the beginning of what was there by then; older ones came 1.5 s later.
  const early = others.map((frame, index) =>
    index === 1 ? { ...frame, pane: { ...frame.pane, scrollY: pane.scrollY, originY: pane.originY } } : frame,
  );
  const store = await storeWith([first, ...early], new Map([[3, 1_500]]));
  await composeCapture({ store, captureId, isEnded: false, quietMs: 1_900 });
  expect(await store.readTiles(captureId)).toEqual([]);
  await composeCapture({ store, captureId, isEnded: false, quietMs: 2_000 });
  expect(await matched(store)).not.toBeNull();
});

it("drawing stops when another frame comes after all, and all is right in the end", async () => {
  const store = await storeWith(upwards);
  let looks = 0;
  const hasNewFrame = () => {
    looks += 1;
    return looks > 1;
  };
  await composeCapture({ store, captureId, isEnded: false, quietMs: 700, hasNewFrame });
  expect(await store.readTiles(captureId)).toHaveLength(1);
  await composeCapture({ store, captureId, isEnded: true });
  expect(await matched(store)).not.toBeNull();
});

it("a list that is read from its top down is drawn while it is read", async () => {
  const store = await storeWith(downwards.slice(0, -3));
  await composeCapture({ store, captureId, isEnded: false });
  const early = await store.readTiles(captureId);
  expect(early.length).toBeGreaterThan(0);
  for (const [index, frame] of downwards.slice(-3).entries()) {
    const takenAtUtc = utcAfter(at.utc, 60_000 + index);
    await store.writeFrame({ captureId, frame: { ...frame, takenAtUtc }, png }, journal);
  }
  await composeCapture({ store, captureId, isEnded: true });
  const tiles = (await matched(store)) ?? expect.fail("a strip is missing");
  expect(tiles.slice(0, early.length).map(({ tile }) => tile.png)).toEqual(early.map((tile) => tile.png));
});

it("the document is drawn to its end while an inner scroller is read", async () => {
  const store = new MemoryStore();
  await store.openCapture(journal);
  const { frame } = journalFrame(0, "");
  const size = { width: 1_000, height: 800 };
  const census = {
    ...frame.census,
    documentWidth: 1_000,
    documentHeight: 800,
    clientWidth: 1_000,
    clientHeight: 800,
  };
  await store.writeFrame({ captureId, frame: { ...frame, ...size, census }, png }, journal);
  const [first] = upwards;
  if (!first) expect.fail("the walk took no frames");
  await store.writeFrame({ captureId, frame: { ...first, sequence: 1 }, png }, journal);
  await composeCapture({ store, captureId, isEnded: false });
  expect((await store.readTiles(captureId)).map(({ surface }) => surface)).toEqual([0]);
});
