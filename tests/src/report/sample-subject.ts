/** What a report is written from, made of a sample case. */
import { canonicalJson } from "../../../src/base/canonical-json.ts";
import { sha256Hex } from "../../../src/base/digest.ts";
import { type EvidenceItem, itemFolder, pictureOf } from "../../../src/evidence/evidence-item.ts";
import type { ReportedItem, ReportSubject } from "../../../src/report/report-subject.ts";
import { sampleCase } from "../bundle/sample-case.ts";
import { type ItemSketch, moment } from "../bundle/sample-item.ts";

export async function sampleSubject(sketches: readonly ItemSketch[] = [{}, {}]): Promise<ReportSubject> {
  const { items } = await sampleCase({ items: [...sketches] });
  return {
    bagName: "keepleaf-20261121T113105Z-7c4190",
    caseCode: "A-07",
    about: "unknown",
    recipient: "self",
    sealedAt: moment("2026-11-21T11:31:05.123Z"),
    extensionVersion: "0.1.0",
    items: await Promise.all(items.map((item, index) => reported(item, sketches[index] ?? {}))),
    notIncluded: 0,
  };
}

async function reported(item: EvidenceItem, { media }: ItemSketch): Promise<ReportedItem> {
  const placements = pictureOf(item)?.surfaces.flatMap((surface) => surface.placements) ?? [];
  const frames = new Map(placements.map(({ sequence }) => [sequence, "QUJD"]));
  return {
    item,
    folder: itemFolder(item),
    sha256: await sha256Hex(canonicalJson(item)),
    leftOut: [],
    frames,
    media: media ?? [],
  };
}
