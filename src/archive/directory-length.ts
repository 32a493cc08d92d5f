/** How long the list of entries says it is, read from the last bytes of a ZIP before anything takes it into memory. */

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const endLength = 22;
const locatorLength = 20;
const most16 = 0xffff;
const most32 = 0xffff_ffff;

/** Bytes (APPNOTE 4.3.16, 4.3.14); 0 where there is no end record: whoever reads on finds that out too. */
export async function directoryLength(zip: Blob): Promise<number> {
  const tailStart = Math.max(0, zip.size - endLength - most16);
  const tail = await viewOf(zip, tailStart, zip.size);
  for (let at = tail.byteLength - endLength; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== endSignature) continue;
    const stated = tail.getUint32(at + 12, true);
    return stated === most32 ? await longLength(zip, tailStart + at) : stated;
  }
  return 0;
}

/** Of ZIP64, by the locator in front of the end record. */
async function longLength(zip: Blob, endAt: number): Promise<number> {
  const locator = await viewOf(zip, endAt - locatorLength, endAt);
  if (locator.byteLength < locatorLength) return most32;
  const at = Number(locator.getBigUint64(8, true));
  const record = await viewOf(zip, at, at + 56);
  const isRecord = record.byteLength === 56 && record.getUint32(0, true) === end64Signature;
  return isRecord ? Number(record.getBigUint64(40, true)) : most32;
}

async function viewOf(zip: Blob, from: number, to: number): Promise<DataView> {
  return new DataView(await zip.slice(Math.max(0, from), Math.max(0, to)).arrayBuffer());
}
