/** How large a bundle may be: packing stays below, reading stops above. */

export const bundleLimits = {
  entries: 20_000,
  entryBytes: 512 * 1024 * 1024,
  /** Below 4 GiB no ZIP64 record is needed, so the container has exactly one form. */
  totalBytes: 0xffff_ffff - 64 * 1024 * 1024,
  /** Inflated to stored size of one entry; ours is 1. */
  ratio: 100,
  /** An entry larger than this may not be packed tighter than `largeRatio`: no picture or document of ours can be. */
  largeEntryBytes: 32 * 1024 * 1024,
  largeRatio: 3,
  /** All entries together, to the size of the container, where they are more than `smallTotalBytes`. */
  totalRatio: 10,
  smallTotalBytes: 64 * 1024 * 1024,
  jsonBytes: 16 * 1024 * 1024,
  jsonDepth: 32,
  /** Values in one JSON text: each takes far more memory than the two characters it can be written in. */
  jsonValues: 1_000_000,
  /** Files held while one is written or checked: what memory bears on a small machine. */
  readAhead: { mostBytes: 12 * 1024 * 1024, mostReads: 4 },
  /** Raw bytes of frames placed in the report; the rest is named by its file. */
  reportPictureBytes: 24 * 1024 * 1024,
} as const;
