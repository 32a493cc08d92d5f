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

function undoUp(row: Uint8Array, above: Uint8Array): void {
  for (let index = 0; index < row.length; index += 1)
    row[index] = (row[index] as number) + (above[index] as number);
}

function undoAverage(row: Uint8Array, above: Uint8Array, channels: number): void {
  for (let index = 0; index < channels; index += 1)
    row[index] = (row[index] as number) + ((above[index] as number) >> 1);
  for (let index = channels; index < row.length; index += 1)
    row[index] =
      (row[index] as number) + (((row[index - channels] as number) + (above[index] as number)) >> 1);
}

/** Channel by channel, so that the neighbours to the left stay in registers. */
function undoPaeth(row: Uint8Array, above: Uint8Array, channels: number): void {
  for (let channel = 0; channel < channels; channel += 1) {
    let left = 0;
    let aboveLeft = 0;
    for (let index = channel; index < row.length; index += channels) {
      const up = above[index] as number;
      const toLeft = up - aboveLeft;
      const toUp = left - aboveLeft;
      const fromLeft = toLeft < 0 ? -toLeft : toLeft;
      const fromUp = toUp < 0 ? -toUp : toUp;
      const fromBoth = toLeft + toUp < 0 ? -toLeft - toUp : toLeft + toUp;
      const nearest = fromLeft <= fromUp && fromLeft <= fromBoth ? left : fromUp <= fromBoth ? up : aboveLeft;
      left = ((row[index] as number) + nearest) & 0xff;
      row[index] = left;
      aboveLeft = up;
    }
  }
}
