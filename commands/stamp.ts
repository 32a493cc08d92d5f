/** `npm run stamp -- FILE.zip --authority URL [--authority URL …] [--ca FILE.pem …]`: has a seal time-stamped (RFC 3161). */
import { randomBytes } from "node:crypto";
import { createWriteStream, existsSync, openAsBlob } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { stampRequest } from "../src/stamp/stamp-request.ts";
import { stampedBundle, type StampReply } from "../src/verify/stamped-bundle.ts";
import type { Verification } from "../src/verify/verification.ts";
import { languages, say, type WordKey, type WordValues } from "../src/words/say.ts";
import { verifyFile } from "./verify-file.ts";

interface StampPlan {
  file: string;
  authorities: string[];
  certificates: string[];
}

const longestReply = 1024 * 1024;
const patienceMs = 30_000;

async function run(words: readonly string[]): Promise<number> {
  const plan = readPlan(words);
  if (!plan) return refuse("stamp.usage");
  const { file } = plan;
  const before = await verifyFile(file);
  if (!before) return refuse("verify.file-missing", { file });
  if (!before.isSound || before.seal === null) return refuse("stamp.not-sound", { file });
  const out = file.replace(/(?:\.zip)?$/i, "-stamped.zip");
  // Asked before anybody is asked for a time.
  if (existsSync(out)) return refuse("stamp.file-there", { file: out });
  const replies = await askAll(plan, before.seal).catch((error: unknown) => reasonOf(error));
  if (typeof replies === "string") return refuse("stamp.no-answer", { detail: replies });
  const stamping = await stampedBundle(await openAsBlob(file), replies);
  if (stamping.kind === "refused") return refuse("stamp.reply-refused", { detail: stamping.reason });
  return await keep(stamping.zip, { out, seal: before.seal });
}

/** What lies on the disk is checked, and taken away again when it is not what it should be. */
async function keep(zip: Blob, { out, seal }: { out: string; seal: string }): Promise<number> {
  try {
    await pipeline(Readable.fromWeb(zip.stream() as ReadableStream), createWriteStream(out, { flags: "wx" }));
    const after = await verifyFile(out);
    if (!after?.isSound || after.seal !== seal) throw new Error(after?.findings[0]?.code ?? "seal");
    report(out, after);
    return 0;
  } catch (error) {
    // Somebody else's file may have appeared there in the meantime.
    if (!isThereAlready(error)) await rm(out, { force: true });
    return refuse("stamp.not-written", { file: out, detail: reasonOf(error) });
  }
}

function isThereAlready(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EEXIST";
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : "";
}

/** Null when the words make no sense. */
function readPlan(words: readonly string[]): StampPlan | null {
  const plan: StampPlan = { file: "", authorities: [], certificates: [] };
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    const next = words[index + 1];
    if (word === "--authority" && next !== undefined) plan.authorities.push(next);
    else if (word === "--ca" && next !== undefined) plan.certificates.push(next);
    else if (word.startsWith("--") || plan.file !== "") return null;
    else plan.file = word;
    if (word.startsWith("--")) index += 1;
  }
  const areAddresses = plan.authorities.every((url) => URL.canParse(url) && /^https?:/i.test(url));
  return plan.file !== "" && plan.authorities.length > 0 && areAddresses ? plan : null;
}

/** Only the digest of the seal's list is sent, and a number drawn for this request. */
async function askAll({ authorities, certificates }: StampPlan, seal: string): Promise<StampReply[]> {
  const authoritiesPem = (await Promise.all(certificates.map((file) => readFile(file, "utf8")))).join("\n");
  const replies: StampReply[] = [];
  for (const url of authorities) replies.push({ reply: await ask(url, seal), authoritiesPem });
  return replies;
}

async function ask(url: string, seal: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/timestamp-query" },
    body: stampRequest(seal, randomBytes(8)),
    signal: AbortSignal.timeout(patienceMs),
  }).catch((cause: unknown) => {
    throw new Error(`${url}: ${cause instanceof Error ? cause.message : ""}`, { cause });
  });
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  const reply = new Uint8Array(await response.arrayBuffer());
  if (reply.length > longestReply) throw new Error(`${url}: ${reply.length} bytes`);
  return reply;
}

function report(out: string, { stamps }: Verification): void {
  for (const { timeUtc, authority, rootSha256 } of stamps)
    tell("stamp.stamped", { time: timeUtc, authority, root: rootSha256 });
  tell("stamp.written", { file: out });
}

function tell(key: WordKey, values: WordValues = {}): void {
  for (const language of languages) console.log(say(language, key, values));
}

function refuse(key: WordKey, values: WordValues = {}): number {
  for (const language of languages) console.error(say(language, key, values));
  return 1;
}

process.exitCode = await run(process.argv.slice(2));
