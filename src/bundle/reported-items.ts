/** Prepares items for the reports: pictures to place on paper as far as they fit, and addresses of pictures. */
import { Failure } from "../base/failure.ts";
import { tagsOfItem } from "../cases/all-tags.ts";
import { noTags } from "../cases/case-fact.ts";
import { caseFactsOf } from "../cases/case-facts.ts";
import type { MediaElement } from "../capture/page-reading.ts";
import type { EvidenceItem } from "../evidence/evidence-item.ts";
import { withoutWholeNames } from "../report/family-name.ts";
import { MediaList } from "../report/media-list.ts";
import { paperPictures } from "../report/paper-picture.ts";
import type { ReportedItem } from "../report/report-subject.ts";
import { bundleLimits } from "./bundle-limits.ts";
import type { PackedItem, PackInput } from "./pack-input.ts";
import { readCaptured } from "./read-captured.ts";
import { type FileKind, getsTags, hasPictureIn, isGiven, shares } from "./recipient.ts";

export async function reportedItems(input: PackInput, items: readonly PackedItem[]): Promise<ReportedItem[]> {
  const budget = { bytes: bundleLimits.reportPictureBytes };
  const facts = caseFactsOf(input.caseFile.answers, input.facts);
  const reported: ReportedItem[] = [];
  for (const { item, folder, sha256 } of items) {
    input.signal?.throwIfAborted();
    const isItGiven = (kind: FileKind) => isGiven(shares[input.recipient], item, kind);
    const pictures = hasPictureIn(shares[input.recipient], item)
      ? await placedPictures(input, item, budget)
      : null;
    const media = isItGiven("media") ? await mediaOf(input, item) : [];
    const tags = getsTags(input.recipient) ? tagsOfItem(facts, item.id) : noTags;
    const shown = input.recipient === "school" ? withoutWholeNames(item) : item;
    reported.push({ item: shown, folder, sha256, isGiven: isItGiven, pictures, media, tags });
  }
  return reported;
}

/** Files that show a part of the page, from its top, until one no longer fits. */
async function placedPictures(
  input: PackInput,
  item: EvidenceItem,
  budget: { bytes: number },
): Promise<Map<string, Uint8Array>> {
  const placed = new Map<string, Uint8Array>();
  for (const { file: name } of paperPictures(item).flatMap(({ parts }) => parts)) {
    if (placed.has(name)) continue;
    const file = item.files.find((candidate) => candidate.name === name);
    if (!file) throw new Failure("read-back-differs", `item ${item.number}: has no file ${name}`);
    if (file.sizeBytes > budget.bytes || !isGiven(shares[input.recipient], item, file.kind)) break;
    budget.bytes -= file.sizeBytes;
    placed.set(name, await readCaptured(input, { item, file }));
  }
  return placed;
}

async function mediaOf(input: PackInput, item: EvidenceItem): Promise<MediaElement[]> {
  const lists = item.files.filter(({ kind }) => kind === "media");
  const media: MediaElement[] = [];
  for (const file of lists) {
    const text = new TextDecoder().decode(await readCaptured(input, { item, file }));
    media.push(...mediaIn(text, `item ${item.number}: ${file.name}`));
  }
  return media;
}

function mediaIn(text: string, name: string): MediaElement[] {
  try {
    return MediaList.parse(JSON.parse(text)).media;
  } catch (cause) {
    throw new Failure("read-back-differs", `${name} is not a list of media`, { cause });
  }
}
