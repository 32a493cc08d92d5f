/** What a PDF says about a JPEG that goes in as it is, byte for byte: nothing here decodes it (ISO 32000-1, 7.4.8). */
import { mostPixels, pictureSize } from "../../evidence/imports/picture-size.ts";
import type { ImageForm } from "./image-form.ts";

const colours: Readonly<Record<number, "grey" | "rgb">> = { 1: "grey", 3: "rgb" };

/** Null for what is no grey or coloured JPEG of 8 bits, or larger than anything should decode. */
export function jpegForm(bytes: Uint8Array<ArrayBuffer>): ImageForm | null {
  const size = pictureSize(bytes, "image/jpeg");
  const head = size && frameHead(bytes);
  const ofHead = head && head.bits === 8 ? colours[head.components] : undefined;
  if (!size || !ofHead || size.width * size.height > mostPixels) return null;
  return { ...size, bits: 8, colours: ofHead, packed: "jpeg" };
}

/** ITU-T T.81, B.2.2: of the first frame; the size was read from the same place. */
function frameHead(bytes: Uint8Array): { bits: number; components: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 10 <= bytes.length; ) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { bits: view.getUint8(at + 4), components: view.getUint8(at + 9) };
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}
