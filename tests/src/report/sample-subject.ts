/** What a report is written from, made of a sample case. */
import { canonicalJson } from "../../../src/base/canonical-json.ts";
import { noAnswers } from "../../../src/cases/answers.ts";
import { noTags } from "../../../src/cases/case-fact.ts";
import { caseFactsOf } from "../../../src/cases/case-facts.ts";
import { sha256Hex } from "../../../src/base/digest.ts";
import { type EvidenceItem, itemFolder } from "../../../src/evidence/evidence-item.ts";
import { paperPictures } from "../../../src/report/paper-picture.ts";
import type { ReportedItem, ReportSubject } from "../../../src/report/report-subject.ts";
import { sampleCase } from "../bundle/sample-case.ts";
import { type ItemSketch, moment } from "../bundle/sample-item.ts";

export async function sampleSubject(sketches: readonly ItemSketch[] = [{}, {}]): Promise<ReportSubject> {
  const { items, files } = await sampleCase({ items: [...sketches] });
  return {
    bagName: "keepleaf-20261121T113105Z-7c4190",
    caseCode: "A-07",
    about: "unknown",
    facts: caseFactsOf(noAnswers, []),
    hasFacts: true,
    noted: [],
    recipient: "self",
    sealedAt: moment("2026-11-21T11:31:05.123Z"),
    extensionVersion: "0.1.0",
    items: await Promise.all(
      items.map((item, index) => reported({ item, files, sketch: sketches[index] ?? {} })),
    ),
    notIncluded: 0,
  };
}

interface Reporting {
  item: EvidenceItem;
  files: ReadonlyMap<string, Blob>;
  sketch: ItemSketch;
}

async function reported({ item, files, sketch: { media } }: Reporting): Promise<ReportedItem> {
  const pictures = new Map<string, Blob>();
  for (const { file } of paperPictures(item).flatMap(({ parts }) => parts)) {
    const png = files.get(`${item.id}/${file}`);
    if (png) pictures.set(file, png);
  }
  return {
    item,
    folder: itemFolder(item),
    sha256: await sha256Hex(canonicalJson(item)),
    leftOut: [],
    pictures,
    media: media ?? [],
    tags: noTags,
    keyMessages: [],
  };
}
