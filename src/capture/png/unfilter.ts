/** Undoes the filter of a row of samples in place (PNG specification, 9.2). The inner loops decide how fast pictures open. */
import { pngRefused } from "./png-form.ts";

export interface FilteredRow {
  /** 0 none, 1 sub, 2 up, 3 average, 4 Paeth. */
  filter: number;
  row: Uint8Array;
  /** The row above, already undone; all zeroes above the first. */
  above: Uint8Array;
  channels: 3 | 4;
}

/** @throws Failure `picture-unreadable` for a filter there is none of */
export function unfilter({ filter, row, above, channels }: FilteredRow): void {
  switch (filter) {
    case 0:
      break;
    case 1:
      undoSub(row, channels);
      break;
    case 2:
      undoUp(row, above);
      break;
    case 3:
      undoAverage(row, above, channels);
      break;
    case 4:
      undoPaeth(row, above, channels);
      break;
    default:
      throw pngRefused(`a filter ${filter}`);
  }
}

function undoSub(row: Uint8Array, channels: number): void {
  for (let index = channels; index < row.length; index += 1)
    row[index] = (row[index] as number) + (row[index - channels] as number);
}

const lowBits = 0x7f7f7f7f;
const highBits = 0x80808080;

/** Four samples a step: their high bits are added apart, so that nothing carries from one into the next. */
function undoUp(row: Uint8Array, above: Uint8Array): void {
  const samples = new DataView(row.buffer, row.byteOffset, row.length);
  const higher = new DataView(above.buffer, above.byteOffset, row.length);
  let index = 0;
  for (const last = row.length - 4; index <= last; index += 4) {
    const one = samples.getInt32(index, true);
    const other = higher.getInt32(index, true);
    samples.setInt32(index, ((one & lowBits) + (other & lowBits)) ^ ((one ^ other) & highBits), true);
  }
  for (; index < row.length; index += 1) row[index] = (row[index] as number) + (above[index] as number);
}

/** The three colours side by side: each waits for its own neighbour to the left, and the processor has three to work on. */
function undoAverage(row: Uint8Array, above: Uint8Array, channels: number): void {
  let [red, green, blue] = [0, 0, 0];
  for (let at = 0; at < row.length; at += channels) {
    red = ((row[at] as number) + ((red + (above[at] as number)) >> 1)) & 0xff;
    green = ((row[at + 1] as number) + ((green + (above[at + 1] as number)) >> 1)) & 0xff;
    blue = ((row[at + 2] as number) + ((blue + (above[at + 2] as number)) >> 1)) & 0xff;
    row[at] = red;
    row[at + 1] = green;
    row[at + 2] = blue;
  }
  if (channels === 4) undoAverageOf(row, above, 3);
}

function undoAverageOf(row: Uint8Array, above: Uint8Array, channel: number): void {
  let left = 0;
  for (let at = channel; at < row.length; at += 4) {
    left = ((row[at] as number) + ((left + (above[at] as number)) >> 1)) & 0xff;
    row[at] = left;
  }
}

function undoPaeth(row: Uint8Array, above: Uint8Array, channels: number): void {
  let [red, green, blue] = [0, 0, 0];
  let [redBefore, greenBefore, blueBefore] = [0, 0, 0];
  for (let at = 0; at < row.length; at += channels) {
    const redUp = above[at] as number;
    const greenUp = above[at + 1] as number;
    const blueUp = above[at + 2] as number;
    red = ((row[at] as number) + nearest(red, redUp, redBefore)) & 0xff;
    green = ((row[at + 1] as number) + nearest(green, greenUp, greenBefore)) & 0xff;
    blue = ((row[at + 2] as number) + nearest(blue, blueUp, blueBefore)) & 0xff;
    row[at] = red;
    row[at + 1] = green;
    row[at + 2] = blue;
    redBefore = redUp;
    greenBefore = greenUp;
    blueBefore = blueUp;
  }
  if (channels === 4) undoPaethOf(row, above, 3);
}

function undoPaethOf(row: Uint8Array, above: Uint8Array, channel: number): void {
  let [left, before] = [0, 0];
  for (let at = channel; at < row.length; at += 4) {
    const up = above[at] as number;
    left = ((row[at] as number) + nearest(left, up, before)) & 0xff;
    row[at] = left;
    before = up;
  }
}

/** Of left, above and above left, the one nearest to what they make together (9.4), without its three distances. */
function nearest(left: number, up: number, before: number): number {
  const threshold = 3 * before - left - up;
  const lower = Math.min(left, up);
  const higher = Math.max(left, up);
  if (threshold <= lower) return higher;
  return higher <= threshold ? lower : before;
}
