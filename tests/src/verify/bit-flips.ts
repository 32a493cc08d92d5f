/** Flips single bits all over a bundle and tells which flips the verifier did not see. */
import { packBundle } from "../../../src/bundle/pack-bundle.ts";
import { verifyBundle } from "../../../src/verify/verify-bundle.ts";
import { packInput, sampleCase } from "../bundle/sample-case.ts";

/** With every kind of file there is, or with as few entries as a bundle can have. */
export async function smallBundle(isSmallest: boolean): Promise<Uint8Array<ArrayBuffer>> {
  const sample = await sampleCase({ items: isSmallest ? [] : [{}] });
  const { zip } = await packBundle(packInput(sample, isSmallest ? "school" : "self"));
  return new Uint8Array(await zip.arrayBuffer());
}

/** Most of a check is waiting for digests, so several flips are checked at a time. */
const atATime = 16;

/** Positions of bits, counted from the first bit of the file. */
export async function unseenFlips(
  bytes: Uint8Array<ArrayBuffer>,
  bits: readonly number[],
): Promise<number[]> {
  const unseen: number[] = [];
  for (let start = 0; start < bits.length; start += atATime) {
    const batch = bits.slice(start, start + atATime);
    const isSeen = await Promise.all(batch.map((bit) => isFlipSeen(bytes, bit)));
    unseen.push(...batch.filter((_, index) => !isSeen[index]));
  }
  return unseen;
}

async function isFlipSeen(bytes: Uint8Array<ArrayBuffer>, bit: number): Promise<boolean> {
  const flipped = new Uint8Array(bytes);
  flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  const { isSound, findings } = await verifyBundle(new Blob([flipped]));
  return !isSound && findings.length > 0;
}

/** One bit at random from each of so many equal stretches, so that no part of the file is left out. Seeded. */
export function spreadBits(sizeBytes: number, count: number, seed: number): number[] {
  const random = generator(seed);
  const stretch = (sizeBytes * 8) / count;
  return Array.from({ length: count }, (_, index) => Math.floor((index + random()) * stretch));
}

/** Mulberry32: small, and the same on every machine. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
