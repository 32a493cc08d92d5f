/** Holds every file against the lists of digests, and the lists against the form they are written in. */
import { bagDeclaration, bagPaths, isBagPath, requiredPaths, tagFiles } from "../bundle/bag-layout.ts";
import { hashdeepText, type ManifestLine, readManifest } from "../bundle/manifest.ts";
import { knownInstructions } from "../bundle/verify-instructions.ts";
import { type BagFacts, payloadOf, type ReadBag } from "./bag-facts.ts";
import type { Finding } from "./finding.ts";

/** When `case.json` does not say whose bundle it is: what all of them have. */
const leastShare = { parts: [], pastes: [] };

export function checkLists(bag: ReadBag): Finding[] {
  const format = bag.record?.format ?? "keepleaf-bundle-2";
  const missing = requiredPaths(bag.share ?? leastShare, format).filter((path) => !bag.files.has(path));
  const unexpected = [...bag.files.keys()].filter((path) => !isBagPath(path));
  const findings: Finding[] = [
    ...unexpected.map((path): Finding => ({ code: "file-unexpected", path })),
    ...listFindings(bag, bagPaths.manifest, new Set(payloadOf(bag).map(({ path }) => path))),
    ...listFindings(bag, bagPaths.tagManifest, new Set(tagFiles)),
  ];
  const said = new Set(findings.map(({ path }) => path));
  findings.push(
    ...missing.filter((path) => !said.has(path)).map((path): Finding => ({ code: "file-missing", path })),
  );
  return [...oncePerFile(findings), ...formFindings(bag)];
}

/** The files a list must name, against the files it names; a file that could not be read is a finding already. */
function listFindings(bag: BagFacts, list: string, expected: ReadonlySet<string>): Finding[] {
  const text = bag.files.get(list)?.text;
  if (text === undefined) return [];
  const reading = readManifest(text ?? "\uFFFD");
  if (reading.kind === "malformed") return [{ code: "list-malformed", path: list, line: reading.line }];
  const named = new Set(reading.lines.map(({ path }) => path));
  const unnamed = [...expected].filter((path) => !named.has(path));
  return [
    ...reading.lines.flatMap((line) => lineFinding(bag, line, expected)),
    ...unnamed.map((path): Finding => ({ code: bag.files.has(path) ? "file-extra" : "file-missing", path })),
  ];
}

function lineFinding(
  bag: BagFacts,
  { path, sha256 }: ManifestLine,
  expected: ReadonlySet<string>,
): Finding[] {
  const fact = bag.files.get(path);
  if (!fact) return [{ code: "file-missing", path }];
  if (!expected.has(path)) return [{ code: "file-unexpected", path }];
  return fact.sha256 === null || fact.sha256 === sha256 ? [] : [{ code: "file-changed", path }];
}

function oncePerFile(findings: readonly Finding[]): Finding[] {
  const said = new Set<string | undefined>();
  return findings.filter(({ path }) => !said.has(path) && said.add(path));
}

/** Texts that can be only one thing. */
function formFindings(bag: BagFacts): Finding[] {
  const findings: Finding[] = [];
  const declaration = bag.files.get(bagPaths.declaration);
  if (declaration && declaration.sha256 !== null && declaration.text !== bagDeclaration) {
    findings.push({ code: "list-malformed", path: bagPaths.declaration, line: 1 });
  }
  const instructions = bag.files.get(bagPaths.instructions);
  if (instructions?.sha256 && !knownInstructions.includes(instructions.sha256)) {
    findings.push({ code: "instructions-changed", path: bagPaths.instructions });
  }
  return findings;
}

/** Only asked when every file is as listed: else it would say the same again. */
export function checkHashdeep(bag: BagFacts): Finding[] {
  const lines = payloadOf(bag).map(({ path, sizeBytes, sha256 }) => ({
    path,
    sizeBytes,
    sha256: sha256 ?? "",
  }));
  const isSame = bag.files.get(bagPaths.hashdeep)?.text === hashdeepText(lines);
  return isSame ? [] : [{ code: "hashdeep-differs", path: bagPaths.hashdeep }];
}
