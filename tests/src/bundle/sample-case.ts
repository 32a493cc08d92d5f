/** A small case that behaves like a kept one: items whose digests the log knows, and a log that chains. */
import { evidencePdf } from "../../../src/report/pdf/evidence-pdf.ts";
import type { OperatorRole } from "../../../src/cases/answers.ts";
import type { CaseFact, FactBody } from "../../../src/cases/case-fact.ts";
import { factId } from "../cases/fact-sequence.ts";
import { answersAbout } from "../../fakes/case-for.ts";
import { canonicalJson } from "../../../src/base/canonical-json.ts";
import { sha256Hex } from "../../../src/base/digest.ts";
import type { PackInput } from "../../../src/bundle/pack-input.ts";
import type { Recipient } from "../../../src/bundle/recipient.ts";
import { type CustodyDraft, emptyLog, follow, headAfter } from "../../../src/custody/custody-chain.ts";
import type { CustodyEntry } from "../../../src/custody/custody-entry.ts";
import type { AboutAge, CaseFile } from "../../../src/evidence/case-file.ts";
import type { EvidenceItem } from "../../../src/evidence/evidence-item.ts";
import { wholeFont } from "./whole-font.ts";
import { caseId, type ItemSketch, moment, sampleItem } from "./sample-item.ts";

export interface SampleCase {
  caseFile: CaseFile;
  items: EvidenceItem[];
  log: CustodyEntry[];
  facts: CaseFact[];
  /** `itemId/name` → content. */
  files: Map<string, Blob>;
}

export interface CaseSketch {
  about?: AboutAge;
  items?: ItemSketch[];
  /** Who kept the case; left out, whoever the answers about that age say. */
  operator?: OperatorRole;
  /** What was written down before the items were kept, and after. */
  before?: readonly FactBody[];
  after?: readonly FactBody[];
}

export async function sampleCase({
  about = "unknown",
  items: sketches = [{}, {}],
  operator = answersAbout[about].operator,
  before = [],
  after = [],
}: CaseSketch = {}): Promise<SampleCase> {
  const answers = { ...answersAbout[about], operator };
  const caseFile: CaseFile = {
    format: "keepleaf-case-2",
    id: caseId,
    code: "A-07",
    about,
    answers,
    continues: null,
    createdAtUtc: "2026-11-14T02:00:00.000Z",
  };
  const opened = entry([], { action: "case.created", facts: { code: caseFile.code, about, ...answers } });
  const facts: CaseFact[] = [];
  let logged = await withFacts(await chained([opened]), facts, before);
  const files = new Map<string, Blob>();
  const items: EvidenceItem[] = [];
  for (const [index, sketch] of sketches.entries()) {
    const item = await sampleItem({ sketch, number: index + 1, about, files });
    items.push(item);
    const itemSha256 = await sha256Hex(canonicalJson(item));
    const named = { itemId: item.id, number: item.number, itemSha256 };
    logged = await chained([...logged, entry(logged, { action: "item.kept", facts: named })]);
    logged = await chained([...logged, entry(logged, { action: "item.read-back", facts: named })]);
  }
  return { caseFile, items, log: await withFacts(logged, facts, after), facts, files };
}

/** A body of the kind `withdrawn` takes back the record before it. */
async function withFacts(
  log: CustodyEntry[],
  facts: CaseFact[],
  bodies: readonly FactBody[],
): Promise<CustodyEntry[]> {
  let logged = log;
  for (const body of bodies) {
    const replaces = body.kind === "withdrawn" ? (facts.at(-1)?.id ?? null) : null;
    const fact: CaseFact = {
      ...{ format: "keepleaf-fact-1", id: factId(facts.length + 1), caseId, sequence: logged.length },
      ...{ at: moment("2026-11-21T11:14:07.000Z"), replaces, body },
    };
    facts.push(fact);
    const drawn = { factId: fact.id, kind: body.kind, factSha256: await sha256Hex(canonicalJson(fact)) };
    const action = body.kind === "withdrawn" ? "fact.withdrawn" : "fact.added";
    logged = await chained([...logged, entry(logged, { action, facts: drawn })]);
  }
  return logged;
}

export function packInput(sample: SampleCase, recipient: Recipient = "police"): PackInput {
  return {
    caseFile: sample.caseFile,
    items: sample.items,
    readFile: async (itemId, name) => sample.files.get(`${itemId}/${name}`) ?? null,
    facts: sample.facts,
    log: sample.log,
    recipient,
    at: moment("2026-11-21T11:31:05.123Z"),
    suffix: "7c4190",
    tool: { extensionVersion: "0.1.0", buildId: "test-build" },
    writeReport: (language, subject) => evidencePdf(language, subject, wholeFont),
    signer: null,
  };
}

type Draft = Pick<CustodyDraft, "action" | "facts">;

function entry(log: readonly CustodyEntry[], draft: Draft): CustodyDraft & { line: number } {
  return { caseId, at: moment("2026-11-21T11:14:07.000Z"), ...draft, line: log.length };
}

/** Gives every entry its place in the chain. */
async function chained(drafts: readonly (CustodyEntry | CustodyDraft)[]): Promise<CustodyEntry[]> {
  const log: CustodyEntry[] = [];
  let head = emptyLog;
  for (const { caseId: id, at, action, actor = "self", facts } of drafts) {
    const next = follow(head, { caseId: id, at, actor, action, facts });
    head = await headAfter(next);
    log.push(next);
  }
  return log;
}

/** The log rewritten from its first line with these facts: what a forger with time would make. */
export function rewrittenLog(log: readonly CustodyEntry[]): Promise<CustodyEntry[]> {
  return chained(log);
}
