/** Packing from the library: nothing is called packed that the verifier has not passed. */
import { expect, it } from "vitest";
import { packCase } from "../../extension/library/pack-case.ts";
import type { Recipient } from "../../src/bundle/recipient.ts";
import { verifyBundle } from "../../src/verify/verify-bundle.ts";
import { MemoryStore } from "../fakes/memory-store.ts";
import { makeSigner, newKey } from "../fakes/signing-key.ts";
import { wholeFont } from "../src/bundle/whole-font.ts";
import { type KeptCase, keptCase } from "./kept-case.ts";

const tool = { extensionVersion: "0.1.0", buildId: "0.1.0+test" };

function packing({ store, clock }: KeptCase) {
  const ledgers: number[] = [];
  const writeLedger = async () => {
    ledgers.push(await store.countItems());
  };
  const reportFont = async () => wholeFont;
  const openSigner = async () => makeSigner(await newKey());
  const ports = { store, clock, tool, randomHex: () => "7c4190", writeLedger, reportFont, openSigner };
  return { ports, ledgers };
}

function wish({ caseFile }: KeptCase, recipient: Recipient = "police") {
  return { caseFile, recipient, signal: new AbortController().signal, onProgress: () => undefined };
}

it("packing gives a bundle that verifies, and writes it into the log", async () => {
  const kept = await keptCase("minor");
  await kept.keep();
  await kept.keep();
  const { ports, ledgers } = packing(kept);
  const packed = await packCase(ports, wish(kept, "center"));
  expect(packed).toMatchObject({ recipient: "center", items: 2 });
  const verification = await verifyBundle(packed.zip);
  expect(verification.findings).toEqual([]);
  expect(verification.seal).toBe(packed.seal);
  const last = (await kept.store.readLog(kept.caseFile.id)).at(-1);
  expect(last).toMatchObject({
    action: "bundle.packed",
    facts: { recipient: "center", seal: packed.seal, name: packed.name, files: packed.files },
  });
  expect(ledgers).toEqual([2]);
});

it("packing leaves out what was never read back", async () => {
  const kept = await keptCase();
  await kept.keep();
  const markReadBack = kept.store.markReadBack.bind(kept.store);
  kept.store.markReadBack = async () => undefined;
  await kept.keep();
  kept.store.markReadBack = markReadBack;
  expect((await packCase(packing(kept).ports, wish(kept))).items).toBe(1);
});

it("packing refuses when there is nothing whole to pack", async () => {
  const kept = await keptCase();
  await expect(packCase(packing(kept).ports, wish(kept))).rejects.toMatchObject({ code: "nothing-kept" });
});

it("packing writes no line into the log when a file is not what was kept", async () => {
  class ForgetfulStore extends MemoryStore {
    isForgetful = false;
    override async readFile(itemId: string, name: string): Promise<Blob | null> {
      return this.isForgetful && name === "text.txt" ? new Blob(["other"]) : super.readFile(itemId, name);
    }
  }
  const store = new ForgetfulStore();
  const kept = await keptCase("adult", store);
  await kept.keep();
  store.isForgetful = true;
  await expect(packCase(packing(kept).ports, wish(kept))).rejects.toMatchObject({
    code: "read-back-differs",
  });
  const actions = (await store.readLog(kept.caseFile.id)).map(({ action }) => action);
  expect(actions).not.toContain("bundle.packed");
});

it("packing stops when nobody waits for it any more", async () => {
  const kept = await keptCase();
  await kept.keep();
  await expect(
    packCase(packing(kept).ports, { ...wish(kept), signal: AbortSignal.abort() }),
  ).rejects.toThrow();
});
