/** Turns what IndexedDB throws into a named failure. */
import { Failure } from "../../src/base/failure.ts";

/** Chromium reports a full disk as `DataError: Failed to write blobs (IOError)` (measured), not as a quota. */
export function storageFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : "unknown";
  const isFull = name === "QuotaExceededError" || name === "DataError";
  return new Failure(isFull ? "storage-full" : "storage-failed", `the store answered ${name}`, {
    cause: error,
  });
}
