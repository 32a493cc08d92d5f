/** Packing from the library: nothing is called packed that the verifier has not passed. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { sha256Hex } from "../../src/base/digest.ts";
import { packCase } from "../../extension/library/pack-case.ts";
import { verifyBundle } from "../../src/verify/verify-bundle.ts";
import { recordFact } from "../../src/evidence/record-fact.ts";
import type { FactBody } from "../../src/cases/case-fact.ts";
import { keptCase } from "./kept-case.ts";
import { packing, wish } from "./packing-ports.ts";

/** A program of somebody else. */
function run(program: string, words: readonly string[]) {
  return spawnSync(program, words, { encoding: "utf8" });
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

it("what is not chosen stays out and is named, and nothing chosen is nothing to pack", async () => {
  const kept = await keptCase();
  const first = await kept.keep();
  const second = await kept.keep();
  const some = { ...wish(kept, "self"), leftItems: new Set([first.id]) };
  const packed = await packCase(packing(kept).ports, some);
  expect(packed.items).toBe(1);
  expect((await verifyBundle(packed.zip)).items.map(({ folder }) => folder)).toEqual(["c0002"]);
  const none = { ...some, leftItems: new Set([first.id, second.id]) };
  await expect(packCase(packing(kept).ports, none)).rejects.toMatchObject({ code: "nothing-kept" });
});

it("a locked bundle opens with its passphrase in 7-Zip and bsdtar, and with no other", async () => {
  const kept = await keptCase();
  await kept.keep();
  const packed = await packCase(packing(kept).ports, { ...wish(kept), isLocked: true });
  expect(packed.passphrase?.split(" ")).toHaveLength(7);
  expect(packed.name).toMatch(/-locked\.zip$/);
  expect((await kept.store.readLog(kept.caseFile.id)).at(-1)?.facts).toMatchObject({
    locked: true,
    lockedSha256: await sha256Hex(packed.file),
  });
  const folder = mkdtempSync(join(tmpdir(), "keepleaf-locked-"));
  const locked = join(folder, "locked.zip");
  writeFileSync(locked, new Uint8Array(await packed.file.arrayBuffer()));
  const words = packed.passphrase ?? "";
  const sheet = join(folder, "sheet.pdf");
  writeFileSync(sheet, new Uint8Array(await packed.handOver.file.arrayBuffer()));
  const said = run("pdftotext", ["-layout", sheet, "-"]).stdout;
  for (const told of [packed.name, "certutil -hashfile bundle.zip SHA256", "第 1 頁，共 1 頁"])
    expect(said).toContain(told);
  const seven = run("7z", ["x", `-p${words}`, `-o${folder}/seven`, locked]);
  expect(seven.status, seven.stdout).toBe(0);
  mkdirSync(join(folder, "tar"));
  const tar = run("bsdtar", ["--passphrase", words, "-xf", locked, "-C", join(folder, "tar")]);
  expect(tar.status, String(tar.stderr)).toBe(0);
  const plain = Buffer.from(await packed.zip.arrayBuffer());
  for (const name of ["seven", "tar"])
    expect(readFileSync(join(folder, name, "bundle.zip")).equals(plain)).toBe(true);
  expect(run("7z", ["t", "-pwrong", locked]).status).not.toBe(0);
  const { findings } = await verifyBundle(packed.file);
  expect(findings.map(({ code }) => code)).toEqual(["entry-encrypted"]);
  rmSync(folder, { recursive: true });
});

it("the sheet names the seal, the file and the key, and a phone reads the seal off it", async () => {
  const kept = await keptCase();
  await kept.keep();
  const packed = await packCase(packing(kept).ports, wish(kept));
  const folder = mkdtempSync(join(tmpdir(), "keepleaf-sheet-"));
  const file = join(folder, "sheet.pdf");
  writeFileSync(file, new Uint8Array(await packed.handOver.file.arrayBuffer()));
  const words = run("pdftotext", ["-layout", file, "-"]).stdout;
  for (const group of packed.seal.match(/.{4}/g) ?? []) expect(words).toContain(group);
  const whole = await sha256Hex(packed.zip);
  for (const half of whole.match(/.{32}/g) ?? []) expect(words.replace(/\s/g, "")).toContain(half);
  for (const word of [
    "交付人",
    "收受人",
    "簽名",
    "案號",
    `certutil -hashfile ${packed.name} SHA256`,
    "certutil -hashfile tagmanifest-sha256.txt SHA256",
  ])
    expect(words.replace(/\s/g, "")).toContain(word.replace(/\s/g, ""));
  run("pdftoppm", ["-r", "150", "-png", "-singlefile", file, join(folder, "sheet")]);
  const seen = run("zbarimg", ["-q", "--raw", join(folder, "sheet.png")]);
  expect(seen.stdout.trim()).toBe(packed.seal);
  expect(packed.handOver.name).toBe(packed.name.replace(".zip", "_handover.pdf"));
  rmSync(folder, { recursive: true });
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

it("what was written down is packed without any item, except for the centre, which needs an address", async () => {
  const kept = await keptCase("minor");
  const ports = { ...kept, newId: () => crypto.randomUUID() };
  const note = (body: FactBody) => recordFact(ports, { caseId: kept.caseFile.id, body, replaces: null });
  await note({ kind: "known", known: { day: "2026-11-20", clock: "10:00", words: "" } });
  const school = await packCase(packing(kept).ports, wish(kept, "school"));
  expect(school.items).toBe(0);
  expect((await verifyBundle(school.zip)).findings).toEqual([]);
  const toCentre = () => packCase(packing(kept).ports, wish(kept, "center"));
  await expect(toCentre()).rejects.toMatchObject({ code: "nothing-kept" });
  await note({ kind: "urls", urls: ["https://social.example/p/9"] });
  expect((await verifyBundle((await toCentre()).zip)).findings).toEqual([]);
});

it("packing refuses when there is nothing whole to pack", async () => {
  const kept = await keptCase();
  await expect(packCase(packing(kept).ports, wish(kept))).rejects.toMatchObject({ code: "nothing-kept" });
});

it("stopping, at whatever file, leaves nothing behind: no line, no ledger, no bundle", async () => {
  for (const lastFile of [1, 6, 12]) {
    const kept = await keptCase();
    await kept.keep();
    const before = await kept.store.readLog(kept.caseFile.id);
    const { ports, ledgers } = packing(kept);
    const life = new AbortController();
    const onProgress = ({ filesDone }: { filesDone: number }) => {
      if (filesDone === lastFile) life.abort(new Error("enough"));
    };
    await expect(packCase(ports, { ...wish(kept), signal: life.signal, onProgress })).rejects.toThrow(
      "enough",
    );
    expect(await kept.store.readLog(kept.caseFile.id)).toEqual(before);
    expect(ledgers).toEqual([]);
  }
});
