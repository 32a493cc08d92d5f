/** `npm run verify -- FILE.zip [FILE …] [--passphrase-file TEXTFILE] [--json] [--lang zh-TW|en]`: exits 0 only when all are sound. */
import { findingSentence } from "../src/verify/finding.ts";
import type { Verification } from "../src/verify/verification.ts";
import { type Language, languages, say } from "../src/words/say.ts";
import { readPassphrase, withPassphrase } from "./unlock-file.ts";
import { verifyFiles } from "./verify-files.ts";

interface VerifyPlan {
  files: string[];
  /** Never the passphrase itself: words typed to a shell stay in its history. */
  passphraseFile: string | null;
  isJson: boolean;
  /** Each sentence is said in each of these. */
  spoken: readonly Language[];
}

async function run(words: readonly string[]): Promise<number> {
  const plan = readPlan(words);
  if (!plan) {
    for (const language of languages) console.error(say(language, "verify.usage"));
    return 1;
  }
  const passphrase = await passphraseIn(plan.passphraseFile);
  if (passphrase === undefined) {
    const file = plan.passphraseFile ?? "";
    for (const language of plan.spoken) console.error(say(language, "verify.passphrase-file", { file }));
    return 1;
  }
  const results = await withPassphrase(passphrase, (unlocking) => verifyFiles(plan.files, unlocking));
  if (plan.isJson) {
    const records = results.map(([file, result]) => ({ file, ...(result ?? missing) }));
    console.log(JSON.stringify(records, null, 2));
  } else for (const [file, result] of results) tell(file, result, plan.spoken);
  return results.every(([, result]) => result?.isSound) ? 0 : 1;
}

/** Null where none is needed; undefined where the file does not hold one. */
async function passphraseIn(file: string | null): Promise<string | null | undefined> {
  return file === null ? null : await readPassphrase(file).catch(() => undefined);
}

/** In JSON a file that is not there has a finding too, so that no reader takes it for sound. */
const missing = { isSound: false, findings: [{ code: "reading-failed", detail: "no such file" }] };

/** Null when the words make no sense. */
function readPlan(words: readonly string[]): VerifyPlan | null {
  const plan: VerifyPlan = { files: [], passphraseFile: null, isJson: false, spoken: languages };
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    if (word === "--json") plan.isJson = true;
    else if (word === "--passphrase-file") {
      index += 1;
      plan.passphraseFile = words[index] ?? "";
    } else if (word === "--lang") {
      index += 1;
      plan.spoken = languages.filter((language) => language === words[index]);
      if (plan.spoken.length === 0) return null;
    } else if (word.startsWith("--")) return null;
    else plan.files.push(word);
  }
  return plan.files.length === 0 ? null : plan;
}

function tell(file: string, result: Verification | null, spoken: readonly Language[]): void {
  console.log(file);
  if (!result) {
    for (const language of spoken) console.log(say(language, "verify.file-missing", { file }));
    return;
  }
  for (const language of spoken) for (const line of sentences(language, result)) console.log(line);
  console.log("");
}

function sentences(language: Language, result: Verification): string[] {
  const { isSound, findings, seal } = result;
  const said = findings.map((finding) => `- ${findingSentence(language, finding)}`);
  const sealLine = seal ? [say(language, "verify.seal") + inFours(seal)] : [];
  const compare = isSound ? [say(language, "verify.compare")] : [];
  const proofs = result.bagName === null ? [] : proofLines(language, result);
  return [headline(language, result), ...said, ...sealLine, ...proofs, ...compare];
}

/** Whose key signed, and what a stamp says: both are to be compared with something outside the bundle. */
function proofLines(language: Language, { signature, stamps }: Verification): string[] {
  const key = keyLines(language, signature);
  const times = stamps.map(({ timeUtc: time, authority, rootSha256: root }) =>
    say(language, "stamp.stamped", { time, authority, root }),
  );
  return [...key, ...(times.length > 0 ? times : [say(language, "verify.no-stamp")])];
}

/** A signature that does not hold is a finding already. */
function keyLines(language: Language, signature: Verification["signature"]): string[] {
  if (signature.kind === "broken") return [];
  if (signature.kind === "none") return [say(language, "verify.no-key")];
  return [say(language, "verify.key") + inFours(signature.keySha256)];
}

function headline(language: Language, { isSound, bagName, findings, files, log }: Verification): string {
  if (isSound) return say(language, "verify.sound", { files, lines: log.lines });
  if (bagName === null) return say(language, "verify.unreadable");
  return say(language, "verify.broken", { count: findings.length });
}

/** `4261 196d …`: groups that can be read aloud and compared. */
function inFours(seal: string): string {
  return seal.replace(/(.{4})(?=.)/g, "$1 ");
}

process.exitCode = await run(process.argv.slice(2));
