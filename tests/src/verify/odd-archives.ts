/** Archives whose records lie, contradict each other, or use what no bundle of ours uses. */
import { deflateRawSync } from "node:zlib";
import { crc32 } from "../../../src/base/crc32.ts";
import { bag, file, type FindingRow, good } from "./foreign-entries.ts";
import { rawZip } from "./raw-zip.ts";

const utf8 = 0x0800;
const unix = 0x0314;

/** An extra field (APPNOTE 4.5) of this number. */
function extraField(number: number, content: Uint8Array): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(number, 0);
  head.writeUInt16LE(content.length, 2);
  return Buffer.concat([head, content]);
}

/** Info-ZIP's second name (4.6.9), with the CRC of the first so that readers take it. */
function secondName(first: string, second: string): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt8(1, 0);
  head.writeUInt32LE(crc32(Buffer.from(first)), 1);
  return extraField(0x7075, Buffer.concat([head, Buffer.from(second)]));
}

/** Sizes in ZIP64 (4.5.3). */
function longSizes(...sizes: bigint[]): Buffer {
  const content = Buffer.alloc(8 * sizes.length);
  for (const [index, size] of sizes.entries()) content.writeBigUInt64LE(size, 8 * index);
  return extraField(1, content);
}

const kinds: [what: string, mode: number][] = [
  ["a device", 0x21b6],
  ["a pipe", 0x11b6],
  ["a socket", 0xc1b6],
];

const endRecord = Buffer.from(`PK\u0005\u0006${"\0".repeat(18)}`, "latin1");
const path = `${bag}/data/captures/c0001/a.txt`;

