/** Attacks on proofs: taken away, denied, made anew with a key or by an authority of the forger's own. */
import { generateKeyPairSync, sign as signWith } from "node:crypto";
import { sha256Hex } from "../../../../src/base/digest.ts";
import type { SealSigner } from "../../../../src/bundle/pack-input.ts";
import { toPem } from "../../../../src/bundle/pem.ts";
import { type BagContents, putText, textIn } from "../../bundle/bag-contents.ts";
import { startAuthority } from "../../stamp/local-authority.ts";
import { drop, forgeItemThroughout } from "../forge.ts";
import {
  type Attack,
  authoritiesFile,
  edited,
  forgersKey,
  keyPath,
  relisted,
  resigned,
  sealedBytes,
  signaturePath,
  stampFile,
  withoutStamp,
} from "./forger.ts";
import { stampOf } from "./sealed-case.ts";

const stampInstructions = "proof/README-verify.txt";

const otherTime = (json: string) => json.replaceAll("2026-11-20T15:05:00Z", "2026-11-19T15:05:00Z");
const rewritten = (bag: BagContents) => forgeItemThroughout(bag, otherTime);

/** Of another curve, as openssl makes them. */
async function keyOfAnotherCurve(): Promise<SealSigner> {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-384" });
  const spki = new Uint8Array(publicKey.export({ type: "spki", format: "der" }));
  return {
    keySha256: await sha256Hex(spki),
    publicKeyPem: toPem("PUBLIC KEY", spki),
    sign: async (bytes) => new Uint8Array(signWith("sha256", bytes, privateKey)),
  };
}

/** An authority of the forger's own stamps what it is told to. */
async function ownAuthority(bag: BagContents): Promise<void> {
  const authority = await startAuthority("Forgers-authority");
  try {
    const { reply, authoritiesPem } = await stampOf(authority, await sha256Hex(sealedBytes(bag)));
    bag.files.set(stampFile, reply);
    putText(bag, authoritiesFile, authoritiesPem);
  } finally {
    authority.stop();
  }
}

async function stampOfAnotherBundle(bag: BagContents): Promise<void> {
  const authority = await startAuthority("Test-authority");
  try {
    const { reply, authoritiesPem } = await stampOf(authority, "0".repeat(64));
    bag.files.set(stampFile, reply);
    putText(bag, authoritiesFile, textIn(bag, authoritiesFile) + authoritiesPem);
  } finally {
    authority.stop();
  }
}

/** The sealed facts say that nobody signed. */
function denySignature(bag: BagContents): void {
  const info = textIn(bag, "bag-info.txt")
    .replace(/^Signature: .*$/m, "Signature: none")
    .replace(/^Signing-Key-SHA256: .*$/m, "Signing-Key-SHA256: none")
    .replace(/^Proofs-At-Sealing: .*$/m, "Proofs-At-Sealing: none");
  putText(bag, "bag-info.txt", info);
}

export const attacksOnProofs: readonly Attack[] = [
  {
    what: "proof/ taken away",
    attack: edited((bag) => drop(keyPath, signaturePath, stampFile, authoritiesFile, stampInstructions)(bag)),
    seenBy: ["signature", "stamp", "key"],
    found: ["file-missing", "proof-missing"],
  },
  {
    what: "the signature taken away",
    attack: edited(drop(signaturePath)),
    seenBy: ["signature"],
    found: ["proof-missing"],
  },
  {
    what: "the signature taken away and denied in the sealed facts, key left",
    attack: relisted((bag) => {
      denySignature(bag);
      drop(signaturePath)(bag);
    }),
    seenBy: ["signature", "stamp", "paper"],
    found: ["proof-unexpected", "stamp-broken"],
  },
  {
    what: "everything rewritten and signed with a key of another curve",
    attack: resigned(await keyOfAnotherCurve(), rewritten),
    seenBy: ["stamp", "paper", "key"],
    found: ["signature-broken", "stamp-broken"],
  },
  {
    what: "everything rewritten and signed with the forger's key, the old stamp left",
    attack: resigned(forgersKey, rewritten),
    seenBy: ["stamp", "paper", "key"],
    found: ["stamp-broken"],
  },
  {
    what: "everything rewritten and signed with the forger's key, no stamp",
    attack: resigned(forgersKey, async (bag) => {
      withoutStamp(bag);
      await rewritten(bag);
    }),
    seenBy: ["stamp", "paper", "key"],
    found: [],
    said: ["verify.key", "verify.no-stamp", "verify.compare"],
  },
  {
    what: "everything rewritten, no signature and no stamp",
    attack: relisted(async (bag) => {
      withoutStamp(bag);
      denySignature(bag);
      drop(keyPath, signaturePath)(bag);
      await rewritten(bag);
    }),
    seenBy: ["signature", "stamp", "paper", "key"],
    found: [],
    said: ["verify.no-key", "verify.no-stamp", "verify.compare"],
  },
  {
    what: "the time stamp taken away",
    attack: edited(withoutStamp),
    seenBy: ["stamp"],
    found: [],
    said: ["verify.no-stamp"],
  },
  {
    what: "a time stamp of another seal",
    attack: edited(stampOfAnotherBundle),
    seenBy: ["stamp"],
    found: ["stamp-broken"],
  },
  {
    what: "a time stamp by an authority of the forger's own",
    attack: edited(ownAuthority),
    seenBy: ["stamp"],
    found: [],
    said: ["stamp.stamped"],
  },
];
