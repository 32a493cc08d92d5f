/** How large a picture says it is, read from its head: asked before anything decodes it. */
import type { EvidenceFile } from "../evidence-file.ts";

export interface PictureSize {
  width: number;
  height: number;
}

/** No phone takes larger ones; decoding needs four bytes a pixel. */
export const mostPixels = 100_000_000;

/** Null where the head does not say: damaged, or of a format whose head is not read here. */
export function pictureSize(
  bytes: Uint8Array<ArrayBuffer>,
  mediaType: EvidenceFile["mediaType"],
): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = sizeReaders[mediaType]?.(view) ?? null;
    return size && size.width > 0 && size.height > 0 ? size : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const sizeReaders: { [type in EvidenceFile["mediaType"]]?: (view: DataView) => PictureSize | null } = {
  /** ISO/IEC 15948 11.2.2: IHDR is the first chunk. */
  "image/png": (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  "image/gif": (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  "image/jpeg": jpegSize,
  "image/webp": webpSize,
};

/** ITU-T T.81 B.1.1.3: segment after segment up to the start of a frame. */
function jpegSize(view: DataView): PictureSize | null {
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    const isFill = marker === 0xff;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    if (marker === 0xda || marker === 0xd9) return null;
    at += isFill ? 1 : 2 + view.getUint16(at + 2);
  }
}

/** RFC 9649: lossy, lossless or extended. */
function webpSize(view: DataView): PictureSize | null {
  const form = view.getUint32(12);
  const low = (at: number) => view.getUint16(at, true);
  if (form === 0x56503820) return { width: low(26) & 0x3fff, height: low(28) & 0x3fff };
  if (form === 0x5650384c) {
    const bits = view.getUint32(21, true);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  if (form !== 0x56503858) return null;
  const wide = (at: number) => 1 + low(at) + (view.getUint8(at + 2) << 16);
  return { width: wide(24), height: wide(27) };
}
