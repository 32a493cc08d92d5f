/** What people add to a case, one record each. Records are never changed: a correction is another record. */
import { Moment } from "../base/clock.ts";
import { z } from "../base/schema.ts";
import { stalkingForms } from "../data/stalking-forms.ts";
import { violenceTypes } from "../data/violence-types.ts";
import { Answers } from "./answers.ts";
import { TypedTime } from "./typed-time.ts";

/** Characters of one account in a person's own words. */
export const longestText = 4_000;
/** Addresses in one record. */
export const mostUrls = 500;

const text = z.string().check(z.maxLength(longestText));
const line = z.string().check(z.maxLength(200));
export const ListedAddress = z.string().check(z.maxLength(8_192), z.regex(/^https?:\/\//i));
/** How an address is compared, see `urlKey`. */
const UrlKey = z.string().check(z.maxLength(8_192));
const UrlKeys = z.array(UrlKey).check(z.maxLength(mostUrls));

/** The ten types and the eight forms as far as they apply, and whether a sexual image from before 18 is part of it. */
export const Tags = z.object({
  types: z.array(z.enum(violenceTypes)).check(z.maxLength(violenceTypes.length)),
  stalking: z.array(z.enum(stalkingForms)).check(z.maxLength(stalkingForms.length)),
  hasChildImage: z.boolean(),
});
export type Tags = z.infer<typeof Tags>;

export const noTags: Tags = { types: [], stalking: [], hasChildImage: false };

/** What the person agreed to. Pictures may be drawn only with `pictures`. */
export const consentScopes = ["pictures", "police", "image-center", "social-report"] as const;

export const incidentKinds = ["first-contact", "said", "demand", "said-no", "effect", "other"] as const;
export const paymentMeans = ["bank", "e-wallet", "crypto", "points", "card", "cash", "other"] as const;
export const actionKinds = [
  "reported",
  "blocked",
  "paid",
  "deleted",
  "told-someone",
  "privacy-raised",
  "other",
] as const;
export const submissionTargets = [
  "school-report",
  "social-report",
  "police",
  "image-center",
  "platform",
  "iwin",
  "165",
  "other",
] as const;

/** `set-aside`: pasted by mistake, or of another matter. */
export const urlStatuses = ["to-report", "submitted", "removed", "reappeared", "set-aside"] as const;
export type UrlStatus = (typeof urlStatuses)[number];

export const FactBody = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("answers"), answers: Answers }),
  z.object({
    kind: z.literal("consent"),
    /** Who agreed, and how: 「本人，當面」. */
    who: line,
    given: TypedTime,
    scopes: z.array(z.enum(consentScopes)).check(z.maxLength(consentScopes.length)),
  }),
  /** When the first person bound to report came to know. */
  z.object({ kind: z.literal("known"), known: TypedTime }),
  z.object({
    kind: z.literal("incident"),
    incident: z.enum(incidentKinds),
    happened: TypedTime,
    /** Account, number or name the other side used. */
    account: line,
    words: text,
    tags: Tags,
  }),
  z.object({
    kind: z.literal("payment"),
    means: z.enum(paymentMeans),
    /** Whether money went, or was only demanded. */
    isPaid: z.boolean(),
    account: line,
    /** Decimal digits as typed, exact; null when not known. */
    amount: z.nullable(z.string().check(z.regex(/^\d{1,12}(\.\d{1,8})?$/))),
    currency: z.string().check(z.maxLength(12)),
    paid: TypedTime,
    words: text,
  }),
  z.object({
    kind: z.literal("action"),
    action: z.enum(actionKinds),
    done: TypedTime,
    words: text,
  }),
  z.object({
    kind: z.literal("submission"),
    to: z.enum(submissionTargets),
    submitted: TypedTime,
    receipt: line,
    urlKeys: UrlKeys,
    words: text,
  }),
  z.object({
    kind: z.literal("urls"),
    urls: z.array(ListedAddress).check(z.minLength(1), z.maxLength(mostUrls)),
  }),
  z.object({
    kind: z.literal("url-status"),
    urlKeys: UrlKeys,
    status: z.enum(urlStatuses),
    seen: TypedTime,
    receipt: line,
    words: text,
  }),
  z.object({
    kind: z.literal("tags"),
    /** Null for the case as a whole. */
    itemId: z.nullable(z.uuid()),
    tags: Tags,
  }),
  /** 關鍵對話: one message of a conversation of an item. */
  z.object({
    kind: z.literal("key-message"),
    itemId: z.uuid(),
    /** `chat-1` of an import, `pane-1` of a captured page. */
    conversation: z.string().check(z.regex(/^(?:chat|pane)-[1-9]\d{0,3}$/)),
    /** Line, entry or row it stands on: the same however it is read. */
    origin: z.int().check(z.positive()),
    /** False takes the mark away. */
    isKey: z.boolean(),
  }),
  /** Somebody looked at what lies here and decided that it stays: the reminder waits from here on. */
  z.object({ kind: z.literal("kept-on"), because: line }),
  /** Takes back the record it replaces; that one stays readable. */
  z.object({ kind: z.literal("withdrawn"), because: line }),
]);
export type FactBody = z.infer<typeof FactBody>;
export type FactKind = FactBody["kind"];
export type BodyOf<Kind extends FactKind> = Extract<FactBody, { kind: Kind }>;

export const CaseFact = z.object({
  format: z.literal("keepleaf-fact-1"),
  id: z.uuid(),
  caseId: z.uuid(),
  /** The line of the case's log that tells of it. */
  sequence: z.int().check(z.nonnegative()),
  at: Moment,
  /** The record this one corrects or takes back; null when it is new. */
  replaces: z.nullable(z.uuid()),
  body: FactBody,
});
export type CaseFact = z.infer<typeof CaseFact>;
