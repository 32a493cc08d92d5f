/**
 * The key of this installation. It is made once, cannot be read out, and lies in a database of its own: a damaged
 * record does not take it along. It says "the same installation", never who.
 */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { sha256Hex } from "../../src/base/digest.ts";
import { toDer } from "../../src/bundle/ecdsa-der.ts";
import type { SealSigner } from "../../src/bundle/pack-input.ts";
import { toPem } from "../../src/bundle/pem.ts";
import { storageFailure } from "./storage-failure.ts";

interface KeySchema extends DBSchema {
  keys: { key: string; value: CryptoKeyPair };
}

const keyName = "seal";
const algorithm = { name: "ECDSA", namedCurve: "P-256" } as const;

/** @throws Failure `storage-failed`, `storage-full` */
export async function openSigner(): Promise<SealSigner> {
  const { privateKey, publicKey } = await keyPair().catch((error: unknown) => {
    throw storageFailure(error);
  });
  const spki = new Uint8Array(await crypto.subtle.exportKey("spki", publicKey));
  return {
    keySha256: await sha256Hex(spki),
    publicKeyPem: toPem("PUBLIC KEY", spki),
    sign: async (bytes) =>
      toDer(new Uint8Array(await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, privateKey, bytes))),
  };
}

async function keyPair(): Promise<CryptoKeyPair> {
  const database = await openDB<KeySchema>("keepleaf-key", 1, {
    upgrade: (opened) => void opened.createObjectStore("keys"),
  });
  try {
    return (await database.get("keys", keyName)) ?? (await addKey(database));
  } finally {
    database.close();
  }
}

/** When another window was quicker, its key is the key. */
async function addKey(database: IDBPDatabase<KeySchema>): Promise<CryptoKeyPair> {
  const made = await crypto.subtle.generateKey(algorithm, false, ["sign", "verify"]);
  const writing = database.transaction("keys", "readwrite", { durability: "strict" });
  const found = await writing.store.get(keyName);
  if (!found) await writing.store.put(made, keyName);
  await writing.done;
  return found ?? made;
}
