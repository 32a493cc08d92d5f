/** The step of sealing that makes all files but the report. */
import type { BagInput } from "../../src/bundle/bundle-plan.ts";
import { type MadeLists, makeLists } from "../../src/bundle/make-documents.ts";
import type { SealingOrder } from "./seal-case.ts";

export function listStep(
  { readFile, signer }: Pick<BagInput, "readFile" | "signer">,
  order: SealingOrder,
): Promise<MadeLists> {
  return makeLists({ ...order, readFile, signer });
}
