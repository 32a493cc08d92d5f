/** Time stamps: asked of a real authority over loopback, put into a bundle, checked by us and by openssl. */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packBundle } from "../../../src/bundle/pack-bundle.ts";
import { sortStampFiles } from "../../../src/stamp/stamp-files.ts";
import { stampRequest } from "../../../src/stamp/stamp-request.ts";
import { stampedBundle, type StampReply } from "../../../src/verify/stamped-bundle.ts";
import { verifyBundle } from "../../../src/verify/verify-bundle.ts";
import { bagContents, containerOf } from "../bundle/bag-contents.ts";
import { packInput, sampleCase } from "../bundle/sample-case.ts";
import { type LocalAuthority, startAuthority } from "./local-authority.ts";
import { stampedZip } from "./stamped-zip.ts";

const folder = mkdtempSync(join(tmpdir(), "keepleaf-stamps-"));
const command = fileURLToPath(new URL("../../../commands/stamp.ts", import.meta.url));
const program = "openssl";
let first: LocalAuthority;
let second: LocalAuthority;
let seal = "";
const zipFile = join(folder, "bundle.zip");

beforeAll(async () => {
  first = await startAuthority("First-authority");
  second = await startAuthority("Second-authority");
  const packed = await packBundle(packInput(await sampleCase()));
  seal = packed.seal;
  writeFileSync(zipFile, new Uint8Array(await packed.zip.arrayBuffer()));
}, 60_000);

/** Commands start processes of their own. */

afterAll(() => {
  first.stop();
  second.stop();
  rmSync(folder, { recursive: true, force: true });
});

function stamp(...words: string[]): Promise<{ status: number | null; said: string }> {
  const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), command, ...words]);
  let said = "";
  child.stdout.on("data", (part) => {
    said += part;
  });
  child.stderr.on("data", (part) => {
    said += part;
  });
  return new Promise((resolve) => child.on("close", (status) => resolve({ status, said })));
}

const fileBlob = (path: string) => new Blob([readFileSync(path)]);

async function opensslAgrees(stamped: Blob): Promise<void> {
  const { files } = await bagContents(stamped);
  const replies = ["tagmanifest-sha256.txt.tsr", "tagmanifest-sha256.txt.2.tsr"];
  const proofs = [...replies, "tsa-ca.pem"].map((name) => `proof/${name}`);
  for (const path of ["tagmanifest-sha256.txt", ...proofs])
    writeFileSync(join(folder, path.replace("proof/", "")), files.get(path) ?? "");
  for (const reply of replies) {
    const words = [
      "-data",
      "tagmanifest-sha256.txt",
      "-in",
      reply,
      "-CAfile",
      "tsa-ca.pem",
      "-untrusted",
      "tsa-ca.pem",
    ];
    const judged = spawnSync(program, ["ts", "-verify", ...words], { cwd: folder, encoding: "utf8" });
    expect(judged.stdout + judged.stderr).toContain("Verification: OK");
  }
}

test("the request is what openssl writes, apart from the number drawn for it", () => {
  const request = join(folder, "ours.tsq");
  writeFileSync(request, stampRequest(seal, new Uint8Array([0xff, 1, 2, 3, 4, 5, 6, 7])));
  const text = execFileSync(program, ["ts", "-query", "-in", request, "-text"], { encoding: "utf8" });
  expect(text).toContain("Hash Algorithm: sha256");
  expect(text).toContain("Certificate required: yes");
  expect(text).toContain("Nonce: 0x7F01020304050607");
  expect(text.replace(/[^0-9a-f]/g, "")).toContain(seal.slice(0, 16));
});

test("the command asks several authorities and writes a bundle with the same seal that openssl verifies", async () => {
  const words = [
    "--authority",
    first.url,
    "--authority",
    second.url,
    "--ca",
    first.rootFile,
    "--ca",
    second.rootFile,
  ];
  const { status, said } = await stamp(zipFile, ...words);
  expect(said).toContain("First-authority");
  expect(status).toBe(0);
  const stamped = fileBlob(join(folder, "bundle-stamped.zip"));
  const verification = await verifyBundle(stamped);
  expect(verification).toMatchObject({ isSound: true, findings: [], seal });
  expect(verification.stamps.map(({ authority }) => authority)).toEqual([
    expect.stringContaining("First-authority"),
    expect.stringContaining("Second-authority"),
  ]);
  await opensslAgrees(stamped);
  expect([first.requests, second.requests]).toEqual([1, 1]);
});

test("a file that is there already is left as it is, and nobody is asked for a time", async () => {
  const there = readFileSync(join(folder, "bundle-stamped.zip"));
  expect(await stamp(zipFile, "--authority", first.url)).toMatchObject({
    status: 1,
    said: expect.stringContaining("bundle-stamped.zip"),
  });
  expect(readFileSync(join(folder, "bundle-stamped.zip")).equals(there)).toBe(true);
  expect(first.requests).toBe(1);
});

test("the example in the README stamps a bundle, as it stands there", async () => {
  const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");
  const example = /^npm run stamp -- (FILE\.zip .*?)\s+#/m.exec(readme)?.[1] ?? "";
  const given = example
    .replace("FILE.zip", join(folder, "readme.zip"))
    .replace("https://tsa.example/", first.url)
    .replace("ROOT.pem", first.rootFile);
  writeFileSync(join(folder, "readme.zip"), readFileSync(zipFile));
  expect(await stamp(...given.split(" "))).toMatchObject({ status: 0 });
  const stamped = await verifyBundle(fileBlob(join(folder, "readme-stamped.zip")));
  expect(stamped).toMatchObject({ isSound: true, seal, stamps: [expect.anything()] });
});

