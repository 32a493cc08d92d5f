/** Appends to a case's log; when another window was quicker, follows its line instead. Every line says who is at the keyboard. */
import { Failure } from "../base/failure.ts";
import { caseFactsOf } from "../cases/case-facts.ts";
import { type CustodyDraft, follow, type LogHead } from "../custody/custody-chain.ts";
import type { ActorRole, CustodyEntry } from "../custody/custody-entry.ts";
import type { EvidenceStore } from "./evidence-store.ts";

/** Each refusal means that another writer got on; so many in a row are no contention any more but a fault. */
const tries = 200;

/**
 * Runs `write` with the log's head and with the role that the case's answers give, again when the log moved meanwhile.
 * @throws Failure `log-moved`
 */
export async function followingLog<T>(
  store: EvidenceStore,
  caseId: string,
  write: (head: LogHead, actor: ActorRole) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const actor = await actorOf(store, caseId);
      return await write(await store.logHead(caseId), actor);
    } catch (error) {
      const hasMoved = error instanceof Failure && error.code === "log-moved";
      if (!hasMoved || attempt === tries) throw error;
    }
  }
}

/** A role and never a name, as last answered; `unknown` where nobody answered, or where the case is not here yet. */
async function actorOf(store: EvidenceStore, caseId: string): Promise<ActorRole> {
  const file = (await store.listCases()).find(({ id }) => id === caseId);
  return file ? caseFactsOf(file.answers, await store.listFacts(caseId)).answers.operator : "unknown";
}

/** Runs `write` with an entry that follows the log's head. */
export function withEntry(
  store: EvidenceStore,
  draft: CustodyDraft,
  write: (entry: CustodyEntry) => Promise<void>,
): Promise<void> {
  return followingLog(store, draft.caseId, (head, actor) => write(follow(head, { actor, ...draft })));
}

export function recordCustody(store: EvidenceStore, draft: CustodyDraft): Promise<void> {
  return withEntry(store, draft, (entry) => store.appendLog(entry));
}
