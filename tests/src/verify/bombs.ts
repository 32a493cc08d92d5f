/**
 * Run as a program of its own: checks archives that are made to burst, and prints what each cost as JSON. Nothing else
 * runs in this process, so its memory and its processor time are those of the checks.
 */
import { deflateRawSync } from "node:zlib";
import { file, good } from "./foreign-entries.ts";
import { type RawEntry, rawZip } from "./raw-zip.ts";

export interface BombCost {
  what: string;
  codes: string[];
  /** Bytes that came out of the inflater. */
  inflated: number;
  processorSeconds: number;
  /** Over the process before this bomb, at the most. */
  megabytes: number;
}

const megabyte = 1024 * 1024;

/** Every inflater of this process is counted; the reader looks for it when it is loaded. */
let inflated = 0;
const Platform = globalThis.DecompressionStream;
globalThis.DecompressionStream = class extends Platform {
  override get readable() {
    const count = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(piece, controller) {
        inflated += piece.length;
        controller.enqueue(piece);
      },
    });
    return super.readable.pipeThrough(count);
  }
} as typeof DecompressionStream;

/** Zeros in chunks, as tight as deflate can: a thousandth of the size. */
function zeros(bytes: number): Buffer {
  return deflateRawSync(Buffer.alloc(bytes), { level: 9 });
}

/** Already deflated; the headers say what they like. */
function packed(path: string, stored: Uint8Array, extra: Partial<RawEntry>): RawEntry {
  return file(path, { content: stored, statedMethod: 8, ...extra });
}

/** About eighty to one: under the limit of a single entry. */
function tight(bytes: number): Buffer {
  const line = Buffer.alloc(bytes);
  for (let at = 0; at < bytes; at += 600) line.writeUInt32LE((at * 2_654_435_761) % 2 ** 32, at);
  return deflateRawSync(line, { level: 9 });
}

/** All entries lie in the same bytes. */
function overlapping(count: number, bytes: number): Blob {
  const kernel = tight(bytes);
  const stated = { statedBytes: bytes };
  const first = packed("data/captures/c0001/a0.txt", kernel, stated);
  const others = Array.from({ length: count - 1 }, (_, index) =>
    packed(`data/captures/c0001/a${index + 1}.txt`, new Uint8Array(), {
      ...stated,
      statedOffset: 0,
      statedStoredBytes: kernel.length,
    }),
  );
  return rawZip([first, ...others]);
}

async function nested(depth: number): Promise<Buffer> {
  const inner = depth === 0 ? zeros(64 * megabyte) : await nested(depth - 1);
  const copies = Array.from({ length: 16 }, (_, index) => file(`data/lib${index}.zip`, { content: inner }));
  return Buffer.from(await rawZip(copies).arrayBuffer());
}

/** A report of streams without end, or of pictures that lie in each other. */
function report(line: string, bytes: number): Blob {
  const content = Buffer.from(`%PDF-1.7\n${line.repeat(Math.ceil(bytes / line.length))}`);
  return rawZip([file("data/report/evidence-report.pdf", { content })]);
}

/** A picture in millions of empty pieces. */
function picture(bytes: number): Blob {
  const head = Buffer.from(
    "89504e470d0a1a0a0000000d494844520000000100000001080200000090770053de".replace("0053", "53"),
    "hex",
  );
  const piece = Buffer.from("000000004944415435af061e", "hex");
  const content = Buffer.concat([head, ...Array.from({ length: bytes / piece.length }, () => piece)]);
  return rawZip([good, file("data/captures/c0001/frame-000.png", { content })]);
}

const text = "data/captures/c0001/a.txt";
const manyZeros = zeros(256 * megabyte);
const nestedZip = await nested(2);
const bombs: [what: string, archive: Blob][] = [
  ["a text of zeros", rawZip([packed(text, manyZeros, { statedBytes: 256 * megabyte })])],
  ["a text of zeros that says it is a kilobyte", rawZip([packed(text, manyZeros, { statedBytes: 1024 })])],
  ["a large text, tight", rawZip([packed(text, tight(48 * megabyte), { statedBytes: 48 * megabyte })])],
  ["a thousand names for one tight file", overlapping(1_000, 16 * megabyte)],
  ["four names for one tight file", overlapping(4, 15 * megabyte)],
  ["archives in archives in archives", new Blob([new Uint8Array(nestedZip)])],
  [
    "as many entries as a ZIP can count",
    rawZip(Array.from({ length: 65_000 }, (_, at) => file(`data/${at}`, { content: "" }))),
  ],
  ["a list of entries full of comments", commented(400)],
  ["JSON of empty objects", json(`{"items":[${"{},".repeat(5_500_000)}{}]}`)],
  ["JSON of numbers", json(`[${"0,".repeat(8_000_000)}0]`)],
  ["JSON nested by the million", json("[".repeat(16_000_000))],
  [
    "a log of one endless line",
    rawZip([file("data/custody/log.jsonl", { content: "[".repeat(16_000_000) })]),
  ],
  ["a report of streams that do not end", report("stream\n", 20 * megabyte)],
  [
    "a report of pictures that lie in each other",
    report("/Subtype /Image /Length 9000000\nstream\n", 10 * megabyte),
  ],
  ["a report of names of pictures", report("/Subtype /Image ", 20 * megabyte)],
  ["a picture in millions of pieces", picture(24 * megabyte)],
  [
    "twenty thousand files that do not belong",
    rawZip(Array.from({ length: 19_990 }, (_, at) => file(`data/x${at}.png`))),
  ],
];

function json(text: string): Blob {
  return rawZip([good, file("data/case.json", { content: text })]);
}

function commented(megabytes: number): Blob {
  const comment = "x".repeat(60_000);
  return rawZip(
    Array.from({ length: (megabytes * megabyte) / comment.length }, (_, at) =>
      file(`data/${at}`, { comment }),
    ),
  );
}

const { verifyBundle } = await import("../../../src/verify/verify-bundle.ts");
await verifyBundle(rawZip([good]));
const costs: BombCost[] = [];
for (const [what, archive] of bombs) costs.push(await cost(what, archive));
process.stdout.write(JSON.stringify(costs));

async function cost(what: string, archive: Blob): Promise<BombCost> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  const look = () => {
    peak = Math.max(peak, process.memoryUsage().rss);
  };
  const watch = setInterval(look, 20);
  inflated = 0;
  const start = process.cpuUsage();
  const { findings } = await verifyBundle(archive);
  const { user, system } = process.cpuUsage(start);
  look();
  clearInterval(watch);
  return {
    what,
    codes: [...new Set(findings.map(({ code }) => code))],
    inflated,
    processorSeconds: (user + system) / 1e6,
    megabytes: (peak - before) / megabyte,
  };
}
