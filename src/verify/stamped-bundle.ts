/** Puts replies of time stamp authorities into a bundle that is sound: the seal stays, only `proof/` grows. */
import { Failure } from "../base/failure.ts";
import { bagPaths, isStampPath, mostStamps, stampPath } from "../bundle/bag-layout.ts";
import { byPath } from "../bundle/manifest.ts";
import { toPem } from "../bundle/pem.ts";
import { dosDateTime } from "../bundle/sealing-time.ts";
import { writeZip } from "../bundle/write-zip.ts";
import { certificatesInReply, readStamp } from "../stamp/read-stamp.ts";
import { openContainer } from "./open-container.ts";
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
  const files = new Map<string, Blob>();
  for (const entry of entries)
    files.set(entry.path.slice(bagName.length + 1), new Blob([await entry.read()]));
  const sealed = new Uint8Array(await (files.get(bagPaths.tagManifest) ?? new Blob()).arrayBuffer());
  for (const reply of replies) await addReply(files, sealed, reply);
  const sorted = Array.from(files, ([path, content]) => ({ path, content })).sort(byPath);
  return await writeZip(inBag(bagName, sorted), {
    dosDateTime: dosDateTime(bagTime(bagName)),
    signal: undefined,
  });
}

async function* inBag(bagName: string, files: readonly { path: string; content: Blob }[]) {
  for (const { path, content } of files) yield { path: `${bagName}/${path}`, content };
}

async function addReply(
  files: Map<string, Blob>,
  sealed: Uint8Array<ArrayBuffer>,
  { reply, authoritiesPem }: StampReply,
): Promise<void> {
  const before = (await files.get(bagPaths.authorities)?.text()) ?? "";
  const inReply = certificatesInReply(reply).map((der) => toPem("CERTIFICATE", der));
  const authorities = joinedPem([before, authoritiesPem, ...inReply]);
  const reading = await readStamp({ reply, sealed, authoritiesPem: authorities });
  if (reading.kind === "broken")
    throw new Failure("bundle-refused", `the reply does not hold: ${reading.reason}`);
  const number = 1 + [...files.keys()].filter(isStampPath).length;
  if (number > mostStamps) throw new Failure("bundle-refused", `${mostStamps} stamps are enough`);
  files.set(stampPath(number), new Blob([reply]));
  files.set(bagPaths.authorities, new Blob([authorities]));
}

/** Every certificate once, in the order they come; what stands between them is left out. */
function joinedPem(texts: readonly string[]): string {
  const blocks = texts.flatMap(
    (text) => text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [],
  );
  return [...new Set(blocks.map((block) => `${block.replaceAll("\r", "")}\n`))].join("");
}