test("stamping the same reply twice gives the same bytes", async () => {
  const { files } = await bagContents(fileBlob(join(folder, "bundle-stamped.zip")));
  const reply = new Uint8Array(files.get("proof/tagmanifest-sha256.txt.tsr") ?? []);
  const authoritiesPem = readFileSync(first.rootFile, "utf8");
  const [one, other] = await Promise.all(
    [0, 1].map(() => stampedZip(fileBlob(zipFile), [{ reply, authoritiesPem }])),
  );
  expect(Buffer.from(await (one ?? new Blob()).arrayBuffer())).toEqual(
    Buffer.from(await (other ?? new Blob()).arrayBuffer()),
  );
});

test("a reply that is there already is not put beside itself", async () => {
  const stamped = fileBlob(join(folder, "bundle-stamped.zip"));
  const { files } = await bagContents(stamped);
  const reply = new Uint8Array(files.get("proof/tagmanifest-sha256.txt.2.tsr") ?? []);
  expect(await stampedBundle(stamped, [{ reply, authoritiesPem: "" }])).toEqual({
    kind: "refused",
    reason: "already-there",
  });
});

test("a stamp of another seal, a broken one, and one without its root are found and not taken", async () => {
  const stamped = await bagContents(fileBlob(join(folder, "bundle-stamped.zip")));
  const reply = new Uint8Array(stamped.files.get("proof/tagmanifest-sha256.txt.tsr") ?? []);
  const authoritiesPem = readFileSync(first.rootFile, "utf8");
  const other = await packBundle({ ...packInput(await sampleCase()), suffix: "000000" });
  const refusal = async (zip: Blob, given: StampReply) => {
    const stamping = await stampedBundle(zip, [given]);
    return stamping.kind === "refused" ? stamping.reason : null;
  };
  expect(await refusal(other.zip, { reply, authoritiesPem })).toBe("another-seal");
  expect(await refusal(fileBlob(zipFile), { reply, authoritiesPem: "" })).toBe("no-root");
  const foreign = readFileSync(second.rootFile, "utf8");
  expect(await refusal(fileBlob(zipFile), { reply, authoritiesPem: foreign })).toBe("bad-signature");
  expect(await refusal(fileBlob(zipFile), { reply: reply.slice(0, 900), authoritiesPem })).toBe(
    "not-a-reply",
  );
  const flipped = new Uint8Array(reply);
  flipped[flipped.length - 20] = (flipped[flipped.length - 20] ?? 0) ^ 1;
  stamped.files.set("proof/tagmanifest-sha256.txt.tsr", flipped);
  const { findings } = await verifyBundle(await containerOf(stamped));
  expect(findings).toEqual([
    expect.objectContaining({ code: "stamp-broken", path: "proof/tagmanifest-sha256.txt.tsr" }),
  ]);
});

test("nobody answers, no sense in the words, no file: a sentence each, and nothing is written", async () => {
  const out = join(folder, "bundle-stamped.zip");
  rmSync(out);
  expect(await stamp(zipFile)).toMatchObject({ status: 1, said: expect.stringContaining("用法") });
  const closed = await stamp(zipFile, "--authority", "http://127.0.0.1:9/");
  expect(closed).toMatchObject({ status: 1, said: expect.stringContaining("127.0.0.1") });
  expect(await stamp(join(folder, "none.zip"), "--authority", first.url)).toMatchObject({ status: 1 });
  expect(existsSync(out)).toBe(false);
});

test("a reply that brings no certificate is taken with the signer's own, and what is missing is said", async () => {
  const query = join(folder, "bare.tsq");
  execFileSync(program, ["ts", "-query", "-sha256", "-digest", seal, "-out", query], { stdio: "pipe" });
  const reply = new Uint8Array(first.answer(readFileSync(query)));
  const [root, signer] = [first.rootFile, first.signerFile].map((file) => readFileSync(file, "utf8"));
  const outcome = async (authoritiesPem = "") => {
    const stamping = await stampedBundle(fileBlob(zipFile), [{ reply, authoritiesPem }]);
    return stamping.kind === "refused" ? stamping.reason : stamping.verification.stamps.length;
  };
  expect(await outcome(signer)).toBe("no-root");
  expect(await outcome(root)).toBe("no-signer");
  expect(await outcome(`${root}${signer}`)).toBe(1);
});

test("replies and certificates are told apart by what they are, in text and in DER", () => {
  const rootPem = new Uint8Array(readFileSync(first.rootFile));
  const rootDer = new Uint8Array(
    execFileSync(program, ["x509", "-in", first.rootFile, "-outform", "DER"], { stdio: "pipe" }),
  );
  const request = stampRequest(seal, new Uint8Array(8));
  const reply = new Uint8Array(first.answer(Buffer.from(request)));
  const sorted = sortStampFiles([rootPem, reply, rootDer, request, reply, new Uint8Array()]);
  expect(sorted.replies).toEqual([reply, request, new Uint8Array()]);
  const blocks = sorted.authoritiesPem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?END CERTIFICATE-----/g);
  expect(new Set(blocks)).toHaveProperty("size", 1);
  expect(blocks).toHaveLength(2);
});
