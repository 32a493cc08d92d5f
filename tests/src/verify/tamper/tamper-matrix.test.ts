/**
 * The tamper matrix: each attack, the layers in which programs of others see it, what our verifier finds, and, where
 * nothing in a bundle can tell, the sentences that a reader is given.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { verifyBundle } from "../../../../src/verify/verify-bundle.ts";
import { languages, say, type WordKey } from "../../../../src/words/say.ts";
import { makeSigner, newKey } from "../../../fakes/signing-key.ts";
import { bagContents } from "../../bundle/bag-contents.ts";
import { startAuthority } from "../../stamp/local-authority.ts";
import { attacksBeforeSealing } from "./attacks-before-sealing.ts";
import { attacksOnContent } from "./attacks-on-content.ts";
import { attacksOnProofs } from "./attacks-on-proofs.ts";
import { attacksOnSignature } from "./attacks-on-signature.ts";
import { brokenLayers, layers } from "./layers.ts";
import { caseWithPayment, sealedCase } from "./sealed-case.ts";

const wordReader = "pdftotext";
const folder = mkdtempSync(join(tmpdir(), "keepleaf-matrix-"));
const authority = await startAuthority("Matrix-authority");
const sealed = await sealedCase(authority, await caseWithPayment(), await makeSigner(await newKey()));
afterAll(() => {
  authority.stop();
  rmSync(folder, { recursive: true });
});

const attacks = [
  ...attacksOnContent,
  ...attacksOnSignature,
  ...attacksOnProofs,
  ...attacksBeforeSealing(authority),
];

test("untouched, every layer holds and nothing is found", async () => {
  expect(await brokenLayers(sealed.zip, sealed.paper)).toEqual([]);
  expect((await verifyBundle(sealed.zip)).findings).toEqual([]);
});

test.each(attacks)("$what", async ({ attack, seenBy, found, said = [] }) => {
  const after = await attack(sealed);
  const { zip, paper } = after instanceof Blob ? { zip: after, paper: sealed.paper } : after;
  const inOrder = layers.filter((layer) => seenBy.includes(layer));
  expect(await brokenLayers(zip, paper)).toEqual(inOrder);
  const { findings, isSound } = await verifyBundle(zip);
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  expect(codes).toEqual([...found].sort());
  expect(isSound).toBe(found.length === 0);
  // What nobody can see is never left unsaid.
  expect(said.length > 0).toBe(found.length === 0);
  for (const key of said) expect(await isRead(key, zip), key).toBe(true);
});

test("every attack has a name of its own, and there is no layer in which none shows", () => {
  expect(new Set(attacks.map(({ what }) => what)).size).toBe(attacks.length);
  for (const layer of layers)
    expect(
      attacks.some(({ seenBy }) => seenBy.includes(layer)),
      layer,
    ).toBe(true);
});

/** Whether a reader of the report, or of what `npm run verify` says, is given this sentence in their language. */
async function isRead(key: WordKey, zip: Blob): Promise<boolean> {
  if (key.startsWith("report.")) return (await reportWords(zip)).includes(bare(say("zh-TW", key)));
  const told = commandWords(await zip.arrayBuffer());
  return languages.every((language) => told.includes(firstWords(say(language, key))));
}

/** Spaces and line ends are layout. */
function bare(text: string): string {
  return text.replace(/\s+/g, "");
}

/** Up to the first value that is filled in. */
function firstWords(sentence: string): string {
  return sentence.split("{")[0] ?? "";
}

async function reportWords(zip: Blob): Promise<string> {
  const file = join(folder, "report.pdf");
  writeFileSync(file, (await bagContents(zip)).files.get("data/report/evidence-report.pdf") ?? "");
  return bare(execFileSync(wordReader, [file, "-"], { encoding: "utf8" }));
}

function commandWords(bytes: ArrayBuffer): string {
  const file = join(folder, "attacked.zip");
  writeFileSync(file, new Uint8Array(bytes));
  const command = fileURLToPath(new URL("../../../../commands/verify.ts", import.meta.url));
  const words = ["--import", import.meta.resolve("tsx"), command, file];
  return spawnSync(process.execPath, words, { encoding: "utf8" }).stdout;
}
