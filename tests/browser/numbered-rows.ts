/** A page of numbered rows: each row says its number in black and white cells, so that pixels can be counted back. */
import type { PNG } from "pngjs";
import { pixelAt } from "./read-pixels.ts";

export const rowCount = 100;
/** CSS pixels. */
export const rowHeight = 100;
const cellWidth = 40;
const bits = 7;

/** Two strips, at the left and 700 px to the right of it, so that a frame put down sideways shows too. */
export const stripOffsets = [0, 700] as const;

export function numberedRowsPage(): string {
  const rows = Array.from({ length: rowCount }, (_, number) => row(number)).join("");
  return `<!doctype html><html lang="zh-Hant-TW"><meta charset="utf-8"><title>一百列</title>
<style>html,body{margin:0}.row{position:relative;height:${rowHeight}px;background:#8fb3c9}
.row:nth-child(odd){background:#c9dbe6}i{position:absolute;top:0;width:${cellWidth}px;height:100%}</style>${rows}`;
}

function row(number: number): string {
  const cells = stripOffsets.flatMap((offset) =>
    Array.from({ length: bits + 1 }, (_, bit) => cell(offset + bit * cellWidth, isBlack(number, bit))),
  );
  return `<div class="row">${cells.join("")}</div>`;
}

/** The last cell says whether the number of black cells is even: a torn row decodes to nothing. */
function isBlack(number: number, bit: number): boolean {
  if (bit < bits) return ((number >> bit) & 1) === 1;
  return (
    Array.from({ length: bits }, (_, index) => (number >> index) & 1).reduce((sum, one) => sum + one, 0) %
      2 ===
    0
  );
}

function cell(left: number, black: boolean): string {
  return `<i style="left:${left}px;background:${black ? "#000" : "#fff"}"></i>`;
}

/** A run of equal rows of pixels: which number they say, and how many there are. */
export interface DecodedRow {
  number: number | null;
  height: number;
}

export function decodeRows(page: PNG, offset: number, ratio: number): DecodedRow[] {
  const runs: DecodedRow[] = [];
  for (let y = 0; y < page.height; y += 1) {
    const number = numberAt(page, { y, offset, ratio });
    const last = runs.at(-1);
    if (last && last.number === number) last.height += 1;
    else runs.push({ number, height: 1 });
  }
  return runs;
}

function numberAt(page: PNG, place: { y: number; offset: number; ratio: number }): number | null {
  let number = 0;
  let blackCells = 0;
  for (let bit = 0; bit <= bits; bit += 1) {
    const x = Math.round((place.offset + (bit + 0.5) * cellWidth) * place.ratio);
    const [red, green, blue, alpha] = pixelAt(page, x, place.y);
    const isDark = red + green + blue === 0;
    if (alpha !== 255 || (!isDark && red + green + blue !== 765)) return null;
    if (isDark && bit < bits) number += 1 << bit;
    if (isDark) blackCells += 1;
  }
  return blackCells % 2 === 1 ? number : null;
}
