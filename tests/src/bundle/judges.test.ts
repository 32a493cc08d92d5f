/** Other people's tools judge a bundle: each must be there, because a judge who is absent proves nothing. */
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packBundle } from "../../../src/bundle/pack-bundle.ts";
import { bagContents } from "./bag-contents.ts";
import { packInput, sampleCase } from "./sample-case.ts";

const folder = mkdtempSync(join(tmpdir(), "keepleaf-judges-"));
const zipFile = join(folder, "bundle.zip");
let bag = "";
let seal = "";

/** A cell for each kind of trouble a spreadsheet or a reader of CSV can have. */
const hostileTitle = '=HYPERLINK("http://x.example","a"),\r\n"two"\u202E';

beforeAll(async () => {
  const packed = await packBundle(
    packInput(await sampleCase({ items: [{ title: hostileTitle }, {}] }), "self"),
  );
  seal = packed.seal;
  writeFileSync(zipFile, new Uint8Array(await packed.zip.arrayBuffer()));
  const { name, files } = await bagContents(packed.zip);
  bag = join(folder, name);
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(bag, path)), { recursive: true });
    writeFileSync(join(bag, path), bytes);
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

const debianPackages = {
  sha256sum: "coreutils",
  hashdeep: "hashdeep",
  "7z": "p7zip-full",
  unzip: "unzip",
  python3: "python3",
};

function judge(tool: keyof typeof debianPackages, words: readonly string[]): SpawnSyncReturns<string> {
  const verdict = spawnSync(tool, words, { cwd: bag, encoding: "utf8" });
  if (verdict.error)
    throw new Error(`${tool} is needed for this test: apt-get install ${debianPackages[tool]}`);
  return verdict;
}

function expectPass(verdict: SpawnSyncReturns<string>): void {
  expect(verdict.stdout + verdict.stderr).not.toMatch(/error:|warning:|FAILED/i);
  expect(verdict.status).toBe(0);
}

test("sha256sum finds every file as listed", () => {
  expectPass(judge("sha256sum", ["-c", "--strict", "manifest-sha256.txt"]));
  expectPass(judge("sha256sum", ["-c", "--strict", "tagmanifest-sha256.txt"]));
});

test("sha256sum works out the seal", () => {
  expect(judge("sha256sum", ["tagmanifest-sha256.txt"]).stdout).toBe(`${seal}  tagmanifest-sha256.txt\n`);
});

test("hashdeep finds nothing added, moved or missing, and sees an added file", () => {
  const words = ["-r", "-l", "-c", "sha256", "-a", "-v", "-k", "hashdeep-known.txt", "data"];
  const clean = judge("hashdeep", words);
  expect(clean.stdout).toContain("Audit passed");
  expect(clean.status).toBe(0);
  const added = join(bag, "data", "added.txt");
  writeFileSync(added, "added");
  expect(judge("hashdeep", words).status).not.toBe(0);
  rmSync(added);
});

test("7z and unzip open the container and find every CRC right", () => {
  expectPass(judge("7z", ["t", zipFile]));
  expectPass(judge("unzip", ["-tq", zipFile]));
});

test("Python reads index.csv: one row an item, hostile text in its own cell and no formula", () => {
  const program =
    "import csv,json,sys; print(json.dumps(list(csv.DictReader(open(sys.argv[1],encoding='utf-8-sig',newline='')))))";
  const rows: Record<string, string>[] = JSON.parse(
    judge("python3", ["-c", program, "data/report/index.csv"]).stdout,
  );
  expect(rows).toHaveLength(2);
  expect(rows[0]?.["頁面標題"]).toBe(
    `'=HYPERLINK("http://x.example","a"),〔U+000D〕〔U+000A〕"two"〔U+202E〕`,
  );
  expect(rows.flatMap((row) => Object.values(row)).filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
});

test("every JSON file and schema is JSON for Python too", () => {
  const program =
    "import json,sys,glob; [json.load(open(f,encoding='utf-8')) for f in glob.glob('data/**/*.json',recursive=True)]; [json.loads(l) for l in open('data/custody/log.jsonl',encoding='utf-8')]";
  const verdict = judge("python3", ["-c", program]);
  expect(verdict.stderr).toBe("");
  expect(verdict.status).toBe(0);
  expect(readFileSync(join(bag, "data/schema/capture.schema.json"), "utf8")).toContain(
    "json-schema.org/draft/2020-12",
  );
});
