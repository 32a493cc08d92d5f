/** How large a bundle may be: packing stays below, reading stops above. */

export const bundleLimits = {
  entries: 20_000,
  entryBytes: 512 * 1024 * 1024,
  /** Below 4 GiB no ZIP64 record is needed, so the container has exactly one form. */
  totalBytes: 0xffff_ffff - 64 * 1024 * 1024,
  /** Inflated to stored size; ours is 1. */
  ratio: 100,
  jsonBytes: 16 * 1024 * 1024,
  jsonDepth: 32,
  /** Raw bytes of frames placed in the report; the rest is named by its file. */
  reportPictureBytes: 24 * 1024 * 1024,
} as const;
