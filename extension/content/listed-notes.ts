/** A page may have thousands of the same: so many are listed with their place, the others as one number. */
import type { CaptureNote } from "../../src/capture/verdict.ts";

const mostListed = 20;

/** `notes` are of one code. */
export function listed(notes: readonly CaptureNote[]): CaptureNote[] {
  const [first] = notes;
  if (!first || notes.length <= mostListed) return [...notes];
  const rest = { code: first.code, detail: `+ ${notes.length - mostListed}` };
  return [...notes.slice(0, mostListed), rest];
}
