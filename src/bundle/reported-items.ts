/** Prepares items for the reports: frames to place in the HTML as far as they fit, and addresses of pictures. */
import { Failure } from "../base/failure.ts";
import type { MediaElement } from "../capture/page-reading.ts";
import { type EvidenceItem, pictureOf } from "../evidence/evidence-item.ts";
import { MediaList } from "../report/media-list.ts";
import type { ReportedItem } from "../report/report-subject.ts";
import { toBase64 } from "./base64.ts";
import { bundleLimits } from "./bundle-limits.ts";
import type { PackedItem, PackInput } from "./pack-input.ts";
import { readCaptured } from "./read-captured.ts";
import { isLeftOut, shares } from "./recipient.ts";

export async function reportedItems(input: PackInput, items: readonly PackedItem[]): Promise<ReportedItem[]> {
  const budget = { bytes: bundleLimits.reportPictureBytes };
  const reported: ReportedItem[] = [];
  for (const { item, folder, sha256 } of items) {
    input.signal?.throwIfAborted();
    const { leftOut } = shares[input.recipient];
    const frames = await embeddedFrames(input, item, budget);
    reported.push({ item, folder, sha256, leftOut, frames, media: await mediaOf(input, item) });
  }
  return reported;
}

/** Frames that show a part of the page, from its top, until one no longer fits. */
async function embeddedFrames(
  input: PackInput,
  item: EvidenceItem,
  budget: { bytes: number },
): Promise<Map<number, string>> {
  const embedded = new Map<number, string>();
  if (isLeftOut(input.recipient, "frame")) return embedded;
  const picture = pictureOf(item);
  const placed = new Set(
    picture?.surfaces.flatMap(({ placements }) => placements.map(({ sequence }) => sequence)),
  );
  for (const { sequence, file: name } of picture?.frames ?? []) {
    if (!placed.has(sequence)) continue;
    const file = item.files.find((candidate) => candidate.name === name);
    if (!file) throw new Failure("read-back-differs", `item ${item.number}: has no file ${name}`);
    if (file.sizeBytes > budget.bytes) break;
    budget.bytes -= file.sizeBytes;
    embedded.set(sequence, toBase64(await readCaptured(input, { item, file })));
  }
  return embedded;
}

async function mediaOf(input: PackInput, item: EvidenceItem): Promise<MediaElement[]> {
  if (!shares[input.recipient].pastes.includes("paste-center.txt")) return [];
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
