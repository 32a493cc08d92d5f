/** The bundle that the tamper matrix attacks: signed, stamped, with something written down, and what its paper says. */
import { readFileSync } from "node:fs";
import { canonicalJson } from "../../../../src/base/canonical-json.ts";
import { sha256Hex } from "../../../../src/base/digest.ts";
import { packBundle } from "../../../../src/bundle/pack-bundle.ts";
import type { PackedBundle } from "../../../../src/bundle/pack-bag.ts";
import type { SealSigner } from "../../../../src/bundle/pack-input.ts";
import type { CaseFact } from "../../../../src/cases/case-fact.ts";
import { noTime } from "../../../../src/cases/typed-time.ts";
import type { CustodyEntry } from "../../../../src/custody/custody-entry.ts";
import { stampRequest } from "../../../../src/stamp/stamp-request.ts";
import type { StampReply } from "../../../../src/verify/stamped-bundle.ts";
import { stampedZip } from "../../stamp/stamped-zip.ts";
import {
  type CaseSketch,
  packInput,
  rewrittenLog,
  type SampleCase,
  sampleCase,
} from "../../bundle/sample-case.ts";
import { caseId, moment } from "../../bundle/sample-item.ts";
import type { LocalAuthority } from "../../stamp/local-authority.ts";

/** What the hand-over sheet says, and what is known of the authority from elsewhere. */
export interface Paper {
  seal: string;
  keySha256: string;
  rootFile: string;
}

export const payment: CaseFact = {
  format: "keepleaf-fact-1",
  id: "33333333-3333-4333-8333-333333333333",
  caseId,
  sequence: 5,
  at: moment("2026-11-21T11:20:00.000Z"),
  replaces: null,
  body: {
    kind: "payment",
    means: "bank",
    isPaid: true,
    account: "012-345678",
    amount: "3000",
    currency: "TWD",
    paid: noTime,
    words: "",
  },
};

/** Log and item digests are those of the sketch; the payment is the log's last line. */
export async function caseWithPayment(sketch?: CaseSketch): Promise<SampleCase> {
  const sample = await sampleCase(sketch);
  const facts = { factSha256: await sha256Hex(canonicalJson(payment)) };
  const added = { ...(sample.log[0] as CustodyEntry), action: "fact.added" as const, facts };
  return { ...sample, log: await rewrittenLog([...sample.log, added]) };
}

/** Packs as the extension does, with whatever key. */
export function pack(sample: SampleCase, signer: SealSigner | null): Promise<PackedBundle> {
  return packBundle({ ...packInput(sample, "self"), facts: [payment], signer });
}

export interface SealedCase {
  sample: SampleCase;
  zip: Blob;
  /** The key that signed, in the hands of nobody but this installation. */
  signer: SealSigner;
  paper: Paper;
}

export async function sealedCase(
  authority: LocalAuthority,
  sample: SampleCase,
  signer: SealSigner,
): Promise<SealedCase> {
  const { zip, seal } = await pack(sample, signer);
  const stamped = await stampedZip(zip, [await stampOf(authority, seal)]);
  const paper = { seal, keySha256: signer.keySha256, rootFile: authority.rootFile };
  return { sample, zip: stamped, signer, paper };
}

export async function stampOf(authority: LocalAuthority, seal: string): Promise<StampReply> {
  const body = stampRequest(seal, new Uint8Array(8));
  const answered = await fetch(authority.url, { method: "POST", body });
  const reply = new Uint8Array(await answered.arrayBuffer());
  return { reply, authoritiesPem: readFileSync(authority.rootFile, "utf8") };
}
