/** The two spellings of an ECDSA P-256 signature: 64 bytes (IEEE P1363), and DER (RFC 3279 §2.2.3) as openssl reads it. */

const half = 32;
const sequenceTag = 0x30;
const integerTag = 0x02;

export function toDer(signature: Uint8Array): Uint8Array<ArrayBuffer> {
  if (signature.length !== 2 * half) throw new TypeError("a P-256 signature has 64 bytes");
  const numbers = [signature.subarray(0, half), signature.subarray(half)].map(derInteger);
  const content = numbers.flatMap((number) => [...number]);
  return new Uint8Array([sequenceTag, content.length, ...content]);
}

/** The shortest form that is not negative (X.690 §8.3). */
function derInteger(bytes: Uint8Array): number[] {
  let digits = [...bytes];
  while (digits.length > 1 && digits[0] === 0 && (digits[1] ?? 0) < 0x80) digits = digits.slice(1);
  if ((digits[0] ?? 0) >= 0x80) digits = [0, ...digits];
  return [integerTag, digits.length, ...digits];
}

/** Null when the bytes are not exactly what `toDer` writes. */
export function fromDer(der: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (der[0] !== sequenceTag || der[1] !== der.length - 2) return null;
  const signature = new Uint8Array(2 * half);
  let at = 2;
  for (const end of [half, 2 * half]) {
    const length = der[at + 1] ?? 0;
    const digits = der.subarray(at + 2, at + 2 + length);
    if (der[at] !== integerTag || length === 0 || length > half + 1 || digits.length !== length) return null;
    const number = length === half + 1 ? digits.subarray(1) : digits;
    signature.set(number, end - number.length);
    at += 2 + length;
  }
  if (at !== der.length) return null;
  const again = toDer(signature);
  return again.length === der.length && again.every((byte, index) => byte === der[index]) ? signature : null;
}
