/** A kept page made by hand: real PNG frames, a recipe that places them, files with their digests. */
import { PNG } from "pngjs";
import { canonicalJson } from "../../../src/base/canonical-json.ts";
import type { Moment } from "../../../src/base/clock.ts";
import { sha256Hex } from "../../../src/base/digest.ts";
import type { Census, Frame } from "../../../src/capture/frame.ts";
import type { MediaElement } from "../../../src/capture/page-reading.ts";
import { judge, type Verdict } from "../../../src/capture/verdict.ts";
import type { AboutAge } from "../../../src/evidence/case-file.ts";
import { drawPicture } from "../../../src/evidence/draw-picture.ts";
import { type EvidenceFile, frameFileName } from "../../../src/evidence/evidence-file.ts";
import type { EvidenceItem } from "../../../src/evidence/evidence-item.ts";
import { composed } from "./sample-strips.ts";
import type { Field, Fields } from "../../../src/platforms/field.ts";

/** What an item is made of; everything left out gets a neutral value. */
export interface ItemSketch {
  frames?: number;
  url?: string;
  title?: string;
  poster?: string;
  postedAt?: string;
  text?: string;
  media?: MediaElement[];
  /** `transcript-1.json` of an inner scroller. */
  transcript?: string;
  verdict?: Verdict;
  /** Colour of the frames, 0 to 255. */
  shade?: number;
  /** Frames of this size in noise, for what depends on bytes. */
  noisyPixels?: { width: number; height: number };
  /** Left out, as the age of its case demands. */
  isMasked?: boolean;
}

export const caseId = "11111111-1111-4111-8111-111111111111";
const frameSize = { width: 40, height: 30 };
/** Of neighbouring frames. */
const sharedRows = 2;

export function moment(utc: string): Moment {
  return {
    utc,
    offsetMinutes: 480,
    zone: "Asia/Taipei",
    monotonicMs: 1_000,
    timeOriginMs: 1_700_000_000_000,
  };
}

interface ItemParts {
  sketch: ItemSketch;
  number: number;
  about: AboutAge;
  files: Map<string, Blob>;
}

export async function sampleItem({ sketch, number, about, files }: ItemParts): Promise<EvidenceItem> {
  const id = `22222222-2222-4222-8222-${String(number).padStart(12, "0")}`;
  const contents = fileContents(sketch);
  const listed: EvidenceFile[] = [];
  for (const { name, kind, mediaType, content } of contents) {
    files.set(`${id}/${name}`, content);
    listed.push({ name, kind, mediaType, sizeBytes: content.size, sha256: await sha256Hex(content) });
  }
  const frames = sampleFrames(sketch, listed);
  const { surfaces, tiles } = await composed(frames, (name) => files.get(`${id}/${name}`));
  for (const { file, tile } of tiles ?? []) files.set(`${id}/${file.name}`, tile.png);
  listed.splice(frames.length, 0, ...(tiles ?? []).map(({ file }) => file));
  const drawing = { frames, surfaces, tiles, files: listed };
  const drawn = await drawPicture({ ...drawing, notes: [], counts: [], ends: [] });
  const url = sketch.url ?? `https://social.example/p/${number}?ref=share#top`;
  return {
    format: "keepleaf-item-2",
    id,
    caseId,
    number,
    startedAt: moment("2026-11-21T11:14:05.000Z"),
    finishedAt: moment("2026-11-21T11:14:07.000Z"),
    address: {
      url,
      canonicalUrl: null,
      title: sketch.title ?? "範例社群的一則貼文",
      language: "zh-TW",
      contentType: "text/html",
    },
    window: { width: 40, height: 30, devicePixelRatio: 1 },
    tool: { extensionVersion: "0.1.0", userAgent: "test" },
    about,
    isMasked: sketch.isMasked ?? about !== "adult",
    fields: sampleFields(sketch),
    picture: drawn?.picture ?? null,
    proof: drawn?.proof ?? null,
    verdict: sketch.verdict ?? (drawn ? judge(drawn.notes, frames.length) : { kind: "complete", notes: [] }),
    files: listed,
  };
}

interface FileContent {
  name: string;
  kind: EvidenceFile["kind"];
  mediaType: EvidenceFile["mediaType"];
  content: Blob;
}

