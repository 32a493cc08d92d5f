/** Writes ZIP archives byte by byte, so that they can be as wrong as nobody's tool would make them. */
import { deflateRawSync } from "node:zlib";
import { crc32 } from "../../../src/base/crc32.ts";

/** Every field that is left out is what an honest archive has. */
export interface RawEntry {
  name: string | Uint8Array;
  content?: Uint8Array | string;
  isDeflated?: boolean;
  flags?: number;
  /** What the headers say, where that is not the truth. */
  statedBytes?: number;
  statedCrc32?: number;
  /** Of what is stored, not of what it inflates to. */
  statedStoredBytes?: number;
  /** Compression (APPNOTE 4.4.5), where it is not what was done. */
  statedMethod?: number;
  /** Name, flags, and size in the local header, where they differ. */
  localName?: string | Uint8Array;
  localFlags?: number;
  localBytes?: number;
  /** Where the central header says that the local one stands. */
  statedOffset?: number;
  /** Of both headers, or of the central one alone. */
  extra?: Uint8Array;
  centralExtra?: Uint8Array;
  comment?: string;
  /** The disk the entry is said to begin on. */
  disk?: number;
  externalAttributes?: number;
  madeBy?: number;
}

export interface RawZip {
  before?: Uint8Array;
  after?: Uint8Array;
  comment?: string;
  /** Entries the end record counts. */
  statedCount?: number;
  /** Where the end record says that the directory begins, and how long it is. */
  statedStart?: number;
  statedLength?: number;
  /** The disk the end record says it is on. */
  disk?: number;
}

export function rawZip(entries: readonly RawEntry[], zip: RawZip = {}): Blob {
  const { before, after, comment = "", statedCount = entries.length, disk = 0 } = zip;
  const parts: Buffer[] = [Buffer.from(before ?? [])];
  const directory: Buffer[] = [];
  for (const entry of entries) {
    const offset = lengthOf(parts);
    const { local, central } = headers(entry, offset);
    parts.push(local);
    directory.push(central);
  }
  const start = lengthOf(parts);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(disk, 4);
  end.writeUInt16LE(disk, 6);
  end.writeUInt16LE(statedCount, 8);
  end.writeUInt16LE(statedCount, 10);
  end.writeUInt32LE(zip.statedLength ?? lengthOf(directory), 12);
  end.writeUInt32LE(zip.statedStart ?? start, 16);
  end.writeUInt16LE(comment.length, 20);
  return new Blob([
    Buffer.concat([...parts, ...directory, end, Buffer.from(comment), Buffer.from(after ?? [])]),
  ]);
}

function lengthOf(parts: readonly Buffer[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}

function headers(entry: RawEntry, offset: number): { local: Buffer; central: Buffer } {
  const content = Buffer.from(entry.content ?? "");
  const stored = entry.isDeflated ? deflateRawSync(content) : content;
  const shared = sharedFields(entry, { content, storedBytes: stored.length });
  const { extra = new Uint8Array(), comment = "" } = entry;
  return {
    local: Buffer.concat([localHeader(entry, shared, extra), stored]),
    central: centralHeader(entry, { shared, extra: entry.centralExtra ?? extra, comment, offset }),
  };
}

function localHeader(entry: RawEntry, shared: Buffer, extra: Uint8Array): Buffer {
  const name = Buffer.from(entry.localName ?? entry.name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  shared.copy(local, 4);
  if (entry.localFlags !== undefined) local.writeUInt16LE(entry.localFlags, 6);
  if (entry.localBytes !== undefined) local.writeUInt32LE(entry.localBytes, 22);
  local.writeUInt16LE(name.length, 26);
  local.writeUInt16LE(extra.length, 28);
  return Buffer.concat([local, name, extra]);
}

interface CentralParts {
  shared: Buffer;
  extra: Uint8Array;
  comment: string;
  offset: number;
}

function centralHeader(entry: RawEntry, { shared, extra, comment, offset }: CentralParts): Buffer {
  const name = Buffer.from(entry.name);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(entry.madeBy ?? 20, 4);
  shared.copy(central, 6);
  central.writeUInt16LE(name.length, 28);
  central.writeUInt16LE(extra.length, 30);
  central.writeUInt16LE(comment.length, 32);
  central.writeUInt16LE(entry.disk ?? 0, 34);
  central.writeUInt32LE(entry.externalAttributes ?? 0, 38);
  central.writeUInt32LE(entry.statedOffset ?? offset, 42);
  return Buffer.concat([central, name, extra, Buffer.from(comment)]);
}

/** From "version needed" to "uncompressed size": 22 bytes in both headers. */
function sharedFields(
  entry: RawEntry,
  { content, storedBytes }: { content: Buffer; storedBytes: number },
): Buffer {
  const shared = Buffer.alloc(22);
  shared.writeUInt16LE(entry.isDeflated ? 20 : 10, 0);
  shared.writeUInt16LE(entry.flags ?? 0, 2);
  shared.writeUInt16LE(entry.statedMethod ?? (entry.isDeflated ? 8 : 0), 4);
  shared.writeUInt32LE(0x5d753be2, 6);
  shared.writeUInt32LE(entry.statedCrc32 ?? crc32(content), 10);
  shared.writeUInt32LE(entry.statedStoredBytes ?? storedBytes, 14);
  shared.writeUInt32LE(entry.statedBytes ?? content.length, 18);
  return shared;
}
