/**
 * Decodes pictures, and remembers the latest: the tests of one item follow one another and look at the same ones, and
 * decoding is most of what looking costs.
 */
import { readFileSync } from "node:fs";
import { PNG } from "pngjs";

/** Some thirty frames of a window: an item of ordinary length, while the longest ones never fit. */
const mostBytes = 128 * 1_024 * 1_024;
/** The latest at the end. */
const latest = new Map<string, PNG>();

/** Nobody may paint on it: the next who asks gets the same. */
export function decodedPicture(file: string): PNG {
  const picture = latest.get(file) ?? PNG.sync.read(readFileSync(file));
  latest.delete(file);
  latest.set(file, picture);
  let bytes = 0;
  for (const { data } of latest.values()) bytes += data.length;
  for (const [oldest, { data }] of latest) {
    if (bytes <= mostBytes || oldest === file) break;
    latest.delete(oldest);
    bytes -= data.length;
  }
  return picture;
}
