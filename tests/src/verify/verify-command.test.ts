/** `npm run verify`: exit status and words, as a person or a script meets them. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lockBundle } from "../../../src/bundle/lock-bundle.ts";
import { verifyFile } from "../../../commands/verify-file.ts";
import { withPassphrase } from "../../../commands/unlock-file.ts";
import { packBundle } from "../../../src/bundle/pack-bundle.ts";
import { findingSentence } from "../../../src/verify/finding.ts";
import { packInput, sampleCase } from "../bundle/sample-case.ts";

const folder = mkdtempSync(join(tmpdir(), "keepleaf-verify-"));
const sound = join(folder, "sound.zip");
const flipped = join(folder, "flipped.zip");
const locked = join(folder, "locked.zip");
const spoilt = join(folder, "locked-spoilt.zip");
/** Where the command opens what is locked. */
const temporary = join(folder, "temporary");
const words = "abandon ability able about above absent absorb";
let seal = "";

beforeAll(async () => {
  const packed = await packBundle(packInput(await sampleCase()));
  seal = packed.seal;
  const bytes = new Uint8Array(await packed.zip.arrayBuffer());
  writeFileSync(sound, bytes);
  const at = Buffer.from(bytes).indexOf("測試貼文內容");
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(flipped, bytes);
  const around = new Uint8Array(await (await lockBundle(packed.zip, words)).arrayBuffer());
  writeFileSync(locked, around);
  around[5_000] = (around[5_000] ?? 0) ^ 1;
  writeFileSync(spoilt, around);
  mkdirSync(temporary);
});

/** Each word to the command starts a process of its own. */

afterAll(() => rmSync(folder, { recursive: true }));

function verify(...words: string[]): { status: number | null; said: string } {
  const command = fileURLToPath(new URL("../../../commands/verify.ts", import.meta.url));
  const run = spawnSync(process.execPath, ["--import", import.meta.resolve("tsx"), command, ...words], {
    encoding: "utf8",
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
  });
  return { status: run.status, said: run.stdout + run.stderr };
}

test("a sound bundle: 0, both languages, the seal in fours", () => {
  const { status, said } = verify(sound);
  expect(said).toContain("和封好的時候一模一樣。29 個檔案、5 行紀錄都核對過。");
  expect(said).toContain("Exactly as it was when sealed.");
  expect(said).toContain(seal.replace(/(.{4})(?=.)/g, "$1 "));
  expect(status).toBe(0);
});

test("one broken bundle among sound ones: 1, and the file is named in each language", () => {
  const { status, said } = verify(sound, flipped);
  expect(said.match(/data\/captures\/c0001\/text\.txt/g)).toHaveLength(2);
  expect(said).toContain("不一樣不代表有人動手腳");
  expect(status).toBe(1);
});

test("as JSON: one record a file, findings with their codes", () => {
  const { status, said } = verify("--json", sound, flipped, join(folder, "missing.zip"));
  expect(JSON.parse(said)).toMatchObject([
    { file: sound, isSound: true, findings: [], seal, recipient: "police" },
    {
      file: flipped,
      isSound: false,
      findings: [{ code: "file-damaged", path: "data/captures/c0001/text.txt" }],
    },
    { file: join(folder, "missing.zip"), isSound: false, findings: [{ code: "reading-failed" }] },
  ]);
  expect(status).toBe(1);
});

test("a missing file, a folder, no file and an unknown word: a sentence and 1", () => {
  const missing = verify(join(folder, "missing.zip"), folder);
  expect(missing.said.match(/找不到檔案/g)).toHaveLength(2);
  expect(missing.status).toBe(1);
  expect(verify()).toMatchObject({ status: 1, said: expect.stringContaining("用法：") });
  expect(verify("--quick", sound)).toMatchObject({ status: 1, said: expect.stringContaining("Usage:") });
});

test("one language on request", () => {
  const { status, said } = verify("--lang", "en", sound);
  expect(said).toContain("Exactly as it was when sealed.");
  expect(said).not.toContain("一模一樣");
  expect(status).toBe(0);
});

function passphraseFile(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const opened = () => readdirSync(temporary).filter((name) => name.startsWith("keepleaf-"));

test("a locked bundle with its passphrase beside one that changed since, and nothing that was opened is left", () => {
  const file = passphraseFile("windows.txt", Buffer.from(`\ufeff${words}\r\n`, "utf16le"));
  const { status, said } = verify("--json", "--passphrase-file", file, locked, spoilt);
  expect(JSON.parse(said)).toMatchObject([
    { file: locked, isSound: true, findings: [], seal, recipient: "police" },
    { file: spoilt, isSound: false, seal: null, findings: [{ code: "locked-changed" }] },
  ]);
  expect(status).toBe(1);
  expect(opened()).toEqual([]);
});

test("without its passphrase it is said how, and another one does not open it", async () => {
  const without = await verifyFile(locked);
  expect(without?.findings).toEqual([{ code: "bundle-locked", path: "locked.zip" }]);
  const [finding = expect.fail("nothing found")] = without?.findings ?? [];
  expect(findingSentence("en", finding)).toContain("npm run verify -- locked.zip --passphrase-file");
  const codes = await withPassphrase(`${words}s`, async (unlocking) =>
    (await verifyFile(locked, { unlocking }))?.findings.map(({ code }) => code),
  );
  expect(codes).toEqual(["passphrase-differs"]);
});

test("a passphrase file that is none: a sentence and 1, and nothing is checked", () => {
  const missing = join(folder, "none.txt");
  const run = verify(locked, "--passphrase-file", missing);
  expect(run.said).toContain(`讀不到密碼檔 ${missing}`);
  expect(run.said).not.toContain("locked.zip\n");
  expect(run.status).toBe(1);
});
