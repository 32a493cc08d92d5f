/** From the facts of one post to its fields; what a page of its kind cannot have is not applicable, not missing. */
import { blockedField, decide, decideTime, notApplicable, unknownField } from "./decide-field.ts";
import {
  type Field,
  firstFieldNames,
  type PostFieldName,
  postFieldNames,
  type PostRecord,
  postLimits,
} from "./field.ts";
import type { PageKind } from "./platform.ts";
import type { PostFacts } from "./post-facts.ts";

/** Said even when unknown: everybody who receives the record asks for them. */
const alwaysSaid = [
  "posterName",
  "posterHandle",
  "posterId",
  "posterProfileUrl",
  "postId",
  "permalink",
  "postText",
  "postedAt",
] as const satisfies readonly PostFieldName[];

/** A page of any kind may be no post at all: only what every item has is missed there. */
const isOfAnyPage = new Set<string>(firstFieldNames);

const ofPosts = new Set<PostFieldName>(["postId", "permalink", "postText", "postedAt"]);

type AlwaysSaid = (typeof alwaysSaid)[number];
type OfAnyPage = Exclude<AlwaysSaid, "postId" | "permalink" | "postText">;
export type DecidedPost = Record<OfAnyPage, Field> & Partial<Record<PostFieldName, Field>>;

/** `withheld`: what this platform shows nobody. Where a notice says that a post is gone, it shows nothing of it any more. */
export function decidePost(
  facts: PostFacts,
  kind: PageKind,
  withheld: readonly PostFieldName[] = [],
): DecidedPost {
  const names = alwaysSaid.filter((name) => kind !== "page" || isOfAnyPage.has(name));
  const isBlocked = (name: PostFieldName) => facts.fields.has("availability") || withheld.includes(name);
  const said = Object.fromEntries(
    names.map((name) => [name, absent(name, { kind, isBlocked: isBlocked(name) })]),
  ) as DecidedPost;
  for (const name of postFieldNames) {
    const candidates = facts.fields.get(name) ?? [];
    if (candidates.length > 0) said[name] = decideNamed(name, facts);
  }
  return said;
}

export function postRecord(facts: PostFacts): PostRecord {
  const fields: PostRecord = {};
  for (const name of postFieldNames) if (facts.fields.has(name)) fields[name] = decideNamed(name, facts);
  return facts.media.length > 0 ? { ...fields, media: facts.media.slice(0, postLimits.media) } : fields;
}

function decideNamed(name: PostFieldName, facts: PostFacts): Field {
  const candidates = facts.fields.get(name) ?? [];
  if (name === "postedAt" || name === "editedAt") return decideTime(candidates);
  if (name === "posterProfileUrl" || name === "permalink") return decide(candidates, isSameAddress);
  // A text in full and one that is cut say the same as far as they go.
  return name === "postText" ? decide(candidates, isSameBeginning) : decide(candidates);
}

function absent(name: PostFieldName, { kind, isBlocked }: { kind: PageKind; isBlocked: boolean }): Field {
  const isOfPoster = !ofPosts.has(name);
  const isKnowable =
    kind === "post" || kind === "page" || (isOfPoster && (kind === "profile" || kind === "file"));
  if (!isKnowable) return notApplicable;
  return isBlocked ? blockedField : unknownField;
}

/** A site has many addresses for one thing (by name, by number, by pseudonym): only another site contradicts. */
function isSameAddress(one: string, other: string): boolean {
  return one === other || (hostOf(one) !== null && hostOf(one) === hostOf(other));
}

function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^(www|m|old|web)\./, "") : null;
}

const comparedCharacters = 60;

function isSameBeginning(one: string, other: string): boolean {
  const [first, second] = [letters(one), letters(other)];
  const length = Math.min(first.length, second.length, comparedCharacters);
  return first.slice(0, length) === second.slice(0, length);
}

/** Line ends, emoji and marks differ between what is shown and what is stored. */
function letters(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}
