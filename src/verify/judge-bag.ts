/** Holds everything that was read of a bag against everything else, and says what does not hold. */
import { readBagInfo } from "../bundle/bag-info.ts";
import { bagPaths } from "../bundle/bag-layout.ts";
import { BundleRecord } from "../bundle/bundle-record.ts";
import { visibleText } from "../base/visible-text.ts";
import { checkComposites } from "./check-composites.ts";
import type { CheckThreads } from "./check-threads.ts";
import type { BagReader } from "./compare-strips.ts";
import { type ReadBag, shareOf } from "./bag-facts.ts";
import { checkConsent } from "./check-consent.ts";
import { checkConversations } from "./check-conversations.ts";
import { checkDrawn } from "./check-drawn.ts";
import { checkFacts } from "./check-facts.ts";
import { checkInfo } from "./check-info.ts";
import { checkItems, readItems } from "./check-items.ts";
import { checkHashdeep, checkLists } from "./check-lists.ts";
import { checkLog } from "./check-log.ts";
import { checkPictures } from "./check-pictures.ts";
import { checkRecord } from "./check-record.ts";
import { checkSignature } from "./check-signature.ts";
import { checkStamps } from "./check-stamps.ts";
import { contentMatches, type Finding, withoutEchoes } from "./finding.ts";
import type { BagReading } from "./read-bag.ts";
import { readJsonAs } from "./read-json.ts";
import { summary, type Verification } from "./verification.ts";

/** What reading a container once leaves behind. Plain data: another thread can be sent it. */
export interface BundleReading extends BagReading {
  bagName: string;
  /** Where the container is not as it was sealed. */
  difference: string | null;
}

export interface JudgeMeans {
  reader: BagReader;
  threads: CheckThreads;
  /** By whoever sealed the bundle a moment ago and held every frame to its digest: pictures are not drawn anew. */
  isJustSealed: boolean;
}

export async function judgeBag(
  { files, findings: found, bagName, difference }: BundleReading,
  { reader, threads, isJustSealed }: JudgeMeans,
): Promise<Verification> {
  const findings = [...found];
  const { items, findings: itemFindings } = readItems({ name: bagName, files });
  const info = readBagInfo(files.get(bagPaths.info)?.text ?? "");
  const record = readJsonAs(BundleRecord, files.get(bagPaths.record)?.text ?? "");
  const bag: ReadBag = { name: bagName, files, info, record, items, share: record && shareOf(record) };
  // Threads compare strips while this one does the rest.
  const composites = isJustSealed ? Promise.resolve([]) : checkComposites(bag, threads);
  composites.catch(() => undefined);
  findings.push(...checkLists(bag));
  if (findings.length === 0) findings.push(...checkHashdeep(bag));
  const log = await checkLog(bag, info);
  findings.push(...checkInfo(bag, info), ...log.findings, ...itemFindings, ...checkRecord(bag, log.entries));
  findings.push(...checkItems(bag, log.entries), ...checkPictures(bag), ...checkConsent(bag, log.entries));
  const drawn = await checkDrawn(bag, reader);
  const conversations = await checkConversations(bag, reader);
  const facts = await checkFacts(bag, log.entries);
  const { signature, findings: signatureFindings } = await checkSignature(bag);
  const { stamps, findings: stampFindings } = await checkStamps(bag);
  findings.push(...drawn, ...(await composites), ...conversations, ...facts);
  findings.push(...signatureFindings, ...stampFindings);
  const told = withoutEchoes(findings).map(shownSafely);
  if (difference !== null) {
    told.push({ code: "container-changed", detail: told.length === 0 ? contentMatches : difference });
  }
  return {
    ...summary(bag),
    isSound: told.length === 0,
    findings: told,
    seal: files.get(bagPaths.tagManifest)?.sha256 ?? null,
    log: { lines: log.lines },
    signature,
    stamps,
  };
}

/** A foreign file may have any name. */
function shownSafely(finding: Finding): Finding {
  return finding.path === undefined ? finding : { ...finding, path: visibleText(finding.path) };
}
