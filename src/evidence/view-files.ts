/** The files of an item that say what the page said: words, links, addresses, page data, and the static copy. */
import { sha256Hex } from "../base/digest.ts";
import type { PageReading } from "../capture/page-reading.ts";
import { joinViews, unionOf } from "../capture/views/merge-views.ts";
import type { PageViews } from "../capture/views/page-views.ts";
import type { EvidenceFile } from "./evidence-file.ts";

export interface DescribedFile {
  file: EvidenceFile;
  blob: Blob;
}

type Description = Pick<EvidenceFile, "name" | "kind" | "mediaType">;

/**
 * `text.txt`, `media.json` and `reading.json` where the page was read; `links.json`, `page-copy.html.txt` and, where
 * scrolling changed the words, `text-end.txt` where views were taken; `page.mhtml` where it was asked for.
 */
export async function viewFiles(
  reading: PageReading | null,
  { views, pageFile }: { views: readonly PageViews[]; pageFile: Blob | null },
): Promise<DescribedFile[]> {
  const joined = joinViews(stageOf(views, "found"), stageOf(views, "end"));
  return Promise.all([
    ...readingFiles(reading, joined),
    ...(joined ? ownFiles(reading, joined) : []),
    ...(pageFile
      ? [fileOf({ name: "page.mhtml", kind: "page-file", mediaType: "multipart/related" }, pageFile)]
      : []),
  ]);
}

function stageOf(views: readonly PageViews[], stage: PageViews["stage"]): PageViews | null {
  return views.find((view) => view.stage === stage) ?? null;
}

function readingFiles(reading: PageReading | null, views: PageViews | null): Promise<DescribedFile>[] {
  if (!reading) return [];
  const { text, media, ...rest } = reading;
  const all = unionOf(media, views?.media ?? []);
  return [
    described({ name: "text.txt", kind: "text", mediaType: "text/plain" }, text),
    jsonFile({ name: "media.json", kind: "media" }, { format: "keepleaf-media-1", media: all }),
    jsonFile({ name: "reading.json", kind: "reading" }, { format: "keepleaf-reading-1", ...rest }),
  ];
}

function ownFiles(reading: PageReading | null, views: PageViews): Promise<DescribedFile>[] {
  const { stage, takenAt, links, copy, cut, text } = views;
  const files = [
    jsonFile(
      { name: "links.json", kind: "links" },
      { format: "keepleaf-links-1", stage, takenAt, cut, links },
    ),
    // Not `.html`: opened by a double press it would run outside the frame it is safe in. It says its own markup.
    described({ name: "page-copy.html.txt", kind: "copy", mediaType: "text/plain" }, copy),
  ];
  if (text !== reading?.text) {
    files.push(described({ name: "text-end.txt", kind: "text", mediaType: "text/plain" }, text));
  }
  return files;
}

export function jsonFile(kind: Omit<Description, "mediaType">, value: unknown): Promise<DescribedFile> {
  return described({ ...kind, mediaType: "application/json" }, JSON.stringify(value, null, 1));
}

async function described(kind: Description, text: string): Promise<DescribedFile> {
  return fileOf(kind, new Blob([text], { type: kind.mediaType }));
}

async function fileOf(kind: Description, blob: Blob): Promise<DescribedFile> {
  return { file: { ...kind, sizeBytes: blob.size, sha256: await sha256Hex(blob) }, blob };
}
