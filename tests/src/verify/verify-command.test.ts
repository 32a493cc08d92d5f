/** `npm run verify`: exit status and words, as a person or a script meets them. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packBundle } from "../../../src/bundle/pack-bundle.ts";
import { packInput, sampleCase } from "../bundle/sample-case.ts";

const folder = mkdtempSync(join(tmpdir(), "keepleaf-verify-"));
const sound = join(folder, "sound.zip");
const flipped = join(folder, "flipped.zip");
let seal = "";

beforeAll(async () => {
  const packed = await packBundle(packInput(await sampleCase()));
  seal = packed.seal;
  const bytes = new Uint8Array(await packed.zip.arrayBuffer());
  writeFileSync(sound, bytes);
  const at = Buffer.from(bytes).indexOf("測試貼文內容");
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(flipped, bytes);
});

/** Each word to the command starts a process of its own. */

afterAll(() => rmSync(folder, { recursive: true }));

function verify(...words: string[]): { status: number | null; said: string } {
  const command = fileURLToPath(new URL("../../../commands/verify.ts", import.meta.url));
  const run = spawnSync(process.execPath, ["--import", import.meta.resolve("tsx"), command, ...words], {
    encoding: "utf8",
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
