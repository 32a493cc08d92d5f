/** A short digest of what stands at a grid of points in the window: tells that something moved, and is no evidence. */

const columns = 6;
const rows = 8;
const charactersPerPoint = 160;

export function viewDigest(): string {
  let digest = 0x811c9dc5;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const x = ((column + 0.5) * innerWidth) / columns;
      const y = ((row + 0.5) * innerHeight) / rows;
      digest = fnv1a(digest, standsAt(x, y));
    }
  }
  return digest.toString(16).padStart(8, "0");
}

function standsAt(x: number, y: number): string {
  const element = document.elementFromPoint(x, y);
  if (!element) return "-";
  const { left, top, width, height } = element.getBoundingClientRect();
  const box = [left, top, width, height].map((length) => Math.round(length * 4)).join(",");
  return `${element.localName} ${box} ${element.textContent?.slice(0, charactersPerPoint) ?? ""}`;
}

/** FNV-1a, 32 bit. */
function fnv1a(digest: number, text: string): number {
  let value = digest;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return value;
}
