/** Appends to a case's log; when another window was quicker, follows its line instead. */
import { Failure } from "../base/failure.ts";
import { type CustodyDraft, follow, type LogHead } from "../custody/custody-chain.ts";
import type { CustodyEntry } from "../custody/custody-entry.ts";
import type { EvidenceStore } from "./evidence-store.ts";

/** Each refusal means that another writer got on; so many in a row are no contention any more but a fault. */
const tries = 200;

/**
 * Runs `write` with the log's head, again when the log moved meanwhile.
 * @throws Failure `log-moved`
 */
export async function followingLog<T>(
  store: EvidenceStore,
  caseId: string,
  write: (head: LogHead) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await write(await store.logHead(caseId));
    } catch (error) {
      const hasMoved = error instanceof Failure && error.code === "log-moved";
      if (!hasMoved || attempt === tries) throw error;
    }
  }
}

/** Runs `write` with an entry that follows the log's head. */
export function withEntry(
  store: EvidenceStore,
  draft: CustodyDraft,
  write: (entry: CustodyEntry) => Promise<void>,
): Promise<void> {
  return followingLog(store, draft.caseId, (head) => write(follow(head, draft)));
}

export function recordCustody(store: EvidenceStore, draft: CustodyDraft): Promise<void> {
  return withEntry(store, draft, (entry) => store.appendLog(entry));
}
