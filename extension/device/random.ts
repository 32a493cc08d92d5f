/** Randomness from the browser's cryptographic source. */

export function newId(): string {
  return crypto.randomUUID();
}

/** Lower-case hex, two characters a byte. */
export function randomHex(bytes: number): string {
  const values = crypto.getRandomValues(new Uint8Array(bytes));
  return Array.from(values, (value) => value.toString(16).padStart(2, "0")).join("");
}

/** 16 random bits each. */
export function randomNumbers(count: number): Uint16Array {
  return crypto.getRandomValues(new Uint16Array(count));
}
