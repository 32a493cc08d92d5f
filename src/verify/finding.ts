/** What a check can find: a code for programs, a place, and a sentence for people. There is no finding without one. */
import { type Language, say } from "../words/say.ts";

export const findingCodes = [
  /** The container cannot be read as a bundle at all. */
  "reading-failed",
  "not-a-zip",
  "zip-damaged",
  "too-large",
  "entry-encrypted",
  /** A bundle of ours with a passphrase around it: not given, another, or changed since it was locked. */
  "bundle-locked",
  "passphrase-differs",
  "locked-changed",
  "entry-not-a-file",
  "path-unsafe",
  "path-repeated",
  "not-a-bundle",
  /** The container can be read but is not as it was written. */
  "container-changed",
  /** Files against the lists. */
  "file-damaged",
  "file-changed",
  "file-missing",
  "file-extra",
  "file-unexpected",
  "list-malformed",
  "instructions-changed",
  /** The bag's own facts. */
  "info-malformed",
  "info-differs",
  "count-differs",
  "hashdeep-differs",
  /** The log. */
  "log-broken",
  "log-head-differs",
  "log-of-another-case",
  /** The items. */
  "record-malformed",
  "record-differs",
  "item-malformed",
  "item-not-in-log",
  "item-differs",
  "item-file-differs",
  "item-file-missing",
  "item-file-extra",
  "item-missing",
  /** The pictures, rebuilt from their frames. */
  "recipe-differs",
  "composite-differs",
  "proof-differs",
  "verdict-differs",
  /** The conversations, read again from the original bytes. */
  "conversation-differs",
  /** What people wrote down. */
  "facts-differ",
  /** The proofs outside the seal. */
  "proof-missing",
  "proof-unexpected",
  "key-differs",
  "signature-broken",
  "stamp-broken",
  /** Pictures where none may be. */
  "picture-not-allowed",
] as const;
export type FindingCode = (typeof findingCodes)[number];

export interface Finding {
  code: FindingCode;
  /** A short fact for an expert, the same in every language. */
  detail?: string;
  /** Path inside the bag. Text from a foreign file: data, never markup. */
  path?: string;
  /** Counted from 1. */
  line?: number;
}

const aboutWholeFiles: ReadonlySet<FindingCode> = new Set<FindingCode>([
  "file-damaged",
  "file-changed",
  "file-missing",
  "file-extra",
  "file-unexpected",
]);

/** Said even of a file that is known to be broken: where the log breaks, and a picture that may not be there. */
const neverEchoes: ReadonlySet<FindingCode> = new Set<FindingCode>(["log-broken", "picture-not-allowed"]);

/** A file that is broken fails every later check too: it is said once. */
export function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const broken = new Set<string>();
  return findings.filter(({ code, path = "" }) => {
    const isEcho = broken.has(path) && !neverEchoes.has(code);
    if (path !== "" && aboutWholeFiles.has(code)) broken.add(path);
    return !isEcho;
  });
}

/** What happened, what is still safe, what to do. */
export function findingSentence(language: Language, finding: Finding): string {
  const { code, detail = "", path = "", line = 0 } = finding;
  if (code === "container-changed" && detail === contentMatches)
    return say(language, "finding.container-changed.content-matches");
  return say(language, `finding.${code}`, { detail, path, line });
}

/** Detail of `container-changed` when everything inside is as it was sealed. */
export const contentMatches = "content matches the seal";
