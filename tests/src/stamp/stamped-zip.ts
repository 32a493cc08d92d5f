/** A bundle with its stamps, where nothing is expected to stand against them. */
import { stampedBundle, type StampReply } from "../../../src/verify/stamped-bundle.ts";

export async function stampedZip(zip: Blob, replies: readonly StampReply[]): Promise<Blob> {
  const stamping = await stampedBundle(zip, replies);
  if (stamping.kind === "refused") throw new Error(`not stamped: ${stamping.reason}`);
  return stamping.zip;
}
