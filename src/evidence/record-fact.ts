/** Writes what people add to a case: checked, in one transaction with its log line, never over an earlier record. */
import { canonicalJson } from "../base/canonical-json.ts";
import { sha256Hex } from "../base/digest.ts";
import { Failure } from "../base/failure.ts";
import { withoutMediaIn } from "../capture/inline-media.ts";
import { CaseFact, type FactBody } from "../cases/case-fact.ts";
import { type CaseFacts, caseFactsOf } from "../cases/case-facts.ts";
import { follow } from "../custody/custody-chain.ts";
import type { CustodyAction } from "../custody/custody-entry.ts";
import type { CaseFile } from "./case-file.ts";
import type { CaseMaking } from "./choose-case.ts";
import type { EvidenceStore } from "./evidence-store.ts";
import { followingLog } from "./record-custody.ts";

export interface FactDraft {
  caseId: string;
  body: FactBody;
  /** The record it corrects or takes back; null when it is new. */
  replaces: string | null;
}

/**
 * The log gets the record's digest, not its words: a log goes into bundles that leave the words out.
 * @throws Failure `fact-refused` when it is not in the form of facts, `storage-full`, `storage-failed`: nothing was written
 */
export async function recordFact({ store, clock, newId }: CaseMaking, draft: FactDraft): Promise<CaseFact> {
  const [id, at] = [newId(), clock.now()];
  return followingLog(store, draft.caseId, async (head, actor) => {
    const body = withoutMediaIn(draft.body);
    const written = { ...draft, body };
    const made = CaseFact.safeParse({ format: "keepleaf-fact-1", id, at, sequence: head.length, ...written });
    if (!made.success) throw new Failure("fact-refused", `a ${draft.body.kind} is not in its form`);
    const fact = made.data;
    const facts = {
      factId: id,
      kind: fact.body.kind,
      replaces: fact.replaces,
      factSha256: await sha256Hex(canonicalJson(fact)),
      ...aboutItem(fact.body),
    };
    await store.addFact(
      fact,
      follow(head, { caseId: draft.caseId, at, actor, action: actionOf(fact), facts }),
    );
    return fact;
  });
}

/** What is said of one item stands in that item's history too. */
function aboutItem(body: FactBody): { itemId?: string } {
  const isOfItem = body.kind === "tags" || body.kind === "key-message";
  return isOfItem && body.itemId !== null ? { itemId: body.itemId } : {};
}

function actionOf({ body, replaces }: CaseFact): CustodyAction {
  if (body.kind === "withdrawn") return "fact.withdrawn";
  return replaces === null ? "fact.added" : "fact.corrected";
}

/** The facts of a case as they stand. */
export async function readCaseFacts(store: EvidenceStore, file: CaseFile): Promise<CaseFacts> {
  return caseFactsOf(file.answers, await store.listFacts(file.id));
}
