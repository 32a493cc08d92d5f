/** One base for everything that breaks a promise: a code for programs, a message for people, the cause kept. */

export const failureCodes = [
  "already-capturing",
  "browser-refused",
  "bundle-refused",
  "bundle-too-large",
  "capture-unknown",
  "fact-refused",
  "log-moved",
  "mask-not-confirmed",
  "message-refused",
  "not-gone",
  "nothing-kept",
  "page-gone",
  "page-refuses",
  "picture-unreadable",
  "picture-without-consent",
  "read-back-differs",
  "storage-failed",
  "storage-full",
  "window-mismatch",
] as const;

export type FailureCode = (typeof failureCodes)[number];

export class Failure extends Error {
  readonly code: FailureCode;
  /** The item it happened to, as people count them; null where it is about no single one. */
  readonly itemNumber: number | null;

  constructor(code: FailureCode, message: string, options?: { cause?: unknown; itemNumber?: number | null }) {
    super(message, options);
    this.name = "Failure";
    this.code = code;
    this.itemNumber = options?.itemNumber ?? null;
  }
}

/** The code of a thrown value; what is not ours counts as the browser refusing. */
export function codeOf(thrown: unknown): FailureCode {
  return thrown instanceof Failure ? thrown.code : "browser-refused";
}
