/** Prepares items for the reports: pictures to place on paper as far as they fit, and addresses of pictures. */
import { Failure } from "../base/failure.ts";
import { readBlob, release } from "../base/read-blob.ts";
import { tagsOfItem } from "../cases/all-tags.ts";
import { noTags } from "../cases/case-fact.ts";
import { type CaseFacts, caseFactsOf } from "../cases/case-facts.ts";
import type { MediaElement } from "../capture/page-reading.ts";
import { conversationsOf } from "../evidence/conversations/conversations-of.ts";
import { correctedFields, correctionsOf } from "../evidence/corrections.ts";
import { type EvidenceItem, importedOf } from "../evidence/evidence-item.ts";
import { withoutWholeNames } from "../report/family-name.ts";
import type { KeyMessage } from "../report/key-messages.ts";
import { withoutMediaAddress } from "../report/media-address.ts";
import { MediaList } from "../report/media-list.ts";
import { paperPictures } from "../report/paper-picture.ts";
import { placeableSize } from "../report/placeable-picture.ts";
import type { ReportedItem } from "../report/report-subject.ts";
import { bundleLimits } from "./bundle-limits.ts";
import type { BagInput } from "./bundle-plan.ts";
import type { PackedItem } from "./pack-input.ts";
import { measureCaptured, readCaptured, readNamed } from "./read-captured.ts";
import { type FileKind, getsTags, hasPictureIn, isGiven, shares } from "./recipient.ts";

export async function reportedItems(input: BagInput, items: readonly PackedItem[]): Promise<ReportedItem[]> {
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
    const corrected = {
      ...item,
      fields: correctedFields(item.fields, correctionsOf(input.log, item.id)),
    };
    const shown =
      input.recipient === "school" ? withoutMediaAddress(withoutWholeNames(corrected)) : corrected;
    const keyMessages = await keyMessagesOf(input, item, facts);
    const leftOut = item.files.map(({ kind }) => kind).filter((kind) => !isItGiven(kind));
    const given = { leftOut, pictures, media, tags, keyMessages };
    reported.push({ item: shown, folder, sha256, ...given });
  }
  return reported;
}

/** Only for those who get the conversations themselves: a word alone may be read in any way. */
async function keyMessagesOf(
  input: BagInput,
  item: EvidenceItem,
  { keyMessages }: CaseFacts,
): Promise<KeyMessage[]> {
  const marked = keyMessages.filter(({ body }) => body.itemId === item.id);
  if (marked.length === 0 || !shares[input.recipient].parts.includes("conversations")) return [];
  const conversations = await conversationsOf(item, (name) => readNamed(input, item, name));
  return conversations.flatMap(({ id, chat }) => {
    const origins = new Set(
      marked.filter(({ body }) => body.conversation === id).map(({ body }) => body.origin),
    );
    const chosen = chat.messages.filter(({ origin }) => origins.has(origin));
    return chosen.map((message) => ({ conversation: id, message }));
  });
}

/** Files that show a part of the page, from its top, until one no longer fits. */
async function placedPictures(
  input: BagInput,
  item: EvidenceItem,
  budget: { bytes: number },
): Promise<Map<string, Blob>> {
  if (importedOf(item)) return importedPictures(input, item, budget);
  const placed = new Map<string, Blob>();
  for (const { file: name } of paperPictures(item).flatMap(({ parts }) => parts)) {
    if (placed.has(name)) continue;
    const file = item.files.find((candidate) => candidate.name === name);
    if (!file) throw new Failure("read-back-differs", `item ${item.number}: has no file ${name}`);
    if (file.sizeBytes > budget.bytes || !isGiven(shares[input.recipient], item, file.kind)) break;
    budget.bytes -= file.sizeBytes;
    placed.set(name, (await measureCaptured(input, { item, file })).content);
  }
  return placed;
}

/** In the order in which they were put in, as many as one item's picture may have strips. */
async function importedPictures(
  input: BagInput,
  item: EvidenceItem,
  budget: { bytes: number },
): Promise<Map<string, Blob>> {
  const placed = new Map<string, Blob>();
  const wanted = item.files.filter(
    ({ kind, mediaType }) => mediaType.startsWith("image/") && isGiven(shares[input.recipient], item, kind),
  );
  for (const file of wanted) {
    if (placed.size === mostImportedPictures) break;
    if (file.sizeBytes > budget.bytes) continue;
    const { content } = await measureCaptured(input, { item, file });
    if (!(await isPlaceable(content, file.mediaType))) continue;
    budget.bytes -= file.sizeBytes;
    placed.set(file.name, content);
  }
  return placed;
}

const mostImportedPictures = 12;

async function isPlaceable(content: Blob, mediaType: string): Promise<boolean> {
  const bytes = await readBlob(content);
  const size = placeableSize(bytes, mediaType);
  release(bytes);
  return size !== null;
}

async function mediaOf(input: BagInput, item: EvidenceItem): Promise<MediaElement[]> {
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
