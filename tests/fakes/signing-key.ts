/** A key that signs seals, as the extension keeps one, in Node. */
import { sha256Hex } from "../../src/base/digest.ts";
import { toDer } from "../../src/bundle/ecdsa-der.ts";
import type { SealSigner } from "../../src/bundle/pack-input.ts";
import { toPem } from "../../src/bundle/pem.ts";

export async function newKey(): Promise<CryptoKeyPair> {
  return (await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, [
    "sign",
    "verify",
  ])) as CryptoKeyPair;
}

export async function makeSigner({ privateKey, publicKey }: CryptoKeyPair): Promise<SealSigner> {
  const spki = new Uint8Array(await crypto.subtle.exportKey("spki", publicKey));
  return {
    keySha256: await sha256Hex(spki),
    publicKeyPem: toPem("PUBLIC KEY", spki),
    sign: async (bytes) =>
      toDer(new Uint8Array(await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, privateKey, bytes))),
  };
}
