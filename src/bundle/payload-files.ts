/** All but the report under `data/` that is made at packing: lists, texts, our reading of conversations, records, log, schemas. */
import { canonicalJson } from "../base/canonical-json.ts";
import { caseFactsOf } from "../cases/case-facts.ts";
import { notedAddresses } from "../cases/noted-addresses.ts";
import { logLine } from "../custody/custody-chain.ts";
import { indexCsv } from "../report/index-csv.ts";
import { indexOds } from "../report/index-ods.ts";
import { logCsv } from "../report/log-csv.ts";
import { paste165 } from "../report/paste-165.ts";
import { pasteCenter } from "../report/paste-center.ts";
import { pastePolice } from "../report/paste-police.ts";
import { pasteSchool } from "../report/paste-school.ts";
import { pasteSocial } from "../report/paste-social.ts";
import type { PasteName } from "../report/paste-name.ts";
import { readMeFirst } from "../report/read-me-first.ts";
import type { ReportSubject } from "../report/report-subject.ts";
import { urlList } from "../report/url-list.ts";
import { mayHaveConversations } from "../evidence/conversations/conversations-of.ts";
import type { EvidenceItem } from "../evidence/evidence-item.ts";
import { keptPlaces } from "../evidence/kept-places.ts";
import type { Language } from "../words/say.ts";
import { type BagFile, bytesFile, textFile } from "./bag-file.ts";
import { bagPaths, captureFile, capturePath, pastePath } from "./bag-layout.ts";
import type { BagInput, BundlePlan } from "./bundle-plan.ts";
import { bundleSchemas } from "./bundle-schemas.ts";
import type { PackedItem } from "./pack-input.ts";
import { readNamed } from "./read-captured.ts";
import { itemConversationFiles } from "./conversation-files.ts";
import { getsNoted, isGiven, shares } from "./recipient.ts";
import { reportedItems } from "./reported-items.ts";

/** The readers of a bundle are in Taiwan. */
export const bundleLanguage = "zh-TW";

export async function listFiles(
  input: BagInput,
  { items, record }: BundlePlan,
  subject: ReportSubject,
): Promise<BagFile[]> {
  const { parts } = shares[input.recipient];
  const files = [...(await subjectLists(input, subject)), textFile(bagPaths.record, canonicalJson(record))];
  if (parts.includes("captures"))
    files.push(...items.map(({ item, json }) => textFile(capturePath(item, captureFile), json)));
  if (parts.includes("conversations")) files.push(...(await conversationFiles(input, items)));
  if (parts.includes("facts")) files.push(textFile(bagPaths.facts, factsJson(input)));
  if (parts.includes("log"))
    files.push(textFile(bagPaths.log, input.log.map((entry) => `${logLine(entry)}\n`).join("")));
  if (parts.includes("log-table"))
    files.push(textFile(bagPaths.logTable, await logCsv(bundleLanguage, input.log)));
  if (parts.includes("schemas")) files.push(...bundleSchemas().map(({ path, text }) => textFile(path, text)));
  return files;
}

/** Every record as it was written, corrections and what was taken back included. */
function factsJson({ facts }: BagInput): string {
  return canonicalJson({ format: "keepleaf-facts-1", facts });
}

export async function reportSubject(input: BagInput, { items, record }: BundlePlan): Promise<ReportSubject> {
  const facts = caseFactsOf(input.caseFile.answers, input.facts);
  const everyItem = [...input.items, ...(input.leftItems ?? [])];
  return {
    bagName: record.bag,
    caseCode: record.case.code,
    about: record.case.about,
    facts,
    hasFacts: shares[input.recipient].parts.includes("facts"),
    noted: getsNoted(input.recipient) ? notedAddresses(facts, keptPlaces(everyItem, input.log)) : [],
    recipient: record.recipient,
    sealedAt: record.sealedAt,
    extensionVersion: record.tool.extensionVersion,
    items: await reportedItems(input, items),
    notIncluded: record.notIncluded.length,
  };
}

/** The writer of each paste file. */
const pasteWriters: Readonly<Record<PasteName, (language: Language, subject: ReportSubject) => string>> = {
  "paste-165.txt": paste165,
  "paste-center.txt": pasteCenter,
  "paste-police.txt": pastePolice,
  "paste-school.txt": pasteSchool,
  "paste-social.txt": pasteSocial,
};

async function subjectLists(input: BagInput, subject: ReportSubject): Promise<BagFile[]> {
  const { parts, pastes } = shares[input.recipient];
  const files = [
    textFile(bagPaths.readMeFirst, readMeFirst(bundleLanguage, { subject, share: toldShare(input) })),
    textFile(bagPaths.index, indexCsv(bundleLanguage, subject)),
    textFile(bagPaths.urls, urlList(subject)),
    ...pastes.map((name) => textFile(pastePath(name), pasteWriters[name](bundleLanguage, subject))),
  ];
  if (parts.includes("table")) files.push(bytesFile(bagPaths.table, await indexOds(bundleLanguage, subject)));
  return files;
}

/** Our reading of every conversation, made anew from the very bytes that go into the bag. */
async function conversationFiles(input: BagInput, items: readonly PackedItem[]): Promise<BagFile[]> {
  const made: BagFile[] = [];
  for (const { item } of items) {
    input.signal?.throwIfAborted();
    const texts = await itemConversationFiles(item, (name) => readNamed(input, item, name));
    made.push(...texts.map(({ path, text }) => textFile(path, text)));
  }
  return made;
}

function toldShare({ recipient, items }: BagInput) {
  const share = shares[recipient];
  const isOriginalGiven = (item: EvidenceItem) =>
    item.files.some(({ kind }) => kind === "original" && isGiven(share, item, kind));
  return {
    ...share,
    hasImports: items.some(isOriginalGiven),
    hasConversations: items.some(mayHaveConversations),
  };
}
