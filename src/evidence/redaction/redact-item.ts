/**
 * Makes a redacted item out of a kept one. What cannot be cut by place is left out whole: of the page's words, title,
 * copy and addresses nobody can say which lay under a box. The picture is drawn anew from the whole page, strip by
 * strip, so that what stood in front and in other frames does not come along. The kept item is only read.
 */
import { canonicalJson } from "../../base/canonical-json.ts";
import { sha256Hex } from "../../base/digest.ts";
import { Failure } from "../../base/failure.ts";
import type { Rectangle } from "../../base/rectangle.ts";
import { composeTile, type ReadFrame } from "../../capture/compose-tile.ts";
import type { CookedSurface } from "../../capture/make-proof.ts";
import { type CaptureNote, judge } from "../../capture/verdict.ts";
import type { Frame } from "../../capture/frame.ts";
import { planTiles, type TilePlan } from "../../capture/plan-tiles.ts";
import { writePng } from "../../capture/png/write-png.ts";
import { rowsOf } from "../../capture/raster.ts";
import { readFields } from "../../platforms/read-fields.ts";
import { drawTile, planDigest } from "../compose-capture.ts";
import { cookSurfaces } from "../cook-surfaces.ts";
import { drawPicture } from "../draw-picture.ts";
import { type EvidenceFile, frameFileName } from "../evidence-file.ts";
import { type EvidenceItem, pictureOf } from "../evidence-item.ts";
import type { JournalTile } from "../evidence-store.ts";
import { frameReader } from "../frame-reader.ts";
import type { MadeItem } from "../make-item.ts";
import { matchedTiles, type NamedTile } from "../matched-tiles.ts";
import { paintOver } from "./paint-over.ts";

export interface Redaction {
  item: EvidenceItem;
  readFile: (name: string) => Promise<Blob | null>;
  /** The one that is shown and kept; the others are left out. */
  surface: number;
  /** Device pixels of the surface. */
  boxes: readonly Rectangle[];
  newId: string;
}

interface Strip {
  frame: Frame;
  png: Blob;
}

/** @throws Failure `nothing-kept` when there is no such picture or no box, `picture-unreadable` for a damaged frame */
export async function redactItem(redaction: Redaction): Promise<MadeItem> {
  const { item, boxes, surface, newId } = redaction;
  if (boxes.length === 0) throw new Failure("nothing-kept", "no box to paint over");
  const strips = await drawStrips(redaction);
  const frames = strips.map(({ frame }) => frame);
  const surfaces = cookSurfaces(frames);
  const tiles = await tilesOf(strips, surfaces);
  const files = [...strips.map(fileOf), ...tiles.map(({ file }) => file)];
  const notes = remainingNotes(item);
  const drawn = await drawPicture({ frames, surfaces, tiles, files, notes, counts: [], ends: [] });
  const { url } = item.address;
  const made: MadeItem["item"] = {
    format: "keepleaf-item-2",
    id: newId,
    caseId: item.caseId,
    startedAt: item.startedAt,
    finishedAt: item.finishedAt,
    address: { ...item.address, canonicalUrl: null, title: "" },
    window: item.window,
    tool: item.tool,
    about: item.about,
    isMasked: item.isMasked,
    fields: readFields(null, { url, title: "" }),
    picture: drawn?.picture ?? null,
    proof: drawn?.proof ?? null,
    verdict: judge([...notes, ...(drawn?.notes ?? [])], frames.length),
    derivedFrom: {
      itemId: item.id,
      number: item.number,
      itemSha256: await sha256Hex(canonicalJson(item)),
      surface,
      boxes: [...boxes],
    },
    files,
  };
  const pngs = [...strips.map(({ png }) => png), ...tiles.map(({ tile }) => tile.png)];
  return { item: made, files: new Map(files.map(({ name }, at) => [name, pngs[at] ?? new Blob()])) };
}

