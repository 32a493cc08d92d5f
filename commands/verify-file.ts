/** Checks one file on this machine; it is read in pieces, never whole. */
import { openAsBlob } from "node:fs";
import { stat } from "node:fs/promises";
import { type Verification, verifyBundle } from "../src/verify/verify-bundle.ts";

/** Null when there is no such file. */
export async function verifyFile(file: string): Promise<Verification | null> {
  const facts = await stat(file).catch(() => null);
  return facts?.isFile() ? verifyBundle(await openAsBlob(file)) : null;
}
