/** How large something is, in units people know. */

const units = ["KB", "MB", "GB"] as const;

/** `0.4 MB`, `48 MB`; thousands, as file managers on most systems count them. */
export function sizeWords(sizeBytes: number): string {
  let size = sizeBytes / 1_000;
  let unit: (typeof units)[number] = "KB";
  for (const next of units.slice(1)) {
    if (size < 1_000) break;
    size /= 1_000;
    unit = next;
  }
  return `${size < 10 ? Math.max(0.1, Math.round(size * 10) / 10) : Math.round(size)} ${unit}`;
}
