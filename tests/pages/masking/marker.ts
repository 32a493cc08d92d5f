/** Markers: what stands for a picture in the masking corpus. Each has a colour of its own and a token in its bytes. */
import { deflateSync } from "node:zlib";

export interface Marker {
  /** `v12`: fit for an id, a class or a custom property. */
  id: string;
  /** `#rrggbb`, used by nothing else on any page of the corpus. */
  colour: string;
  /** Stands in the bytes of every picture of this marker and never in an address. */
  token: string;
  /** Addresses on the fixture server. */
  png: string;
  svg: string;
  /** `data:` addresses of the same pictures; no double quote, bracket or space in them. */
  dataPng: string;
  dataSvg: string;
  pngBytes: Buffer;
  svgText: string;
}

/** No fixture has more markers than there are colours. */
const steps = 7;
export const mostMarkers = steps ** 3;

export type Rgb = readonly [red: number, green: number, blue: number];

/** Red and blue high, green low: no black, grey or default colour of a browser comes near. */
export function colourOf(index: number): Rgb {
  const level = (power: number) => (Math.floor(index / steps ** power) % steps) * 10;
  return [255 - level(0), level(1), 255 - level(2)];
}

/** Whether a pixel has something of a marker in it, blended or not. Text and grounds of the corpus are grey. */
export function isMarkerLike([red, green, blue]: Rgb): boolean {
  return red - green > 40 && blue - green > 40;
}

export function markerAt(index: number): Marker {
  const id = `v${index}`;
  const colour = `#${colourOf(index)
    .map((part) => part.toString(16).padStart(2, "0"))
    .join("")}`;
  const token = `keepleaf-marker-${String(index).padStart(4, "0")}`;
  const svgText = svgOf(colour, token);
  const pngBytes = pngOf(colourOf(index), token);
  return {
    id,
    colour,
    token,
    png: `/marker/${id}.png`,
    svg: `/marker/${id}.svg`,
    dataPng: `data:image/png;base64,${pngBytes.toString("base64")}`,
    dataSvg: `data:image/svg+xml;base64,${Buffer.from(svgText).toString("base64")}`,
    pngBytes,
    svgText,
  };
}

function svgOf(colour: string, token: string): string {
  const frame = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40" width="60" height="40"';
  return `<svg ${frame}><desc>${token}</desc><rect width="60" height="40" fill="${colour}"/></svg>`;
}

/** One flat colour, 60 by 40, with the token in a text chunk (PNG specification, 11.3). */
function pngOf(colour: Rgb, token: string): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(60, 0);
  header.writeUInt32BE(40, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.from([0]), ...Array.from({ length: 60 }, () => Buffer.from(colour))]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: 40 }, () => row)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const text = Buffer.from(`Comment\0${token}`);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("tEXt", text),
    chunk("IDAT", pixels),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const framed = Buffer.alloc(typed.length + 8);
  framed.writeUInt32BE(content.length, 0);
  typed.copy(framed, 4);
  framed.writeUInt32BE(crc32(typed), typed.length + 4);
  return framed;
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
