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
  /** Name in the local header, where it differs. */
  localName?: string;
  externalAttributes?: number;
  madeBy?: number;
}

export interface RawZip {
  before?: Uint8Array;
  after?: Uint8Array;
  comment?: string;
  /** Entries the end record counts. */
  statedCount?: number;
}

export function rawZip(
  entries: readonly RawEntry[],
  { before, after, comment = "", statedCount }: RawZip = {},
): Blob {
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
  end.writeUInt16LE(statedCount ?? entries.length, 8);
  end.writeUInt16LE(statedCount ?? entries.length, 10);
  end.writeUInt32LE(lengthOf(directory), 12);
  end.writeUInt32LE(start, 16);
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
  const name = Buffer.from(entry.name);
  const shared = sharedFields(entry, { content, storedBytes: stored.length });
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(entry.madeBy ?? 20, 4);
  shared.copy(central, 6);
  central.writeUInt16LE(name.length, 28);
  central.writeUInt32LE(entry.externalAttributes ?? 0, 38);
  central.writeUInt32LE(offset, 42);
  const localName = Buffer.from(entry.localName ?? entry.name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  shared.copy(local, 4);
  local.writeUInt16LE(localName.length, 26);
  return { local: Buffer.concat([local, localName, stored]), central: Buffer.concat([central, name]) };
}

/** From "version needed" to "uncompressed size": 22 bytes in both headers. */
function sharedFields(
  entry: RawEntry,
  { content, storedBytes }: { content: Buffer; storedBytes: number },
): Buffer {
  const shared = Buffer.alloc(22);
  shared.writeUInt16LE(entry.isDeflated ? 20 : 10, 0);
  shared.writeUInt16LE(entry.flags ?? 0, 2);
  shared.writeUInt16LE(entry.isDeflated ? 8 : 0, 4);
  shared.writeUInt32LE(0x5d753be2, 6);
  shared.writeUInt32LE(entry.statedCrc32 ?? crc32(content), 10);
  shared.writeUInt32LE(storedBytes, 14);
  shared.writeUInt32LE(entry.statedBytes ?? content.length, 18);
  return shared;
}
