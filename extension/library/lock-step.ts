/** The step of sealing that puts a passphrase around a bundle. */
import { digestOfBlob } from "../../src/base/stream-digest.ts";
import { lockBundle } from "../../src/bundle/lock-bundle.ts";
import type { OpenDigest } from "./digest-thread.ts";
import type { LockedFile, LockOrder } from "./seal-case.ts";

export async function lockStep(openDigest: OpenDigest, { zip, passphrase }: LockOrder): Promise<LockedFile> {
  const file = await lockBundle(zip, passphrase);
  return { file, sha256: await digestOfBlob(file, await openDigest()) };
}
