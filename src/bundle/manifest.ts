/** The lists of digests: BagIt manifests (RFC 8493 §2.1.3, §2.2.1) and the same facts for hashdeep. */

export interface ManifestLine {
  path: string;
  sha256: string;
}

export interface SizedLine extends ManifestLine {
  sizeBytes: number;
}

/** By UTF-16 code units, which for ASCII paths is by bytes: what `LC_ALL=C sort` does. */
export function byPath(one: { path: string }, other: { path: string }): number {
  if (one.path === other.path) return 0;
  return one.path < other.path ? -1 : 1;
}

/** `digest  path`, sorted, LF: `sha256sum -c --strict` reads it as it is. */
export function manifestText(lines: readonly ManifestLine[]): string {
  return lines
    .toSorted(byPath)
    .map(({ sha256, path }) => `${sha256}  ${path}\n`)
    .join("");
}

export type ManifestReading = { kind: "read"; lines: ManifestLine[] } | { kind: "malformed"; line: number };

/** Reads a manifest exactly as `manifestText` writes it; `line` counts from 1. */
export function readManifest(text: string): ManifestReading {
  if (text !== "" && !text.endsWith("\n")) return { kind: "malformed", line: text.split("\n").length };
  const lines: ManifestLine[] = [];
  for (const [index, line] of text.split("\n").slice(0, -1).entries()) {
    const [, sha256, path] = /^([0-9a-f]{64}) {2}([A-Za-z0-9._/-]+)$/.exec(line) ?? [];
    const previous = lines.at(-1)?.path ?? "";
    if (!sha256 || !path || path <= previous) return { kind: "malformed", line: index + 1 };
    lines.push({ sha256, path });
  }
  return { kind: "read", lines };
}

/** For `hashdeep -r -l -c sha256 -a -k`, which also finds added and moved files. */
export function hashdeepText(lines: readonly SizedLine[]): string {
  const rows = lines
    .toSorted(byPath)
    .map(({ sizeBytes, sha256, path }) => `${sizeBytes},${sha256},${path}\n`);
  return `%%%% HASHDEEP-1.0\n%%%% size,sha256,filename\n${rows.join("")}`;
}
