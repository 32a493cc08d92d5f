/** How much may be put in at once (T15–T17, T21), and every reason to refuse a file: `import.refused.…` are the sentences. */
import { longestExport } from "../../chats/read-chat-export.ts";

export const importLimits = {
  /** Files chosen at once. */
  files: 500,
  /** Of one file that is kept without being read. */
  fileBytes: 512 * 1024 * 1024,
  /** Of all files chosen at once. */
  totalBytes: 2 * 1024 * 1024 * 1024,
  /** Of the text of a conversation. */
  textBytes: longestExport,
  archive: {
    entries: 2_000,
    entryBytes: 512 * 1024 * 1024,
    totalBytes: 4 * 1024 * 1024 * 1024,
    ratio: 100,
    // Only its one text is inflated, and that is counted: the rest may be packed as it likes.
    largeEntryBytes: 512 * 1024 * 1024,
    largeRatio: 100,
    totalRatio: 100,
    smallTotalBytes: 4 * 1024 * 1024 * 1024,
    jsonBytes: longestExport,
  },
} as const;

export const importRefusals = [
  /** Where pictures are hidden, no file that may hold one is taken. */
  "picture-not-here",
  "file-not-here",
  "picture-in-text",
  "archive-has-files",
  "already-here",
  "chosen-twice",
  "too-many",
  "empty",
  "too-large",
  "cannot-be-read",
  "not-utf8",
  "not-a-chat",
  "json-refused",
  "no-messages",
  "no-day-order",
  "archive-damaged",
  "archive-unsafe",
  "archive-too-large",
  "archive-locked",
  "archive-no-chat",
  "picture-too-large",
  "picture-broken",
] as const;
export type ImportRefusal = (typeof importRefusals)[number];
