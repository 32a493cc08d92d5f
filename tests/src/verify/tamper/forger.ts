/** What somebody can do to a bundle who has it, tools, and time: edit, write lists anew, sign with another key. */
import { canonicalJson } from "../../../../src/base/canonical-json.ts";
import { sha256Hex } from "../../../../src/base/digest.ts";
import type { SealSigner } from "../../../../src/bundle/pack-input.ts";
import type { FindingCode } from "../../../../src/verify/finding.ts";
import type { WordKey } from "../../../../src/words/say.ts";
import { makeSigner, newKey } from "../../../fakes/signing-key.ts";
import {
  type BagContents,
  bagContents,
  containerOf,
  putText,
  relist,
  textIn,
} from "../../bundle/bag-contents.ts";
import { log } from "../forge.ts";
import type { Layer } from "./layers.ts";
import type { SealedCase } from "./sealed-case.ts";

export const forgersKey = await makeSigner(await newKey());

export interface Attack {
  what: string;
  /** The bundle as it is afterwards; of attacks before sealing, the case that was sealed. */
  attack(sealed: SealedCase): Promise<Blob | SealedCase>;
  /** The layers that the programs of others find broken: these and no other. */
  seenBy: readonly Layer[];
  /** What ours finds, these and no other; empty where nothing in the bundle can tell. */
  found: readonly FindingCode[];
  /** Where nothing in the bundle can tell: the sentences that a reader is given. */
  said?: readonly WordKey[];
}

type Edit = (bag: BagContents, sealed: SealedCase) => void | Promise<void>;

/** The bag with some files changed, in a container of exactly our form. */
export function edited(edit: Edit): Attack["attack"] {
  return async (sealed) => {
    const bag = await bagContents(sealed.zip);
    await edit(bag, sealed);
    return containerOf(bag);
  };
}

/** The same with every list written anew. */
export function relisted(edit: Edit): Attack["attack"] {
  return edited(async (bag, sealed) => {
    await edit(bag, sealed);
    await relist(bag);
  });
}

/** The same, signed with the forger's own key, which the bundle then names; what the time stamp says no longer fits. */
export function resigned(signer: SealSigner, edit: Edit): Attack["attack"] {
  return edited(async (bag, sealed) => {
    await edit(bag, sealed);
    nameKey(bag, signer);
    await relist(bag);
    await sign(bag, signer);
  });
}

export function nameKey(bag: BagContents, { keySha256 }: SealSigner): void {
  const info = textIn(bag, "bag-info.txt");
  putText(bag, "bag-info.txt", info.replace(/(?<=Signing-Key-SHA256: )\w+/, keySha256));
}

export async function sign(bag: BagContents, { publicKeyPem, sign: make }: SealSigner): Promise<void> {
  putText(bag, keyPath, publicKeyPem);
  bag.files.set(signaturePath, await make(sealedBytes(bag)));
}

export const keyPath = "proof/public-key.pem";
export const signaturePath = "proof/tagmanifest-sha256.txt.sig";
export const stampFile = "proof/tagmanifest-sha256.txt.tsr";
export const authoritiesFile = "proof/tsa-ca.pem";
export const factsFile = "data/case-facts.json";
export const picture = "data/captures/c0001/frame-001.png";

export function sealedBytes({ files }: BagContents): Uint8Array<ArrayBuffer> {
  return new Uint8Array(files.get("tagmanifest-sha256.txt") ?? []);
}

/** The last bit of the last byte but so many. */
export function flip({ files }: BagContents, path: string, fromEnd = 1): void {
  const bytes = new Uint8Array(files.get(path) ?? []);
  bytes[bytes.length - fromEnd] = (bytes[bytes.length - fromEnd] ?? 0) ^ 1;
  files.set(path, bytes);
}

export function withoutStamp({ files }: BagContents): void {
  files.delete(stampFile);
  files.delete(authoritiesFile);
}

/** Writes the head of the log as it is now into the facts inside the seal. */
export async function renameHead(bag: BagContents): Promise<void> {
  const lines = textIn(bag, log).trimEnd().split("\n");
  const head = await sha256Hex(lines.at(-1) ?? "");
  const info = textIn(bag, "bag-info.txt")
    .replace(/(?<=Custody-Log-Head: )\w+/, head)
    .replace(/(?<=Custody-Log-Lines: )\d+/, String(lines.length));
  putText(bag, "bag-info.txt", info);
}

export function editFacts(bag: BagContents, edit: (facts: object[]) => object[]): void {
  const { facts, ...file } = JSON.parse(textIn(bag, factsFile));
  putText(bag, factsFile, canonicalJson({ ...file, facts: edit(facts) }));
}
