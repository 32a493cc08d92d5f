/** The request for a time stamp (RFC 3161 §2.4.1): the digest of the seal's list and nothing else leaves the device. */
import { Integer, Null, OctetString } from "asn1js";
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from "pkijs";

export const sha256Oid = "2.16.840.1.101.3.4.2.1";

/**
 * DER, what `openssl ts -query -cert -sha256 -digest SEAL` writes. `nonce` are random bytes; the reply repeats them.
 * The authority's certificates are asked for, so that the stamp can be checked without it.
 */
export function stampRequest(seal: string, nonce: Uint8Array): Uint8Array<ArrayBuffer> {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha256Oid, algorithmParams: new Null() }),
      hashedMessage: new OctetString({ valueHex: bytesOfHex(seal).buffer }),
    }),
    nonce: new Integer({ valueHex: positive(nonce).buffer }),
    certReq: true,
  });
  return new Uint8Array(request.toSchema().toBER());
}

export function bytesOfHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** The first bit of an INTEGER is its sign, and its first byte is not zero without need (X.690 §8.3). */
function positive(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes);
  copy[0] = ((copy[0] ?? 0) & 0x7f) | 0x40;
  return copy;
}
