/** Makes an item out of a finished capture: pure, so that the same capture always makes the same item. */
import type { CaptureOutcome } from "../capture/capture-outcome.ts";
import { hiddenPlaces } from "../capture/mask/hidden-places.ts";
import type { PageReading } from "../capture/page-reading.ts";
import type { PageViews } from "../capture/views/page-views.ts";
import { type CaptureNote, judge } from "../capture/verdict.ts";
import { readFields } from "../platforms/read-fields.ts";
import type { CaptureJournal } from "./capture-journal.ts";
import { frameFileName } from "./evidence-file.ts";
import type { EvidenceItem, EvidenceItem2 } from "./evidence-item.ts";
import type { JournalFrame, JournalTile } from "./evidence-store.ts";
import { cookSurfaces } from "./cook-surfaces.ts";
import { type DrawnPicture, drawPicture } from "./draw-picture.ts";
import { transcriptFiles } from "./transcript-files.ts";
import { type DescribedFile, viewFiles } from "./view-files.ts";
import { matchedTiles } from "./matched-tiles.ts";

export interface FinishedCapture {
  journal: CaptureJournal;
  /** Null where the page could not be read. */
  reading: PageReading | null;
  views: readonly PageViews[];
  /** The browser's own archive, where it was asked for. */
  pageFile: Blob | null;
  frames: readonly JournalFrame[];
  /** Strips drawn so far; all of the picture's, or they stay out. */
  tiles: readonly JournalTile[];
  outcome: CaptureOutcome;
  extensionVersion: string;
  userAgent: string;
}

export interface MadeItem {
  /** Without its number, which the case's log decides. */
  item: Omit<EvidenceItem2, "number">;
  files: Map<string, Blob>;
}

/** `itemId` comes from outside. Files: the frames, the strips made of them, transcripts of inner scrollers, then what the page said. */
export async function makeItem(capture: FinishedCapture, itemId: string): Promise<MadeItem> {
  const { journal, reading, frames, outcome } = capture;
  const surfaces = cookSurfaces(frames.map(({ frame }) => frame));
  const tiles = await matchedTiles(surfaces, capture);
  const described = [
    ...frames.map(frameFile),
    ...(tiles ?? []).map(({ file, tile }) => ({ file, blob: tile.png })),
    ...(await transcriptFiles(
      frames.map(({ frame }) => frame),
      outcome.ends,
    )),
    ...(await viewFiles(reading, capture)),
  ];
  const files = described.map(({ file }) => file);
  const drawn = await drawPicture({
    frames: frames.map(({ frame }) => frame),
    surfaces,
    tiles,
    files,
    notes: outcome.notes,
    counts: outcome.counts ?? [],
    ends: outcome.ends,
  });
  const notes = allNotes(capture, drawn);
  const item: MadeItem["item"] = {
    format: "keepleaf-item-2",
    id: itemId,
    caseId: journal.caseId,
    startedAt: outcome.startedAt,
    finishedAt: outcome.finishedAt,
    address: addressOf(capture),
    window: windowOf(reading),
    tool: { extensionVersion: capture.extensionVersion, userAgent: capture.userAgent },
    about: journal.about,
    isMasked: journal.isMasked,
    fields: readFields(reading, journal.tab),
    picture: drawn?.picture ?? null,
    proof: drawn?.proof ?? null,
    verdict: judge(notes, frames.length),
    ...(journal.isMasked && { hidden: hiddenPlaces(frames.map(({ frame }) => frame)) }),
    files,
  };
  return { item, files: new Map(described.map(({ file, blob }) => [file.name, blob])) };
}

function frameFile({ frame, png }: JournalFrame): DescribedFile {
  const { sha256, sizeBytes, sequence } = frame;
  const name = frameFileName(sequence);
  return { file: { name, kind: "frame", mediaType: "image/png", sizeBytes, sha256 }, blob: png };
}

function allNotes(
  { journal, reading, views, frames, outcome }: FinishedCapture,
  drawn: DrawnPicture | null,
): CaptureNote[] {
  const notes: CaptureNote[] = [...outcome.notes, ...(drawn?.notes ?? [])];
  const cut = new Set([...(reading?.cut ?? []), ...views.flatMap((view) => view.cut)]);
  for (const part of cut) notes.push({ code: "reading-cut", detail: part });
  if (journal.isMasked && frames.length > 0) notes.push({ code: "pictures-masked" });
  return notes;
}

function addressOf({ reading, journal: { tab } }: FinishedCapture): EvidenceItem["address"] {
  return {
    url: reading?.url ?? tab?.url ?? "",
    canonicalUrl: reading?.canonicalUrl ?? null,
    title: reading?.title ?? tab?.title ?? "",
    language: reading?.language ?? null,
    contentType: reading?.contentType ?? null,
  };
}

function windowOf(reading: PageReading | null): EvidenceItem["window"] {
  return {
    width: reading?.viewport.width ?? null,
    height: reading?.viewport.height ?? null,
    devicePixelRatio: reading?.devicePixelRatio ?? null,
  };
}
