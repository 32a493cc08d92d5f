/** Checks who signed the seal: the signature is there where the sealed facts say so, and fits seal and key. */
import { sha256Hex } from "../base/digest.ts";
import { signingKeyOf } from "../bundle/bag-info.ts";
import { bagPaths } from "../bundle/bag-layout.ts";
import { fromDer } from "../bundle/ecdsa-der.ts";
import { fromPem, toPem } from "../bundle/pem.ts";
import type { ReadBag } from "./bag-facts.ts";
import type { Finding } from "./finding.ts";

export type SignatureFact =
  | { kind: "none" }
  /** `keySha256` is what stands on the hand-over sheet: only that comparison says whose key it is. */
  | { kind: "valid"; keySha256: string }
  | { kind: "broken" };

export interface SignatureCheck {
  signature: SignatureFact;
  findings: Finding[];
}

export async function checkSignature(bag: ReadBag): Promise<SignatureCheck> {
  const key = bag.info && signingKeyOf(bag.info);
  const present = [bagPaths.publicKey, bagPaths.signature].filter((path) => bag.files.has(path));
  if (!key) {
    const findings = bag.info ? present.map((path): Finding => ({ code: "proof-unexpected", path })) : [];
    return { signature: { kind: "none" }, findings };
  }
  const missing = [bagPaths.publicKey, bagPaths.signature].filter((path) => !bag.files.has(path));
  if (missing.length > 0)
    return {
      signature: { kind: "broken" },
      findings: missing.map((path) => ({ code: "proof-missing", path })),
    };
  return await held(bag, key);
}

async function held({ files }: ReadBag, keySha256: string): Promise<SignatureCheck> {
  const broken = (finding: Finding): SignatureCheck => ({
    signature: { kind: "broken" },
    findings: [finding],
  });
  const pem = files.get(bagPaths.publicKey)?.text ?? "";
  const [spki] = fromPem("PUBLIC KEY", pem);
  // One key as we write it and nothing else: the file is outside the seal, and words around a key would be read as ours.
  if (!spki || pem !== toPem("PUBLIC KEY", spki) || (await sha256Hex(spki)) !== keySha256)
    return broken({ code: "key-differs", path: bagPaths.publicKey });
  const signature = fromDer(files.get(bagPaths.signature)?.raw ?? new Uint8Array());
  const sealed = new TextEncoder().encode(files.get(bagPaths.tagManifest)?.text ?? "");
  if (!signature || !(await isSigned(spki, signature, sealed)))
    return broken({ code: "signature-broken", path: bagPaths.signature });
  return { signature: { kind: "valid", keySha256 }, findings: [] };
}

async function isSigned(
  spki: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  try {
    const algorithm = { name: "ECDSA", namedCurve: "P-256" };
    const key = await crypto.subtle.importKey("spki", spki, algorithm, false, ["verify"]);
    return await crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, signature, sealed);
  } catch {
    return false;
  }
}
