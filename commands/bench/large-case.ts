/** A case too large for comfort: many kept pages, each with a picture of noise and the page in one file. */
import { randomBytes } from "node:crypto";
import { canonicalJson } from "../../src/base/canonical-json.ts";
import type { Moment } from "../../src/base/clock.ts";
import { sha256Hex } from "../../src/base/digest.ts";
import type { Frame } from "../../src/capture/frame.ts";
import { writePng } from "../../src/capture/png/write-png.ts";
import { judge } from "../../src/capture/verdict.ts";
import { emptyLog, follow, headAfter, type LogHead } from "../../src/custody/custody-chain.ts";
import type { CustodyEntry } from "../../src/custody/custody-entry.ts";
import type { CaseFile } from "../../src/evidence/case-file.ts";
import { cookSurfaces } from "../../src/evidence/cook-surfaces.ts";
import { drawPicture } from "../../src/evidence/draw-picture.ts";
import { type EvidenceFile, frameFileName } from "../../src/evidence/evidence-file.ts";
import type { EvidenceItem } from "../../src/evidence/evidence-item.ts";
import type { KeptPage } from "./kept-pages.ts";
import type { Field, Fields } from "../../src/platforms/field.ts";

export interface LargeCase {
  caseFile: CaseFile;
  items: EvidenceItem[];
  log: CustodyEntry[];
  head: LogHead;
  /** Every item has these: what differs between pages does not matter to a clock. */
  files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

export interface RepeatedCase extends Omit<LargeCase, "files"> {
  /** By the item's id. */
  filesOf: ReadonlyMap<string, KeptPage["files"]>;
}

export const at: Moment = {
  utc: "2026-11-21T11:14:07.000Z",
  offsetMinutes: 480,
  zone: "Asia/Taipei",
  monotonicMs: 1_000,
  timeOriginMs: 1_795_000_000_000,
};
const caseId = "11111111-1111-4111-8111-111111111111";

const caseFile: CaseFile = {
  format: "keepleaf-case-2",
  id: caseId,
  code: "A-01",
  about: "adult",
  answers: { ageNow: "adult", ageAtEvent: "adult", operator: "self" },
  continues: null,
  createdAtUtc: at.utc,
};

/** Each item has about so many bytes. */
export async function largeCase(count: number, itemBytes: number): Promise<LargeCase> {
  const half = Math.floor(itemBytes / 2);
  const files = new Map([
    [frameFileName(0), await noisePng(half)],
    ["page.mhtml", pageFile(half)],
  ]);
  const template = await item(files);
  const items = Array.from({ length: count }, (_, index) => numbered(template, index + 1));
  return { caseFile, items, files, ...(await logOf(items)) };
}

/** The same kept pages again and again, in turn, until there are about so many bytes. */
export async function repeatedCase(pages: readonly KeptPage[], bytes: number): Promise<RepeatedCase> {
  const items: EvidenceItem[] = [];
  const filesOf = new Map<string, KeptPage["files"]>();
  for (let total = 0; total < bytes; ) {
    const { item, files } = pages[items.length % pages.length] ?? never();
    const number = items.length + 1;
    items.push({ ...item, id: idOf(number), caseId, number });
    filesOf.set(idOf(number), files);
    total += [...files.values()].reduce((sum, { length }) => sum + length, 0);
  }
  return { caseFile, items, filesOf, ...(await logOf(items)) };
}

function never(): never {
  throw new TypeError("there are kept pages");
}

/** Noise cannot be packed: the file is as large as its pixels. */
async function noisePng(sizeBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const width = 1_280;
  const height = Math.max(1, Math.floor(sizeBytes / (width * 3)));
  const rows = Array.from({ length: height }, () => new Uint8Array(randomBytes(width * 3)));
  return new Uint8Array(await (await writePng({ width, height, rows })).arrayBuffer());
}

/** Lines as browsers write them into an archive of a page. */
function pageFile(sizeBytes: number): Uint8Array<ArrayBuffer> {
  const lines =
    randomBytes(Math.floor((sizeBytes * 57) / 78))
      .toString("base64")
      .match(/.{1,76}/g) ?? [];
  return new TextEncoder().encode(lines.join("\r\n"));
}

async function item(files: LargeCase["files"]): Promise<EvidenceItem> {
  const listed: EvidenceFile[] = [];
  for (const [name, bytes] of files) {
    const isFrame = name.endsWith(".png");
    const mediaType = isFrame ? "image/png" : "multipart/related";
    const kind = isFrame ? "frame" : "page-file";
    listed.push({ name, kind, mediaType, sizeBytes: bytes.length, sha256: await sha256Hex(bytes) });
  }
  const frames = [frameOf(files.get(frameFileName(0)) ?? new Uint8Array(), listed[0])];
  const drawing = { frames, surfaces: cookSurfaces(frames), tiles: null, files: listed };
  const drawn = await drawPicture({ ...drawing, notes: [], counts: [], ends: [] });
  if (!drawn) throw new TypeError("a frame gives a picture");
  return {
    format: "keepleaf-item-2",
    id: idOf(0),
    caseId,
    number: 1,
    startedAt: at,
    finishedAt: at,
    address: {
      url: "https://social.example/p/1",
      canonicalUrl: null,
      title: "範例社群的一則貼文",
      language: "zh-TW",
      contentType: "text/html",
    },
    window: { width: 1_280, height: 700, devicePixelRatio: 1 },
    tool: { extensionVersion: "0.1.0", userAgent: "bench" },
    about: "adult",
    isMasked: false,
    fields: fieldsOf(),
    picture: drawn.picture,
    proof: drawn.proof,
    verdict: judge(drawn.notes, 1),
    files: listed,
  };
}

function frameOf(png: Uint8Array, file: EvidenceFile | undefined): Frame {
  const view = new DataView(png.buffer, png.byteOffset);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const lengths = { documentWidth: width, documentHeight: height, clientWidth: width, clientHeight: height };
  return {
    sequence: 0,
    sha256: file?.sha256 ?? "",
    sizeBytes: file?.sizeBytes ?? 0,
    width,
    height,
    census: {
      ...lengths,
      url: "https://social.example/p/1",
      originX: 0,
      scrollX: 0,
      scrollY: 0,
      innerWidth: width,
      innerHeight: height,
      devicePixelRatio: 1,
      pendingImages: 0,
      viewDigest: "0",
      occluders: [],
      moving: [],
      isMasked: null,
    },
    surface: 0,
    pane: null,
    retakes: 0,
    isUnstable: false,
    takenAtUtc: at.utc,
  };
}

function fieldsOf(): Fields {
  const found = (value: string): Field => ({
    state: "found",
    value,
    candidates: [{ value, method: "json-ld", locator: "", raw: value, confidence: "high" }],
  });
  return {
    platform: found("範例社群"),
    pageTitle: found("範例社群的一則貼文"),
    posterName: found("測試帳號甲"),
    posterHandle: found("@test_a"),
    posterId: found("1000001"),
    posterProfileUrl: found("https://social.example/test_a"),
    postedAt: found("2026-11-20T15:05:00Z"),
  };
}

function idOf(number: number): string {
  return `22222222-2222-4222-8222-${String(number).padStart(12, "0")}`;
}

function numbered(template: EvidenceItem, number: number): EvidenceItem {
  const address = { ...template.address, url: `https://social.example/p/${number}` };
  return { ...template, id: idOf(number), number, address };
}

async function logOf(items: readonly EvidenceItem[]): Promise<Pick<LargeCase, "log" | "head">> {
  const log: CustodyEntry[] = [];
  let head = emptyLog;
  const add = async (action: CustodyEntry["action"], facts: CustodyEntry["facts"]) => {
    const entry = follow(head, { caseId, at, action, facts });
    log.push(entry);
    head = await headAfter(entry);
  };
  await add("case.created", { code: "A-01", about: "adult" });
  for (const one of items) {
    const facts = { itemId: one.id, number: one.number, itemSha256: await sha256Hex(canonicalJson(one)) };
    await add("item.kept", facts);
    await add("item.read-back", facts);
  }
  return { log, head };
}
