/** Takes a bundle out of its lock, piece by piece. What comes out may be used only once its tag was held to the passphrase. */
import {
  ERR_INVALID_AUTHENTICATION_CODE,
  ERR_INVALID_PASSWORD,
  type FileEntry,
} from "@zip.js/zip.js/index-native.js";
import type { LockedBundle } from "./locked-bundle.ts";
import { passphrasesMeant } from "./passphrase.ts";

const plainly = { useWebWorkers: false, checkAuthenticationCode: true } as const;

/**
 * The passphrase that opens it, of those that may have been meant; null where none does. One of 65,536 wrong ones passes
 * here: the tag shows it in the end. @throws what the Blob throws when it cannot be read
 */
export async function passphraseFor({ entry }: LockedBundle, typed: string): Promise<string | null> {
  for (const password of passphrasesMeant(typed)) if (await passes(entry, password)) return password;
  return null;
}

async function passes(entry: FileEntry, password: string): Promise<boolean> {
  try {
    await entry.getData(new WritableStream(), { ...plainly, password, checkPasswordOnly: true });
    return true;
  } catch (error) {
    if (isError(error, ERR_INVALID_PASSWORD)) return false;
    throw error;
  }
}

export interface UnlockingWatch {
  signal?: AbortSignal | undefined;
  /** From 0 to 1. It is waited for: who also shows a page lets it have its turn here. */
  onProgress?: ((share: number) => void | Promise<void>) | undefined;
}

/**
 * Whether all that was written is as it was locked. Where it is not, what was written is nobody's: it must be thrown away.
 * @throws the signal's reason, and what the Blob or `to` throws
 */
export async function unlockTo(
  to: WritableStream<Uint8Array<ArrayBuffer>>,
  { locked, passphrase }: { locked: LockedBundle; passphrase: string },
  { signal, onProgress }: UnlockingWatch = {},
): Promise<boolean> {
  const options = signal ? { ...plainly, signal } : plainly;
  try {
    await locked.entry.getData(to, {
      ...options,
      password: passphrase,
      onprogress: (done, total) => onProgress?.(done / Math.max(1, total)),
    });
    return true;
  } catch (error) {
    signal?.throwIfAborted();
    if (isError(error, ERR_INVALID_AUTHENTICATION_CODE)) return false;
    throw error;
  }
}

function isError(error: unknown, message: string): boolean {
  return error instanceof Error && error.message === message;
}

/** The bundle inside; null where it is not as it was locked. @throws as `unlockTo` */
export async function unlockedBundle(
  locked: LockedBundle,
  passphrase: string,
  watch: UnlockingWatch = {},
): Promise<Blob | null> {
  const { to, blob } = blobOfStream();
  const isWhole = await unlockTo(to, { locked, passphrase }, watch);
  return isWhole ? await blob : null;
}

/**
 * What comes as a stream a browser lays on its disk. One that is broken off only ends: nobody uses it then, and Firefox
 * would tell of it as of an error that nobody heard.
 */
function blobOfStream(): { to: WritableStream<Uint8Array<ArrayBuffer>>; blob: Promise<Blob> } {
  const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
  const writer = writable.getWriter();
  const to = new WritableStream<Uint8Array<ArrayBuffer>>({
    write: (part) => writer.write(part),
    close: () => writer.close(),
    abort: () => writer.close(),
  });
  return { to, blob: new Response(readable).blob() };
}
