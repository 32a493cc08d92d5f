/** Reads the store and the key of this installation, on the thread that asks. */
import type { BagInput } from "../../src/bundle/bundle-plan.ts";
import { openStore } from "../store/open-store.ts";
import { openSigner } from "../store/signing-key.ts";

/** @throws Failure when one of them cannot be opened */
export async function storeMeans(): Promise<Pick<BagInput, "readFile" | "signer">> {
  const store = await openStore();
  return { readFile: (itemId, name) => store.readFile(itemId, name), signer: await openSigner() };
}
