/** A seal as people read and compare it. */

/** 64 hexadecimal digits as 16 groups of four. */
export function sealGroups(seal: string): string[] {
  return seal.match(/.{4}/g) ?? [];
}

export type SealComparison = "same" | "differs" | "too-short";

/** The first eight are what people read aloud or copy by hand. */
const fewestDigits = 8;

/** Compares what stands on paper, whole or from its start, however it is spaced or capitalised. */
export function compareSeal(seal: string, typed: string): SealComparison {
  const digits = typed.toLowerCase().replace(/[\s\-–:]/g, "");
  if (digits.length < fewestDigits) return "too-short";
  return seal.startsWith(digits) ? "same" : "differs";
}