export const oddArchives: readonly FindingRow[] = [
  [
    "a compression that browsers do not have",
    rawZip([file("data/captures/c0001/a.txt", { statedMethod: 12 })]),
    "file-damaged",
  ],
  [
    "a compression nobody has",
    rawZip([file("data/captures/c0001/a.txt", { statedMethod: 42 })]),
    "file-damaged",
  ],
  [
    "a file locked with AES",
    rawZip([file("data/captures/c0001/a.txt", { statedMethod: 99, flags: 1 })]),
    "entry-encrypted",
  ],
  [
    "a file locked the strong way",
    rawZip([file("data/captures/c0001/a.txt", { flags: 0x41 })]),
    "entry-encrypted",
  ],
  [
    "deflated bytes that are none",
    rawZip([file("data/captures/c0001/a.txt", { content: "xxxx", statedMethod: 8 })]),
    "file-damaged",
  ],
  ["deflated bytes that end early", cutShort(), "file-damaged"],
  [
    "a stored file of two sizes",
    rawZip([file("data/captures/c0001/a.txt", { content: "xx", statedStoredBytes: 1 })]),
    "file-damaged",
  ],
  [
    "a file that goes on behind the archive",
    rawZip([file("data/captures/c0001/a.txt", { statedStoredBytes: 9_000 })]),
    "file-damaged",
  ],
  [
    "another size in the local header",
    rawZip([file("data/captures/c0001/a.txt", { localBytes: 7 })]),
    "file-damaged",
  ],
  [
    "other flags in the local header",
    rawZip([file("data/captures/c0001/a.txt", { localFlags: 8 })]),
    "file-damaged",
  ],
  [
    "a file that begins behind the archive",
    rawZip([file("data/captures/c0001/a.txt", { statedOffset: 70_000 })]),
    "zip-damaged",
  ],
  [
    "a file that begins in another's name",
    rawZip([good, file("data/captures/c0001/a.txt", { statedOffset: 9 })]),
    "file-damaged",
  ],
  ["a file on another disk", rawZip([file("data/captures/c0001/a.txt", { disk: 1 })]), "container-changed"],
  ["the last disk of several", rawZip([good], { disk: 1 }), "zip-damaged"],
  [
    "a mark of several disks in front",
    rawZip([good], { before: Buffer.from("PK\u0007\u0008") }),
    "container-changed",
  ],
  ["a directory that begins behind the archive", rawZip([good], { statedStart: 9_000 }), "zip-damaged"],
  ["a directory longer than the archive", rawZip([good], { statedLength: 9_000 }), "zip-damaged"],
  ["a directory of gigabytes", rawZip([good], { statedLength: 0xffff_fff0 }), "too-large"],
  ["ZIP64 that is not there", rawZip([good], { statedLength: 0xffff_ffff }), "too-large"],
  [
    "an end record within the comment",
    rawZip([good], { comment: endRecord.toString("latin1") }),
    "container-changed",
  ],
  [
    "sizes of ZIP64 beyond every number",
    rawZip([
      file("data/captures/c0001/a.txt", {
        statedBytes: 0xffff_ffff,
        statedStoredBytes: 0xffff_ffff,
        extra: longSizes(2n ** 63n, 2n ** 63n),
      }),
    ]),
    "zip-damaged",
  ],
  [
    "a file of a terabyte by ZIP64",
    rawZip([file("data/captures/c0001/a.txt", { statedBytes: 0xffff_ffff, extra: longSizes(2n ** 40n) })]),
    "too-large",
  ],
  [
    "a second name that leads out",
    rawZip([file("data/captures/c0001/a.txt", { extra: secondName(path, "../evil.txt") })]),
    "path-unsafe",
  ],
  [
    "a second name in the directory only",
    rawZip([
      file("data/captures/c0001/a.txt", {
        centralExtra: secondName(path, `${bag}/data/captures/c0001/b.txt`),
      }),
    ]),
    "container-changed",
  ],
  [
    "an extra field longer than itself",
    rawZip([file("data/captures/c0001/a.txt", { extra: Buffer.from([1, 0, 99, 0]) })]),
    "container-changed",
  ],
  [
    "a comment on a file",
    rawZip([file("data/captures/c0001/a.txt", { comment: "hello" })]),
    "container-changed",
  ],
  [
    "a name in broken UTF-8",
    rawZip([{ ...good, name: bytesName(0xff, 0xfe), flags: utf8 }]),
    "file-unexpected",
  ],
  [
    "dots in overlong UTF-8",
    rawZip([{ ...good, name: bytesName(0xc0, 0xae, 0xc0, 0xae, 0x2f), flags: utf8 }]),
    "file-unexpected",
  ],
  ["a name without letters", rawZip([{ ...good, name: "" }]), "path-unsafe"],
  ["a name of 60,000 letters", rawZip([file("a".repeat(60_000))]), "file-unexpected"],
  ["a full-width slash in a name", rawZip([file("data／a.txt", { flags: utf8 })]), "file-unexpected"],
  ["a folder and nothing else", rawZip([{ name: `${bag}/`, content: "" }]), "file-missing"],
  ["a name with a space at its end", rawZip([file("data/captures/c0001/a.txt ")]), "path-unsafe"],
  ["a serial port of Windows", rawZip([file("data/com1.log")]), "path-unsafe"],
  [
    "a link that leads out",
    rawZip([file("data/a", { content: "../../x", madeBy: unix, externalAttributes: 0xa1ff0000 })]),
    "entry-not-a-file",
  ],
  ...kinds.map(
    ([what, mode]): FindingRow => [
      what,
      rawZip([file("data/a", { madeBy: unix, externalAttributes: mode * 0x10000 })]),
      "entry-not-a-file",
    ],
  ),
  [
    "another packer's file",
    new Blob([new Uint8Array([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]), "x".repeat(90)]),
    "not-a-zip",
  ],
];

function bytesName(...bytes: number[]): Uint8Array {
  return Buffer.concat([Buffer.from(`${bag}/data/`), Buffer.from(bytes), Buffer.from("a.txt")]);
}

function cutShort(): Blob {
  const content = deflateRawSync(Buffer.from("不是壓縮檔")).subarray(0, 6);
  return rawZip([file("data/captures/c0001/a.txt", { content, statedMethod: 8, statedBytes: 15 })]);
}
