/** Packs a case into one bundle, all on the thread that calls. */
import { makeDocuments } from "./make-documents.ts";
import { packBag, type PackedBundle } from "./pack-bag.ts";
import type { PackInput } from "./pack-input.ts";

/**
 * The same input gives the same seal, in any time zone. Nothing is given back unless every file was whole.
 * @throws what `makeDocuments` and `packBag` throw
 */
export async function packBundle(input: PackInput): Promise<PackedBundle> {
  return packBag(input, await makeDocuments(input));
}
