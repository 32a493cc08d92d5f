/** Pages of numbered rows: each row says its number in black and white cells, so that pixels can be counted back. */
import type { PNG } from "pngjs";
import { pixelAt } from "./read-pixels.ts";

export const rowCount = 100;
/** CSS pixels. */
export const rowHeight = 100;
const cellWidth = 40;
/** Up to 4,096 rows. */
const bits = 12;

/**
 * Two strips, at the left and 600 px to the right of it, so that a frame put down sideways shows too. Both fit into the
 * window at 110 % zoom: a plain box beyond its edge would not be part of the picture.
 */
export const stripOffsets = [0, 600] as const;

export interface RowsPage {
  count?: number;
  /** Number of the first row. */
  from?: number;
  /** More style rules. */
  style?: string;
  /** Markup before and after the rows. */
  before?: string;
  after?: string;
}

export function numberedRowsPage({
  count = rowCount,
  from = 0,
  style = "",
  before = "",
  after = "",
}: RowsPage = {}) {
  return `<!doctype html><html lang="zh-Hant-TW"><meta charset="utf-8"><title>一百列</title>
<style>${rowStyle}${style}</style>${before}${numberedRows(count, from)}${after}`;
}

export const rowStyle = `html,body{margin:0}.row{position:relative;height:${rowHeight}px;background:#8fb3c9}
.row:nth-child(odd){background:#c9dbe6}.row i{position:absolute;top:0;width:${cellWidth}px;height:100%}`;

export function numberedRows(count: number, from = 0): string {
  return Array.from({ length: count }, (_, index) => numberedRow(from + index)).join("");
}

export function numberedRow(number: number): string {
  return `<div class="row">${rowCells(number)}</div>`;
}

/** The cells alone, for rows of another make; they stand in a box that is `position: relative`. */
export function rowCells(number: number): string {
  return stripOffsets.flatMap((offset) => cellsAt(offset, number)).join("");
}

function cellsAt(offset: number, number: number): string[] {
  return Array.from({ length: bits + 1 }, (_, bit) => cell(offset + bit * cellWidth, isBlack(number, bit)));
}

/** The same strip as a picture of its own, 640 by 200 pixels. */
export function numberedPicture(number: number): string {
  const cells = Array.from({ length: bits + 1 }, (_, bit) => {
    const fill = isBlack(number, bit) ? "#000" : "#fff";
    return `<rect x="${bit * cellWidth}" width="${cellWidth}" height="200" fill="${fill}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="200" shape-rendering="crispEdges">${cells.join("")}</svg>`;
}

/** A script for pages that make their own rows: defines `numberedRow(number)`, which returns an element. */
export const rowScript = `const numberedRow = (number) => {
  const row = document.createElement("div");
  row.className = "row";
  const isBlack = (bit) => bit < ${bits} ? (number >> bit) & 1
    : Array.from({ length: ${bits} }, (_, at) => (number >> at) & 1).reduce((sum, one) => sum + one, 0) % 2 === 0;
  for (const offset of ${JSON.stringify(stripOffsets)}) for (let bit = 0; bit <= ${bits}; bit += 1) {
    const cell = document.createElement("i");
    cell.style.left = offset + bit * ${cellWidth} + "px";
    cell.style.background = isBlack(bit) ? "#000" : "#fff";
    row.append(cell);
  }
  return row;
};`;

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

/** `y` in device pixels, `offset` in CSS pixels; null where there is no whole strip. */
export function numberAt(page: PNG, place: { y: number; offset: number; ratio: number }): number | null {
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

/** The rows `from` to `from + count`, each once and at its height. */
export function wholeRows(count: number, { from = 0, ratio = 1 } = {}): DecodedRow[] {
  return Array.from({ length: count }, (_, index) => ({ number: from + index, height: rowHeight * ratio }));
}
