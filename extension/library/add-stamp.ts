/** Takes a reply back into a bundle: held to the seal, read again as a whole, and saved only then. */
import type { StampFact } from "../../src/verify/check-stamps.ts";
import type { StampRefusal } from "../../src/verify/stamped-bundle.ts";
import { givingWay } from "../interface/giving-way.ts";
import type { LibraryPorts } from "./library-ports.ts";

/** The bundle that gets a time. */
export interface BundleToStamp {
  zip: Blob;
  /** Of the file that was saved: the bundle, or the locked one. */
  name: string;
  seal: string;
  /** Null where it is not locked. */
  passphrase: string | null;
}

/** `zip`: with the time, not locked; a further time is added to this one. */
export type StampOutcome =
  | { kind: "added"; name: string; isLocked: boolean; stamp: StampFact; zip: Blob }
  | { kind: "refused"; reason: StampWord };

/** What can be told apart; which certificate is missing, nobody needs to know who must fetch all of them. */
export type StampWord =
  | Exclude<StampRefusal, "no-root" | "no-signer">
  | "no-certificate"
  | "no-reply"
  | "unreadable";

export async function saveRequest(
  { seal, name }: BundleToStamp,
  { saveFile, randomNumbers }: Pick<LibraryPorts, "saveFile" | "randomNumbers">,
): Promise<void> {
  const { stampRequest } = await import("../../src/stamp/stamp-request.ts");
  const nonce = new Uint8Array(randomNumbers(4).buffer.slice(0));
  saveFile(new Blob([stampRequest(seal, nonce)]), name.replace(/(?:-locked)?\.zip$/i, ".tsq"));
}

interface Adding {
  saveFile: LibraryPorts["saveFile"];
  signal: AbortSignal;
}

/** Replies and certificates are chosen together. @throws the signal's reason */
export async function addStamp(
  bundle: BundleToStamp,
  files: readonly File[],
  { saveFile, signal }: Adding,
): Promise<StampOutcome> {
  const contents = await Promise.all(
    files.map(async (file) => new Uint8Array(await file.arrayBuffer())),
  ).catch(() => null);
  if (contents === null) return { kind: "refused", reason: "unreadable" };
  const { sortStampFiles } = await import("../../src/stamp/stamp-files.ts");
  const { replies, authoritiesPem } = sortStampFiles(contents);
  if (replies.length === 0) return { kind: "refused", reason: "no-reply" };
  const { stampedBundle } = await import("../../src/verify/stamped-bundle.ts");
  const asked = replies.map((reply) => ({ reply, authoritiesPem }));
  const stamping = await stampedBundle(bundle.zip, asked, signal);
  if (stamping.kind === "refused") return { kind: "refused", reason: wordOf(stamping.reason) };
  const { name, file } = await asItWas(bundle, stamping.zip, signal);
  signal.throwIfAborted();
  const stamp = stamping.verification.stamps.at(-1);
  if (!stamp) return { kind: "refused", reason: "not-sound" };
  saveFile(file, name);
  return { kind: "added", name, isLocked: bundle.passphrase !== null, stamp, zip: stamping.zip };
}

function wordOf(reason: StampRefusal): StampWord {
  return reason === "no-root" || reason === "no-signer" ? "no-certificate" : reason;
}

/** Whoever locked the bundle gets no open copy of it. */
async function asItWas(
  { name, passphrase }: BundleToStamp,
  stamped: Blob,
  signal: AbortSignal,
): Promise<{ name: string; file: Blob }> {
  const stampedName = name.replace(/(?:-locked)?\.zip$/i, "-stamped.zip");
  if (passphrase === null) return { name: stampedName, file: stamped };
  const { lockBundle } = await import("../../src/bundle/lock-bundle.ts");
  const { lockedNameOf } = await import("../../src/report/locked-file.ts");
  return {
    name: lockedNameOf(stampedName),
    file: await lockBundle(stamped, passphrase, { signal, onPiece: givingWay() }),
  };
}
