/** Attacks on the signature and its key, which lie outside the seal. */
import { fromDer, toDer } from "../../../../src/bundle/ecdsa-der.ts";
import type { SealSigner } from "../../../../src/bundle/pack-input.ts";
import { packBundle } from "../../../../src/bundle/pack-bundle.ts";
import { type BagContents, bagContents, putText, textIn } from "../../bundle/bag-contents.ts";
import { packInput } from "../../bundle/sample-case.ts";
import { type Attack, edited, forgersKey, keyPath, sign, signaturePath } from "./forger.ts";
import type { SealedCase } from "./sealed-case.ts";

/** The signature as a file of other bytes. */
function signature(edit: (der: Uint8Array<ArrayBuffer>) => Uint8Array): Attack["attack"] {
  return edited(
    (bag) => void bag.files.set(signaturePath, edit(new Uint8Array(bag.files.get(signaturePath) ?? []))),
  );
}

/** 64 bytes: what browsers make and openssl does not read. */
function raw(der: Uint8Array): Uint8Array<ArrayBuffer> {
  const plain = fromDer(der);
  if (!plain) throw new TypeError("the bundle's own signature is not in its form");
  return plain;
}

/** A zero in front of the first number, which no shortest form has. */
function padded(der: Uint8Array): Uint8Array {
  const [, length = 0, tag = 2, first = 0, ...rest] = der;
  return new Uint8Array([0x30, length + 1, tag, first + 1, 0, ...rest]);
}

/** Order of P-256 (FIPS 186-5, SP 800-186 §3.2.1.3): with s, n − s is a signature too. */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

function mirrored(der: Uint8Array): Uint8Array {
  const plain = raw(der);
  const s = BigInt(`0x${Buffer.from(plain.subarray(32)).toString("hex")}`);
  const twin = (order - s).toString(16).padStart(64, "0");
  return toDer(new Uint8Array([...plain.subarray(0, 32), ...Buffer.from(twin, "hex")]));
}

/** OpenSSL reads no more of a signature's file than the longest there is: what stands behind one of those it never sees. */
const longestSignature = 72;

async function shortSignature(bag: BagContents, signer: SealSigner): Promise<Uint8Array> {
  for (;;) {
    await sign(bag, signer);
    const der = bag.files.get(signaturePath) ?? new Uint8Array();
    if (der.length < longestSignature) return der;
  }
}

/** What the same installation signed another time. */
async function ofAnotherBundle(bag: BagContents, { sample, signer }: SealedCase): Promise<void> {
  const other = await packBundle({ ...packInput(sample, "police"), signer });
  bag.files.set(signaturePath, (await bagContents(other.zip)).files.get(signaturePath) ?? new Uint8Array());
}

export const attacksOnSignature: readonly Attack[] = [
  {
    what: "a signature by another key",
    attack: edited(async (bag) => {
      const own = textIn(bag, keyPath);
      await sign(bag, forgersKey);
      putText(bag, keyPath, own);
    }),
    seenBy: ["signature"],
    found: ["signature-broken"],
  },
  {
    what: "the signature of another bundle by the same key",
    attack: edited(ofAnotherBundle),
    seenBy: ["signature"],
    found: ["signature-broken"],
  },
  {
    what: "the signature as 64 raw bytes",
    attack: signature(raw),
    seenBy: ["signature"],
    found: ["signature-broken"],
  },
  {
    what: "the signature with a needless zero",
    attack: signature(padded),
    seenBy: ["signature"],
    found: ["signature-broken"],
  },
  {
    what: "the signature with a byte behind its end",
    attack: edited(async (bag, { signer }) => {
      const der = await shortSignature(bag, signer);
      bag.files.set(signaturePath, new Uint8Array([...der, 0]));
    }),
    seenBy: ["signature"],
    found: ["signature-broken"],
  },
  {
    what: "an empty signature",
    attack: signature(() => new Uint8Array()),
    seenBy: ["signature"],
    found: ["signature-broken"],
  },
  {
    // The same key signed the same seal: it proves the same, and only the fingerprint of the whole ZIP is another.
    what: "the signature's twin, n − s in place of s",
    attack: signature(mirrored),
    seenBy: [],
    found: [],
    said: ["verify.key", "verify.compare"],
  },
  {
    what: "another key in place of the one that signed",
    attack: edited((bag) => putText(bag, keyPath, forgersKey.publicKeyPem)),
    seenBy: ["signature", "key"],
    found: ["key-differs"],
  },
  {
    what: "another key and its own signature, the sealed facts left",
    attack: edited((bag) => sign(bag, forgersKey)),
    seenBy: ["key"],
    found: ["key-differs"],
  },
  {
    what: "two keys in one file",
    attack: edited((bag) => putText(bag, keyPath, textIn(bag, keyPath) + forgersKey.publicKeyPem)),
    seenBy: [],
    found: ["key-differs"],
  },
  {
    what: "words around the key",
    attack: edited((bag) => putText(bag, keyPath, `Check at https://x.example\n${textIn(bag, keyPath)}`)),
    seenBy: [],
    found: ["key-differs"],
  },
];
