/** Numbers written with other alphabets than ten digits, exact at any length. */

export const base36 = "0123456789abcdefghijklmnopqrstuvwxyz";
export const base62 = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Most significant character first; null where a character is not in the alphabet or none is there. */
export function fromRadix(text: string, alphabet: string): bigint | null {
  if (!text) return null;
  const base = BigInt(alphabet.length);
  let number = 0n;
  for (const character of text) {
    const digit = alphabet.indexOf(character);
    if (digit < 0) return null;
    number = number * base + BigInt(digit);
  }
  return number;
}

export function toRadix(number: bigint, alphabet: string): string {
  const base = BigInt(alphabet.length);
  let text = "";
  for (let rest = number; rest > 0n; rest /= base) text = (alphabet[Number(rest % base)] ?? "") + text;
  return text || (alphabet[0] ?? "");
}
