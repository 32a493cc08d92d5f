/** PNG files of every kind of colours (11.2.1), written here sample by sample, in three bands and with filters. */
import { crc32, deflateSync } from "node:zlib";

export interface ColouredPng {
  /** 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha. */
  colourType: 0 | 2 | 3 | 4 | 6;
  bits: 1 | 2 | 4 | 8 | 16;
  /** Samples of a pixel of each band, from top to bottom. */
  bands: readonly [readonly number[], readonly number[], readonly number[]];
  palette?: readonly number[];
  /** Content of `tRNS`. */
  alpha?: readonly number[];
  isInterlaced?: boolean;
  /** Of each side. */
  size?: number;
}

export function colouredPng(png: ColouredPng): Uint8Array<ArrayBuffer> {
  const { colourType, bits, palette, alpha, isInterlaced = false, size = 12 } = png;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([bits, colourType, 0, 0, isInterlaced ? 1 : 0], 8);
  const parts = [
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    ...(palette ? [chunk("PLTE", Buffer.from(palette))] : []),
    ...(alpha ? [chunk("tRNS", Buffer.from(alpha))] : []),
    chunk("IDAT", deflateSync(filtered(png, size))),
    chunk("IEND", Buffer.alloc(0)),
  ];
  return new Uint8Array(Buffer.concat(parts));
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

/** Rows without a filter, filtered by the pixel before and by the row above, in turn (9.2). */
function filtered({ bands, bits }: ColouredPng, size: number): Buffer {
  const rows = Array.from({ length: size }, (_, y) =>
    packed(Array.from({ length: size }, () => bands[Math.floor((y * 3) / size)] ?? []).flat(), bits),
  );
  const before = Math.max(1, ((bands[0].length * bits) / 8) | 0);
  return Buffer.concat(
    rows.flatMap((row, y) => {
      const filter = y % 3;
      const subtracted = (at: number) =>
        filter === 1 ? (row[at - before] ?? 0) : filter === 2 ? (rows[y - 1]?.[at] ?? 0) : 0;
      return [Buffer.from([filter]), Buffer.from(row.map((value, at) => value - subtracted(at)))];
    }),
  );
}

/** Samples of so many bits, side by side, the first in the highest bits (7.2). */
function packed(samples: readonly number[], bits: number): Buffer {
  const row = Buffer.alloc(Math.ceil((samples.length * bits) / 8));
  for (const [index, sample] of samples.entries()) {
    if (bits === 16) row.writeUInt16BE(sample, index * 2);
    else {
      const at = (index * bits) >> 3;
      row[at] = (row[at] ?? 0) | (sample << (8 - bits - ((index * bits) & 7)));
    }
  }
  return row;
}

const palette = [200, 30, 40, 20, 160, 60, 30, 60, 220];

/** One of every kind that a PDF can carry. */
export const everyKind: readonly [name: string, png: ColouredPng][] = [
  ["grey of 1 bit", { colourType: 0, bits: 1, bands: [[0], [1], [0]] }],
  ["grey of 2 bits", { colourType: 0, bits: 2, bands: [[0], [1], [2]] }],
  ["grey of 4 bits", { colourType: 0, bits: 4, bands: [[3], [7], [12]] }],
  ["grey of 8 bits", { colourType: 0, bits: 8, bands: [[30], [120], [210]] }],
  ["grey of 16 bits", { colourType: 0, bits: 16, bands: [[5_000], [33_000], [60_000]] }],
  ["grey with a clear shade", { colourType: 0, bits: 4, bands: [[3], [7], [12]], alpha: [0, 7] }],
  [
    "RGB of 8 bits",
    {
      colourType: 2,
      bits: 8,
      bands: [
        [200, 30, 40],
        [20, 160, 60],
        [30, 60, 220],
      ],
    },
  ],
  [
    "RGB of 16 bits",
    {
      colourType: 2,
      bits: 16,
      bands: [
        [60_000, 900, 7_000],
        [300, 40_000, 9_000],
        [40, 8_000, 55_000],
      ],
    },
  ],
  ["a palette of 1 bit", { colourType: 3, bits: 1, bands: [[0], [1], [0]], palette: palette.slice(0, 6) }],
  ["a palette of 2 bits", { colourType: 3, bits: 2, bands: [[0], [1], [2]], palette }],
  ["a palette of 4 bits", { colourType: 3, bits: 4, bands: [[2], [1], [0]], palette }],
  ["a palette of 8 bits", { colourType: 3, bits: 8, bands: [[1], [2], [0]], palette }],
  [
    "a palette that shows through",
    { colourType: 3, bits: 8, bands: [[1], [2], [0]], palette, alpha: [255, 0, 128] },
  ],
  [
    "grey with alpha",
    {
      colourType: 4,
      bits: 8,
      bands: [
        [30, 255],
        [120, 128],
        [210, 0],
      ],
    },
  ],
  [
    "grey with alpha of 16 bits",
    {
      colourType: 4,
      bits: 16,
      bands: [
        [5_000, 65_535],
        [33_000, 30_000],
        [9, 0],
      ],
    },
  ],
  [
    "RGB with alpha",
    {
      colourType: 6,
      bits: 8,
      bands: [
        [200, 30, 40, 255],
        [20, 160, 60, 128],
        [30, 60, 220, 0],
      ],
    },
  ],
  [
    "RGB with alpha of 16 bits",
    {
      colourType: 6,
      bits: 16,
      bands: [
        [60_000, 900, 7_000, 65_535],
        [300, 40_000, 9_000, 20_000],
        [1, 2, 3, 0],
      ],
    },
  ],
];
