/** Every command that README-verify.txt prints is run on a signed and stamped bundle, by the programs it names. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lockBundle } from "../../../src/bundle/lock-bundle.ts";
import { packBundle } from "../../../src/bundle/pack-bundle.ts";
import { stampRequest } from "../../../src/stamp/stamp-request.ts";
import { stampedZip } from "../stamp/stamped-zip.ts";
import { makeSigner, newKey } from "../../fakes/signing-key.ts";
import { type LocalAuthority, startAuthority } from "../stamp/local-authority.ts";
import { say } from "../../../src/words/say.ts";
import { bagContents, textIn } from "./bag-contents.ts";
import { packInput, sampleCase } from "./sample-case.ts";

const folder = mkdtempSync(join(tmpdir(), "keepleaf-commands-"));
let authority: LocalAuthority;
let bag = "";
let seal = "";
let keySha256 = "";
let instructions = "";
let digests: string[] = [];

beforeAll(async () => {
  authority = await startAuthority("Command-authority");
  const signer = await makeSigner(await newKey());
  const packed = await packBundle({ ...packInput(await sampleCase(), "self"), signer });
  [seal, keySha256] = [packed.seal, signer.keySha256];
  const answered = await fetch(authority.url, {
    method: "POST",
    body: stampRequest(seal, new Uint8Array(8)),
  });
  const reply = new Uint8Array(await answered.arrayBuffer());
  const authoritiesPem = readFileSync(authority.rootFile, "utf8");
  const zip = await stampedZip(packed.zip, [{ reply, authoritiesPem }]);
  writeFileSync(join(folder, "BUNDLE.zip"), new Uint8Array(await zip.arrayBuffer()));
  const locked = await lockBundle(zip, "PASSPHRASE");
  writeFileSync(join(folder, "LOCKED.zip"), new Uint8Array(await locked.arrayBuffer()));
  const contents = await bagContents(zip);
  bag = join(folder, contents.name);
  for (const [path, bytes] of contents.files) {
    mkdirSync(dirname(join(bag, path)), { recursive: true });
    writeFileSync(join(bag, path), bytes);
  }
  instructions = textIn(contents, "proof/README-verify.txt");
  digests = textIn(contents, "manifest-sha256.txt").match(/^[0-9a-f]{64}(?= {2}data\/captures\/)/gm) ?? [];
});

afterAll(() => {
  authority.stop();
  rmSync(folder, { recursive: true });
});

/** Indented lines are commands. */
function printed(): string[] {
  return Array.from(instructions.matchAll(/^ {4}(.+?)\r?$/gm), ([, command = ""]) => command);
}

/** Each once. */
function commands(): string[] {
  return [...new Set(printed())];
}

/** What has to be in the answer of a command, by how it begins. */
function expected(command: string): string {
  if (command.startsWith("sha256sum -c")) return "OK";
  if (command.startsWith("sha256sum")) return seal;
  if (command.startsWith("hashdeep")) return "Audit passed";
  if (command.startsWith("openssl dgst")) return "Verified OK";
  if (command.startsWith("openssl pkey")) return keySha256;
  if (command.startsWith("openssl ts -verify")) return "Verification: OK";
  if (command.startsWith("openssl ts -reply")) return "Time stamp:";
  if (command.startsWith("qpdf")) return "No syntax or stream encoding errors found";
  if (command.startsWith("pdftotext")) return digests[0] ?? "no digest";
  if (command.startsWith("7z")) return "Everything is Ok";
  if (command.startsWith("unzip")) return "No errors detected";
  return command.startsWith("bsdtar -tf") ? "bagit.txt" : "";
}

function run(command: string): { status: number | null; said: string } {
  const isOutside = /BUNDLE|LOCKED/.test(command);
  const now = String(Math.floor(Date.now() / 1_000));
  const words = command.replace("EPOCH", now).replace("7z x", "7z x -y");
  const ended = spawnSync("bash", ["-c", words], { cwd: isOutside ? folder : bag, encoding: "utf8" });
  return { status: ended.status, said: ended.stdout + ended.stderr };
}

test("every command stands in either language", () => {
  const [chinese = "", english = ""] = instructions.split(say("en", "report.verify.title"));
  expect(printed()).toHaveLength(2 * commands().length);
  for (const command of commands())
    for (const part of [chinese, english]) expect(part, command).toContain(`    ${command}\r\n`);
});

test("every command in the instructions does what they say, with the programs of others", () => {
  // Only on Windows; what it prints there is the same digest.
  const here = commands().filter((command) => !command.startsWith("certutil"));
  expect(here.length).toBeGreaterThanOrEqual(15);
  for (const command of here) {
    const { status, said } = run(command);
    expect(said, command).toContain(expected(command));
    expect(status, command).toBe(0);
  }
  const unlocked = readFileSync(join(folder, "bundle.zip"));
  expect(unlocked.equals(readFileSync(join(folder, "BUNDLE.zip")))).toBe(true);
});

test("pdftotext finds every digest of every kept file in the report", () => {
  const { said } = run("pdftotext -layout data/report/evidence-report.pdf -");
  expect(digests.length).toBeGreaterThan(8);
  for (const digest of digests) expect(said).toContain(digest);
});

test("a forged list, a forged signature and another time are each seen by the program that should", () => {
  const list = join(bag, "tagmanifest-sha256.txt");
  const before = readFileSync(list, "utf8");
  writeFileSync(
    list,
    before.replace(/^./, (digit) => (digit === "0" ? "1" : "0")),
  );
  const failing = commands().filter((command) =>
    /^(sha256sum -c.*tagmanifest|openssl dgst|openssl ts -verify)/.test(command),
  );
  expect(failing.length).toBeGreaterThanOrEqual(4);
  for (const command of failing) expect(run(command).status, command).not.toBe(0);
  writeFileSync(list, before);
});
