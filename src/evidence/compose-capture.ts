/** Draws the strips of a capture from its stored frames. It may be run at any time, again and again, by anyone. */
import { canonicalJson } from "../base/canonical-json.ts";
import { sha256Hex } from "../base/digest.ts";
import { type ComposedTile, composeTile, type ReadFrame } from "../capture/compose-tile.ts";
import type { CookedSurface } from "../capture/make-proof.ts";
import { isAtBottom, isAtRight } from "../capture/row-aim.ts";
import { planTiles, type TilePlan } from "../capture/plan-tiles.ts";
import { writePng } from "../capture/png/write-png.ts";
import { type Raster, rowsOf } from "../capture/raster.ts";
import { cookSurfaces } from "./cook-surfaces.ts";
import { frameReader } from "./frame-reader.ts";
import type { EvidenceStore, JournalFrame, JournalTile } from "./evidence-store.ts";

export interface Composing {
  store: EvidenceStore;
  captureId: string;
  /** No further frame will come. Until then only strips that a further frame would not change are drawn. */
  isEnded: boolean;
}

/**
 * What is drawn already stays. Every strip is stored as soon as it is drawn, so an end in the middle costs one strip.
 * @throws Failure `picture-unreadable` when a frame is no picture of ours, `storage-full`, `storage-failed`
 */
export async function composeCapture({ store, captureId, isEnded }: Composing): Promise<void> {
  const frames = await store.readFrames(captureId);
  const made = new Set((await store.readTiles(captureId)).map(({ planSha256 }) => planSha256));
  const readFrame = frameReader(async (sequence) => {
    const stored = frames.find(({ frame }) => frame.sequence === sequence);
    return stored ? new Uint8Array(await stored.png.arrayBuffer()) : null;
  });
  const isOver = isEnded || isProbablyLast(frames);
  let spare: Raster | null = null;
  for (const surface of cookSurfaces(frames.map(({ frame }) => frame))) {
    for (const plan of planTiles(surface)) {
      if (!isOver && !isSettled(surface, plan)) continue;
      const planSha256 = await planDigest(plan, frames);
      if (made.has(planSha256)) continue;
      const composed = await composeTile(plan, readFrame, spare);
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

/** The walk over the document goes down: what lies wholly above its last frame is done. */
function isSettled({ kind, frames }: CookedSurface, { y, height, missing }: TilePlan): boolean {
  const last = frames.at(-1);
  return kind === "document" && missing.length === 0 && last !== undefined && y + height <= last.y;
}

/**
 * At the last corner of a page that never grew. Should it grow yet, the last strip is drawn once more; where it does
 * not, it is drawn while the bottom is still being watched.
 */
function isProbablyLast(frames: readonly JournalFrame[]): boolean {
  const walked = frames.filter(({ frame }) => frame.surface === 0);
  const [first, last] = [walked[0]?.frame.census, walked.at(-1)?.frame.census];
  if (!first || !last || walked.length < frames.length) return false;
  return last.documentHeight <= first.documentHeight && isAtBottom(last) && isAtRight(last);
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
