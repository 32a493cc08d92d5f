/** Opens locked bundles for a check on this machine: each into a file that only this user can read and that is gone afterwards. */
import { createWriteStream, openAsBlob, rmSync } from "node:fs";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { Writable } from "node:stream";
import { visibleText } from "../src/base/visible-text.ts";
import { type LockedBundle, lockedBundleIn } from "../src/bundle/locked-bundle.ts";
import { longestPassphrase } from "../src/bundle/passphrase.ts";
import { passphraseFor, unlockTo } from "../src/bundle/unlock-bundle.ts";
import type { Finding } from "../src/verify/finding.ts";

/** What opens locked bundles in one run. */
export interface Unlocking {
  /** As it stands in the file. */
  passphrase: string;
  /** Opened bundles lie here while they are checked. */
  folder: string;
}

export type UnlockedFile =
  | { kind: "not-locked" }
  | { kind: "opened"; file: string; close(): Promise<void> }
  | { kind: "refused"; finding: Finding };

/** @throws what reading or writing throws; nothing is left behind then */
export async function unlockFile(file: string, unlocking: Unlocking | null): Promise<UnlockedFile> {
  const locked = await lockedBundleIn(await openAsBlob(file));
  if (!locked) return { kind: "not-locked" };
  if (!unlocking) return refused({ code: "bundle-locked", path: visibleText(basename(file)) });
  const passphrase = await passphraseFor(locked, unlocking.passphrase);
  if (passphrase === null) return refused({ code: "passphrase-differs" });
  return await opened(locked, { ...unlocking, passphrase });
}

function refused(finding: Finding): UnlockedFile {
  return { kind: "refused", finding };
}

async function opened(locked: LockedBundle, { folder, passphrase }: Unlocking): Promise<UnlockedFile> {
  const file = join(await mkdtemp(join(folder, "bundle-")), "bundle.zip");
  const close = () => rm(file, { force: true });
  try {
    const to = Writable.toWeb(createWriteStream(file, { flags: "wx", mode: 0o600 }));
    const isWhole = await unlockTo(to as WritableStream, { locked, passphrase });
    if (isWhole) return { kind: "opened", file, close };
  } catch (error) {
    await close();
    throw error;
  }
  await close();
  return refused({ code: "locked-changed" });
}

/** Runs `check` with a place for what is opened, which is gone when it ends, also where it is stopped. */
export async function withPassphrase<T>(
  passphrase: string | null,
  check: (unlocking: Unlocking | null) => Promise<T>,
): Promise<T> {
  if (passphrase === null) return await check(null);
  const folder = await mkdtemp(join(tmpdir(), "keepleaf-"));
  const clear = () => rmSync(folder, { recursive: true, force: true });
  const stop = () => {
    clear();
    process.exit(130);
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.once(signal, stop);
  try {
    return await check({ passphrase, folder });
  } finally {
    for (const signal of signals) process.off(signal, stop);
    clear();
  }
}

/** A passphrase and the marks that editors put around it. */
const mostBytes = 4 * longestPassphrase;

/** In UTF-8 or, as some shells of Windows write, in UTF-16. @throws where there is no such text */
export async function readPassphrase(file: string): Promise<string> {
  const facts = await stat(file);
  if (!facts.isFile() || facts.size > mostBytes) throw new Error("not a passphrase file");
  const bytes = await readFile(file);
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  if (text.trim() === "") throw new Error("an empty passphrase file");
  return text;
}