function fileContents(sketch: ItemSketch): FileContent[] {
  const { frames = 2, shade = 90, noisyPixels, text, media, transcript } = sketch;
  const pictures = Array.from({ length: frames }, (_, sequence): FileContent => {
    const top = topOf(sequence, { count: frames, size: frameSize });
    const bytes = noisyPixels ? noisyPng(noisyPixels, sequence) : colouredPng(shade, top);
    const content = new Blob([new Uint8Array(bytes)]);
    return { name: frameFileName(sequence), kind: "frame", mediaType: "image/png", content };
  });
  const list = { format: "keepleaf-media-1", media: media ?? [sampleMedia("https://img.example/a.jpg")] };
  return [
    ...pictures,
    ...(transcript === undefined ? [] : [transcriptContent(transcript)]),
    {
      name: "text.txt",
      kind: "text",
      mediaType: "text/plain",
      content: new Blob([text ?? "測試貼文內容\n"]),
    },
    {
      name: "media.json",
      kind: "media",
      mediaType: "application/json",
      content: new Blob([canonicalJson(list)]),
    },
    {
      name: "reading.json",
      kind: "reading",
      mediaType: "application/json",
      content: new Blob(['{"format":"keepleaf-reading-1"}']),
    },
  ];
}

function transcriptContent(json: string): FileContent {
  const content = new Blob([json]);
  return { name: "transcript-1.json", kind: "transcript", mediaType: "application/json", content };
}

export function sampleMedia(url: string): MediaElement {
  return { kind: "image", url, box: { x: 0, y: 0, width: 20, height: 10 } };
}

/** A window over a page of coloured bands, each with a darker diagonal, so that moved pixels show. */
function colouredPng(shade: number, top: number): Buffer {
  const png = new PNG({ ...frameSize });
  for (let y = 0; y < frameSize.height; y += 1) {
    for (let x = 0; x < frameSize.width; x += 1) {
      const row = top + y;
      const band = frameSize.height - sharedRows;
      const level = x === row % band ? 0 : (shade + Math.floor(row / band) * 20) % 256;
      png.data.set([level, 160, 120, 255], (y * frameSize.width + x) * 4);
    }
  }
  return PNG.sync.write(png, { colorType: 2 });
}

/** Noise cannot be packed: the file is as large as its pixels. */
function noisyPng({ width, height }: typeof frameSize, seed: number): Buffer {
  const png = new PNG({ width, height });
  let state = 1_234_567 + seed;
  for (let at = 0; at < png.data.length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    png.data[at] = at % 4 === 3 ? 255 : state >>> 24;
  }
  return PNG.sync.write(png, { colorType: 2, filterType: 0 });
}

/** Frame 0 is the window as found, half way down; the others tile the page. One frame alone is both. */
function sampleFrames(
  { frames: count = 2, noisyPixels: size = frameSize }: ItemSketch,
  listed: readonly EvidenceFile[],
): Frame[] {
  return Array.from({ length: count }, (_, sequence) =>
    sampleFrame(sequence, { count, file: listed[sequence], size }),
  );
}

/** Frame 0 lies half way down where there are others. */
function topOf(sequence: number, { count, size }: { count: number; size: typeof frameSize }): number {
  const isBeside = sequence === 0 && count > 1;
  return isBeside ? size.height / 2 : Math.max(0, sequence - 1) * (size.height - sharedRows);
}

function sampleFrame(
  sequence: number,
  { count, file, size }: { count: number; file: EvidenceFile | undefined; size: typeof frameSize },
): Frame {
  const census: Census = {
    url: "https://social.example/p/1",
    originX: 0,
    scrollX: 0,
    scrollY: topOf(sequence, { count, size }),
    documentWidth: size.width,
    documentHeight: Math.max(0, count - 2) * (size.height - sharedRows) + size.height,
    clientWidth: size.width,
    clientHeight: size.height,
    innerWidth: size.width,
    innerHeight: size.height,
    devicePixelRatio: 1,
    pendingImages: 0,
    viewDigest: "0",
    occluders: [],
    moving: [],
    isMasked: true,
  };
  return {
    sequence,
    sha256: file?.sha256 ?? "",
    sizeBytes: file?.sizeBytes ?? 0,
    ...size,
    census,
    surface: 0,
    pane: null,
    retakes: 0,
    isUnstable: false,
    takenAtUtc: "2026-11-21T11:14:06.000Z",
  };
}

function sampleFields({
  title = "範例社群的一則貼文",
  poster = "測試帳號甲",
  postedAt = "2026-11-20T15:05:00Z",
}: ItemSketch): Fields {
  return {
    platform: found("範例社群", "open-graph"),
    pageTitle: found(title, "title"),
    posterName: found(poster, "json-ld"),
    posterHandle: found("@test_a", "json-ld"),
    posterId: { state: "not-found", value: null, candidates: [] },
    posterProfileUrl: found("https://social.example/test_a", "json-ld"),
    postedAt: found(postedAt, "time-element"),
  };
}

function found(value: string, method: Field["candidates"][number]["method"]): Field {
  return {
    state: "found",
    value,
    candidates: [{ value, method, locator: "", raw: value, confidence: "high" }],
  };
}
