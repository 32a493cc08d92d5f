/** Hands a file to the browser's own download, which needs no permission and no network. */

/** Long enough for any disk; until then the browser reads from the address. */
const keptForMs = 10 * 60_000;

export function saveFile(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), keptForMs);
}
