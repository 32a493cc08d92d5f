/** Puts replies of time stamp authorities into a bundle that is sound: the seal stays, only `proof/` grows. */
import { Failure } from "../base/failure.ts";
import { bagPaths, isStampPath, mostStamps, stampPath } from "../bundle/bag-layout.ts";
import { byPath } from "../bundle/manifest.ts";
import { toPem } from "../bundle/pem.ts";
import { dosDateTime } from "../bundle/sealing-time.ts";
import { writeZip, zipEntry, type ZipEntryToWrite } from "../bundle/write-zip.ts";
import { contentOffset } from "../bundle/zip-form.ts";
import { certificatesInReply, readStamp } from "../stamp/read-stamp.ts";
import { openContainer } from "./open-container.ts";
import type { StoredEntry } from "./stored-entry.ts";
import { bagTime, verifyBundle } from "./verify-bundle.ts";

export interface StampReply {
  reply: Uint8Array<ArrayBuffer>;
  /** Chain and root in PEM, as the authority publishes them; those in the reply are added. */
  authoritiesPem: string;
}

/**
 * A new container with the same seal and the same entries, and the replies besides. The same input gives the same bytes.
 * @throws Failure `bundle-refused` when the bundle is not sound, a reply does not hold, or there is no room for it
 */
export async function stampedBundle(zip: Blob, replies: readonly StampReply[]): Promise<Blob> {
  const container = await openContainer(zip);
  const { isSound, findings } = await verifyBundle(zip);
  if (container.kind === "refused" || !isSound)
    throw new Failure("bundle-refused", `the bundle is not sound: ${findings[0]?.code ?? ""}`);
  const { bagName, entries } = container;
  const files = new Map(entries.map((entry) => [entry.path.slice(bagName.length + 1), storedAs(zip, entry)]));
  const sealed = new Uint8Array(await contentOf(files, bagPaths.tagManifest).arrayBuffer());
  for (const reply of replies) await addReply(files, sealed, reply);
  const sorted = Array.from(files, ([path, file]) => ({ ...file, path })).sort(byPath);
  const inBag = sorted.map((file) => ({ ...file, path: `${bagName}/${file.path}` }));
  return await writeZip(inBag, { dosDateTime: dosDateTime(bagTime(bagName)) });
}

type Files = Map<string, ZipEntryToWrite>;

/** Of a sound bundle: what the container says of the entry is so, and its content lies behind its header. */
function storedAs(zip: Blob, entry: StoredEntry): ZipEntryToWrite {
  const { path, sizeBytes, crc32 } = entry;
  const start = contentOffset(entry);
  return { path, content: zip.slice(start, start + sizeBytes), sizeBytes, crc32 };
}

function contentOf(files: Files, path: string): Blob {
  return files.get(path)?.content ?? new Blob();
}

async function addReply(
  files: Files,
  sealed: Uint8Array<ArrayBuffer>,
  { reply, authoritiesPem }: StampReply,
): Promise<void> {
  const before = await contentOf(files, bagPaths.authorities).text();
  const inReply = certificatesInReply(reply).map((der) => toPem("CERTIFICATE", der));
  const authorities = joinedPem([before, authoritiesPem, ...inReply]);
  const reading = await readStamp({ reply, sealed, authoritiesPem: authorities });
  if (reading.kind === "broken")
    throw new Failure("bundle-refused", `the reply does not hold: ${reading.reason}`);
  const number = 1 + [...files.keys()].filter(isStampPath).length;
  if (number > mostStamps) throw new Failure("bundle-refused", `${mostStamps} stamps are enough`);
  const add = (path: string, bytes: Uint8Array<ArrayBuffer>) => files.set(path, zipEntry(path, bytes));
  add(stampPath(number), reply);
  add(bagPaths.authorities, new TextEncoder().encode(authorities));
}

/** Every certificate once, in the order they come; what stands between them is left out. */
function joinedPem(texts: readonly string[]): string {
  const blocks = texts.flatMap(
    (text) => text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [],
  );
  return [...new Set(blocks.map((block) => `${block.replaceAll("\r", "")}\n`))].join("");
}
