/** What a check says of a bundle. */
import type { Recipient } from "../bundle/recipient.ts";
import type { Verdict } from "../capture/verdict.ts";
import { titleOf } from "../report/item-words.ts";
import { type ItemFact, payloadOf, type ReadBag } from "./bag-facts.ts";
import type { SignatureFact } from "./check-signature.ts";
import type { StampFact } from "./check-stamps.ts";
import type { Finding } from "./finding.ts";

export interface ItemSummary {
  /** `c0001`. */
  folder: string;
  /** Of an import, where it lies in the bundle. */
  url: string;
  title: string;
  /** Null when not found. */
  poster: string | null;
  postedAt: string | null;
  frames: number;
  verdict: Verdict["kind"];
}

export interface Verification {
  /** True only when there is no finding at all. */
  isSound: boolean;
  findings: Finding[];
  /** SHA-256 of `tagmanifest-sha256.txt` as it is now; compare it with the paper. Null when there is no such file. */
  seal: string | null;
  bagName: string | null;
  /** Files and bytes under `data/` as they are now. */
  files: number;
  payloadBytes: number;
  recipient: Recipient | null;
  items: ItemSummary[];
  log: { lines: number };
  signature: SignatureFact;
  /** Time stamps that hold, each by an authority whose root the reader must know from elsewhere. */
  stamps: StampFact[];
}

/** Of a file that cannot be read as a bundle. */
export function unreadable(finding: Finding): Verification {
  const nothing = {
    seal: null,
    bagName: null,
    files: 0,
    payloadBytes: 0,
    recipient: null,
    items: [],
    log: { lines: 0 },
    signature: { kind: "none" as const },
    stamps: [],
  };
  return { isSound: false, findings: [finding], ...nothing };
}

export function summary(
  bag: ReadBag,
): Pick<Verification, "bagName" | "files" | "payloadBytes" | "recipient" | "items"> {
  const payload = payloadOf(bag);
  return {
    bagName: bag.name,
    files: payload.length,
    payloadBytes: payload.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    recipient: bag.record?.recipient ?? null,
    items: bag.items.map(itemSummary),
  };
}

function itemSummary({ folder, item }: ItemFact): ItemSummary {
  return {
    folder,
    url: item.address.url || `imports/${folder}`,
    title: titleOf(item),
    poster: item.fields.posterName.value ?? item.fields.posterHandle.value,
    postedAt: item.fields.postedAt.value,
    frames: item.picture?.frames.length ?? 0,
    verdict: item.verdict.kind,
  };
}
