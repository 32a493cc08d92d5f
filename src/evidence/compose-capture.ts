/** Draws the strips of a capture from its stored frames. It may be run at any time, again and again, by anyone. */
import { canonicalJson } from "../base/canonical-json.ts";
import { sha256Hex } from "../base/digest.ts";
import { type ComposedTile, composeTile, type ReadFrame } from "../capture/compose-tile.ts";
import type { CookedSurface } from "../capture/make-proof.ts";
import type { Frame } from "../capture/frame.ts";
import { planTiles, type TilePlan } from "../capture/plan-tiles.ts";
import { writePng } from "../capture/png/write-png.ts";
import { type Raster, rowsOf } from "../capture/raster.ts";
import { cookSurfaces } from "./cook-surfaces.ts";
import { frameReader } from "./frame-reader.ts";
import { isProbablyLast } from "./probably-last.ts";
import type { EvidenceStore, JournalFrame, JournalTile } from "./evidence-store.ts";

export interface Composing {
  store: EvidenceStore;
  captureId: string;
  /** No further frame will come. Until then only strips that a further frame would not change are drawn. */
  isEnded: boolean;
  /** Until then: milliseconds since the last frame came. After a while at an end it is taken for the last. */
  quietMs?: number;
  /** Whether it was not the last after all. */
  hasNewFrame?(): boolean;
}

/**
 * What is drawn already stays. Every strip is stored as soon as it is drawn, so an end in the middle costs one strip.
 * @throws Failure `picture-unreadable` when a frame is no picture of ours, `storage-full`, `storage-failed`
 */
export async function composeCapture({
  store,
  captureId,
  isEnded,
  quietMs = 0,
  hasNewFrame = () => false,
}: Composing): Promise<void> {
  const frames = await store.readFrames(captureId);
  const made = new Set((await store.readTiles(captureId)).map(({ planSha256 }) => planSha256));
  const readFrame = frameReader(async (sequence) => {
    const stored = frames.find(({ frame }) => frame.sequence === sequence);
    return stored ? new Uint8Array(await stored.png.arrayBuffer()) : null;
  });
  const taken = frames.map(({ frame }) => frame);
  const isProbablyOver = !isEnded && isProbablyLast(taken, quietMs);
  let spare: Raster | null = null;
  for (const surface of cookSurfaces(taken)) {
    for (const plan of planTiles(surface)) {
      if (isProbablyOver && hasNewFrame()) return;
      if (!isEnded && !isProbablyOver && !isSettled(surface, plan, taken.at(-1))) continue;
      const planSha256 = await planDigest(plan, frames);
      if (made.has(planSha256)) continue;
      const composed = await composeTile(plan, readFrame, { spare });
      spare = composed.raster;
      await store.writeTile(await tileOf(plan, composed, { captureId, planSha256 }));
    }
  }
}

/** A digest of everything a strip is made of: whether one that is stored is still right is known without drawing it. */
export function planDigest(plan: TilePlan, frames: readonly Pick<JournalFrame, "frame">[]): Promise<string> {
  const used = new Set(
    [...plan.draws, ...plan.comparisons.map(({ second }) => ({ sequence: second }))].map(
      ({ sequence }) => sequence,
    ),
  );
  const digests = frames.filter(({ frame }) => used.has(frame.sequence)).map(({ frame }) => frame.sha256);
  return sha256Hex(canonicalJson({ plan, digests }));
}

/** One surface is walked over after the other. Where the walk goes down, what lies wholly above its last frame is done. */
function isSettled(
  { number, kind, frames }: CookedSurface,
  { y, height, missing }: TilePlan,
  newest: Frame | undefined,
): boolean {
  if (newest && number < newest.surface) return true;
  const last = frames.at(-1);
  const goesDown = kind === "document" || newest?.pane?.heading === "down";
  return goesDown && missing.length === 0 && last !== undefined && y + height <= last.y;
}

type TileNames = Pick<JournalTile, "captureId" | "planSha256">;

/** Anyone with the plan and the frames draws the same strip. */
export async function drawTile(plan: TilePlan, readFrame: ReadFrame, named: TileNames): Promise<JournalTile> {
  return tileOf(plan, await composeTile(plan, readFrame), named);
}

async function tileOf(
  plan: TilePlan,
  { raster, pairs }: ComposedTile,
  named: TileNames,
): Promise<JournalTile> {
  const { surface, y, width, height } = plan;
  const png = await writePng({ width, height, rows: rowsOf(raster) });
  return {
    ...named,
    surface,
    y,
    width,
    height,
    sha256: await sha256Hex(png),
    sizeBytes: png.size,
    pairs,
    png,
  };
}
