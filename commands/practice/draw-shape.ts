/** Draws the practice post's shapes: no photograph, nobody's likeness. */

const shapes = [
  ["#d9e7df", '<circle cx="320" cy="180" r="120" fill="#3f8f66"/>'],
  [
    "#dbe9e1",
    '<circle cx="320" cy="180" r="110" fill="#2e7d57"/><circle cx="320" cy="180" r="54" fill="#dbe9e1"/>',
  ],
  ["#dde7f1", '<rect x="220" y="80" width="200" height="200" rx="8" fill="#2f6ea5"/>'],
  ["#f6eed3", '<path d="M320 60 450 290H190Z" fill="#d4a017"/>'],
  ["#e9e2f1", '<path d="M320 60 424 120v120l-104 60-104-60V120Z" fill="#7a55a3"/>'],
  ["#f7e6d8", '<path d="M320 50 450 180 320 310 190 180Z" fill="#d9762b"/>'],
  ["#e6e8ea", '<rect x="110" y="150" width="420" height="60" rx="6" fill="#66727c"/>'],
  ["#d8efef", '<path d="M190 220a130 130 0 0 1 260 0Z" fill="#2a9a9a"/>'],
  ["#f5e0de", '<path d="M200 70h150a90 90 0 0 1 90 90v130H290a90 90 0 0 1-90-90Z" fill="#c2554b"/>'],
  ["#ece4da", '<path d="m320 55 34 88 94 5-73 60 24 91-79-51-79 51 24-91-73-60 94-5Z" fill="#8a6238"/>'],
] as const;

/** An SVG picture of 640 × 360; null for a number that has none. */
export function drawShape(number: number): string | null {
  const shape = shapes[number];
  if (!shape) return null;
  const [ground, figure] = shape;
  const frame = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360" width="640" height="360"';
  return `<svg ${frame}><rect width="640" height="360" fill="${ground}"/>${figure}</svg>`;
}