/** How the capture ended goes along; what a note says in the page's words, and where, does not. */
function remainingNotes({ verdict }: EvidenceItem): CaptureNote[] {
  const codes = new Set(verdict.notes.map(({ code }) => code).filter((code) => !placedNotes.includes(code)));
  return Array.from(codes, (code) => ({ code }));
}

/** Of frames that the redacted item does not have; their places are drawn in its picture. */
const placedNotes: readonly CaptureNote["code"][] = ["unstable-frame", "occluded-patch", "covered-window"];

async function tilesOf(strips: readonly Strip[], surfaces: readonly CookedSurface[]): Promise<NamedTile[]> {
  const readFrame = frameReader(async (sequence) => {
    const png = strips.find(({ frame }) => frame.sequence === sequence)?.png;
    return png ? new Uint8Array(await png.arrayBuffer()) : null;
  });
  const tiles: JournalTile[] = [];
  for (const plan of surfaces.flatMap(planTiles)) {
    const named = { captureId: "", planSha256: await planDigest(plan, strips) };
    tiles.push(await drawTile(plan, readFrame, named));
  }
  return (await matchedTiles(surfaces, { frames: strips, tiles })) ?? [];
}

async function drawStrips(redaction: Redaction): Promise<Strip[]> {
  const picture = pictureOf(redaction.item);
  const cooked = cookSurfaces(picture?.frames ?? []).find(({ number }) => number === redaction.surface);
  const plans = cooked ? planTiles(cooked) : [];
  if (!picture || !cooked || plans.length === 0)
    throw new Failure("nothing-kept", "there is no such picture");
  const readFrame = frameReader(async (sequence) => {
    const file = picture.frames.find((frame) => frame.sequence === sequence)?.file;
    const blob = file === undefined ? null : await redaction.readFile(file);
    return blob && new Uint8Array(await blob.arrayBuffer());
  });
  const strips: Strip[] = [];
  for (const [sequence, plan] of plans.entries()) {
    const png = await drawStrip(plan, readFrame, redaction.boxes);
    strips.push({
      png,
      frame: await frameOf(redaction.item, { plan, sequence, png, height: cooked.height }),
    });
  }
  return strips;
}

async function drawStrip(plan: TilePlan, readFrame: ReadFrame, boxes: readonly Rectangle[]): Promise<Blob> {
  const { raster } = await composeTile(plan, readFrame);
  paintOver(
    raster,
    boxes.map((box) => ({ ...box, y: box.y - plan.y })),
  );
  const { width, height } = plan;
  return writePng({ width, height, rows: rowsOf(raster) });
}

interface DrawnStrip {
  plan: TilePlan;
  sequence: number;
  png: Blob;
  /** Of the whole surface. */
  height: number;
}

/** A strip as if a window as large as it had been shot: nothing of what the real looks noted goes along. */
async function frameOf(item: EvidenceItem, { plan, sequence, png, height }: DrawnStrip): Promise<Frame> {
  const ratio = item.window.devicePixelRatio ?? 1;
  const [width, stripHeight] = [plan.width / ratio, plan.height / ratio];
  return {
    sequence,
    surface: 0,
    sha256: await sha256Hex(png),
    sizeBytes: png.size,
    width: plan.width,
    height: plan.height,
    census: {
      url: item.address.url,
      originX: 0,
      scrollX: 0,
      scrollY: plan.y / ratio,
      documentWidth: width,
      documentHeight: height / ratio,
      clientWidth: width,
      clientHeight: stripHeight,
      innerWidth: width,
      innerHeight: stripHeight,
      devicePixelRatio: ratio,
      pendingImages: 0,
      viewDigest: "",
      occluders: [],
      moving: [],
      isMasked: item.isMasked ? true : null,
    },
    pane: null,
    retakes: 0,
    isUnstable: false,
    takenAtUtc: item.finishedAt.utc,
  };
}

function fileOf({ frame: { sequence, sizeBytes, sha256 } }: Strip): EvidenceFile {
  return { name: frameFileName(sequence), kind: "frame", mediaType: "image/png", sizeBytes, sha256 };
}
