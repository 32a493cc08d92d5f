/** The facts of a case as they stand: corrections applied, nothing of the earlier wording lost. */
import type { Moment } from "../base/clock.ts";
import type { Answers } from "./answers.ts";
import { type BodyOf, CaseFact, type FactBody, type FactKind, noTags, type Tags } from "./case-fact.ts";

/** One fact in its latest wording. */
export interface FactEntry<Body = FactBody> {
  /** Of the latest wording: what a correction replaces. */
  id: string;
  body: Body;
  /** When it was first written down. */
  at: Moment;
  /** When it was last corrected; null when never. */
  correctedAt: Moment | null;
  /** Log line of the latest wording: later lines win. */
  sequence: number;
  /** Earlier wordings, oldest first. */
  earlier: readonly FactBody[];
}

/** Everything people wrote down about a case, oldest first in each list; for screens, reports and bundles. */
export interface CaseFacts {
  answers: Answers;
  consents: FactEntry<BodyOf<"consent">>[];
  known: FactEntry<BodyOf<"known">> | null;
  incidents: FactEntry<BodyOf<"incident">>[];
  payments: FactEntry<BodyOf<"payment">>[];
  actions: FactEntry<BodyOf<"action">>[];
  submissions: FactEntry<BodyOf<"submission">>[];
  urls: FactEntry<BodyOf<"urls">>[];
  urlStatuses: FactEntry<BodyOf<"url-status">>[];
  /** 關鍵對話 as they are marked now. */
  keyMessages: FactEntry<BodyOf<"key-message">>[];
  /** When it was decided that what lies here stays. */
  keptOn: FactEntry<BodyOf<"kept-on">>[];
  /** Of the case as a whole. */
  tags: Tags;
  /** Of single items, by their ID: the latest choice for each. */
  itemTags: ReadonlyMap<string, FactEntry<BodyOf<"tags">>>;
  /** Taken back, still readable. */
  withdrawn: FactEntry[];
  /** Every record as it was written, for whoever wants to check. */
  records: readonly CaseFact[];
  /** Records this version cannot read: written by a newer one, or damaged. */
  unreadable: number;
}

/** `atFirst` are the answers the case was opened with; `stored` is what the store gave, unchecked. */
export function caseFactsOf(atFirst: Answers, stored: readonly unknown[]): CaseFacts {
  const read = stored.map((record) => CaseFact.safeParse(record));
  const records = read
    .flatMap(({ data }) => (data ? [data] : []))
    .sort((one, other) => one.sequence - other.sequence);
  const { standing, withdrawn } = applied(records);
  const of = <Kind extends FactKind>(kind: Kind) => standing.filter(isOfKind(kind));
  const tags = of("tags");
  return {
    answers: of("answers").at(-1)?.body.answers ?? atFirst,
    consents: of("consent"),
    known: of("known").at(-1) ?? null,
    incidents: of("incident"),
    payments: of("payment"),
    actions: of("action"),
    submissions: of("submission"),
    urls: of("urls"),
    urlStatuses: of("url-status"),
    keyMessages: of("key-message").filter(({ body }) => body.isKey),
    keptOn: of("kept-on"),
    tags: tags.findLast(({ body }) => body.itemId === null)?.body.tags ?? noTags,
    itemTags: new Map(
      tags.flatMap((entry) => (entry.body.itemId === null ? [] : [[entry.body.itemId, entry]])),
    ),
    withdrawn,
    records,
    unreadable: read.length - records.length,
  };
}

function isOfKind<Kind extends FactKind>(kind: Kind) {
  return (entry: FactEntry): entry is FactEntry<BodyOf<Kind>> => entry.body.kind === kind;
}

/** A correction of something that is not there stands for itself: no wording may vanish. */
function applied(records: readonly CaseFact[]): { standing: FactEntry[]; withdrawn: FactEntry[] } {
  const standing = new Map<string, FactEntry>();
  const withdrawn: FactEntry[] = [];
  for (const record of records) {
    const before = record.replaces === null ? undefined : standing.get(record.replaces);
    if (before) standing.delete(before.id);
    if (record.body.kind !== "withdrawn") standing.set(record.id, entryOf(record, before));
    else if (before) withdrawn.push(before);
  }
  const inOrder = [...standing.values()].sort((one, other) => one.sequence - other.sequence);
  return { standing: inOrder, withdrawn };
}

function entryOf({ id, body, at, sequence }: CaseFact, before: FactEntry | undefined): FactEntry {
  return {
    id,
    body,
    at: before?.at ?? at,
    correctedAt: before ? at : null,
    sequence,
    earlier: before ? [...before.earlier, before.body] : [],
  };
}

/** Whether the person agreed that pictures are kept. */
export function hasPictureConsent({ consents }: Pick<CaseFacts, "consents">): boolean {
  return consents.some(({ body }) => body.scopes.includes("pictures"));
}
