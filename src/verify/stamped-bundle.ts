/** Puts replies of time stamp authorities into a bundle that is sound: the seal stays, only `proof/` grows. */
import { sha256Hex } from "../base/digest.ts";
import { bagPaths, isStampPath, mostStamps, stampPath } from "../bundle/bag-layout.ts";
import { byPath } from "../bundle/manifest.ts";
import { toPem } from "../bundle/pem.ts";
import { bagTime, dosDateTime } from "../bundle/sealing-time.ts";
import { writeZip, zipEntry, type ZipEntryToWrite } from "../bundle/write-zip.ts";
import { contentOffset } from "../bundle/zip-form.ts";
import { type BrokenStamp, certificatesInReply, readStamp } from "../stamp/read-stamp.ts";
import { openContainer } from "./open-container.ts";
import type { StoredEntry } from "./stored-entry.ts";
import type { Verification } from "./verification.ts";
import { verifyBundle } from "./verify-bundle.ts";

export interface StampReply {
  reply: Uint8Array<ArrayBuffer>;
  /** Chain and root in PEM, as the authority publishes them; those in the reply are added. */
  authoritiesPem: string;
}

export type Stamping =
  | { kind: "stamped"; zip: Blob; verification: Verification }
  | { kind: "refused"; reason: StampRefusal };

/**
 * `not-sound`: the bundle differs from what was sealed; `full`: there is no room for another stamp; `already-there`: the
 * bundle holds this very reply.
 */
export type StampRefusal = BrokenStamp | "not-sound" | "full" | "already-there";

/**
 * A new container with the same seal and the same entries, and the replies besides; every byte of it was read again and
 * held to the seal. The same input gives the same bytes. Pictures are not drawn from their frames once more: whoever
 * wants that checks the bundle before.
 */
export async function stampedBundle(
  zip: Blob,
  replies: readonly StampReply[],
  signal?: AbortSignal,
): Promise<Stamping> {
  const container = await openContainer(zip);
  if (container.kind === "refused") return { kind: "refused", reason: "not-sound" };
  const { bagName, entries } = container;
  const files = new Map(entries.map((entry) => [entry.path.slice(bagName.length + 1), storedAs(zip, entry)]));
  const sealed = new Uint8Array(await contentOf(files, bagPaths.tagManifest).arrayBuffer());
  for (const reply of replies) {
    const reason = await addReply(files, sealed, reply);
    if (reason !== null) return { kind: "refused", reason };
  }
  const stamped = await containerOf(bagName, files).catch(() => null);
  if (stamped === null) return { kind: "refused", reason: "not-sound" };
  const verification = await verifyBundle(stamped, { signal, isJustSealed: true });
  return verification.isSound && verification.seal === (await sha256Hex(sealed))
    ? { kind: "stamped", zip: stamped, verification }
    : { kind: "refused", reason: "not-sound" };
}

type Files = Map<string, ZipEntryToWrite>;

async function containerOf(bagName: string, files: Files): Promise<Blob> {
  const sorted = Array.from(files, ([path, file]) => ({ ...file, path })).sort(byPath);
  const inBag = sorted.map((file) => ({ ...file, path: `${bagName}/${file.path}` }));
  return await writeZip(inBag, { dosDateTime: dosDateTime(bagTime(bagName)) });
}

/** Where the bundle is sound, its content lies behind its header; where it is not, the check says so afterwards. */
function storedAs(zip: Blob, entry: StoredEntry): ZipEntryToWrite {
  const { path, sizeBytes, crc32 } = entry;
  const start = contentOffset(entry);
  return { path, content: zip.slice(start, start + sizeBytes), sizeBytes, crc32 };
}

function contentOf(files: Files, path: string): Blob {
  return files.get(path)?.content ?? new Blob();
}

/** Why it is not taken; null when it was. */
async function addReply(
  files: Files,
  sealed: Uint8Array<ArrayBuffer>,
  { reply, authoritiesPem }: StampReply,
): Promise<StampRefusal | null> {
  const stamps = [...files.keys()].filter(isStampPath);
  for (const path of stamps) if (await isSame(contentOf(files, path), reply)) return "already-there";
  const before = await contentOf(files, bagPaths.authorities).text();
  const inReply = certificatesInReply(reply).map((der) => toPem("CERTIFICATE", der));
  const authorities = joinedPem([before, authoritiesPem, ...inReply]);
  const reading = await readStamp({ reply, sealed, authoritiesPem: authorities });
  if (reading.kind === "broken") return reading.reason;
  const number = 1 + stamps.length;
  if (number > mostStamps) return "full";
  const add = (path: string, bytes: Uint8Array<ArrayBuffer>) => files.set(path, zipEntry(path, bytes));
  add(stampPath(number), reply);
  add(bagPaths.authorities, new TextEncoder().encode(authorities));
  return null;
}

async function isSame(content: Blob, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  if (content.size !== bytes.length) return false;
  const there = new Uint8Array(await content.arrayBuffer());
  return there.every((byte, index) => byte === bytes[index]);
}

/** Every certificate once, in the order they come; what stands between them is left out. */
function joinedPem(texts: readonly string[]): string {
  const blocks = texts.flatMap(
    (text) => text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [],
  );
  return [...new Set(blocks.map((block) => `${block.replaceAll("\r", "")}\n`))].join("");
}
