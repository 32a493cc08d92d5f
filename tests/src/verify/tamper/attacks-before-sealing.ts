/** What no bundle can show, because it happened before it was sealed: its report says so in words. */
import type { SampleCase } from "../../bundle/sample-case.ts";
import { rewrittenLog } from "../../bundle/sample-case.ts";
import type { LocalAuthority } from "../../stamp/local-authority.ts";
import type { Attack } from "./forger.ts";
import { caseWithPayment, type SealedCase, sealedCase } from "./sealed-case.ts";

export function attacksBeforeSealing(authority: LocalAuthority): readonly Attack[] {
  const sealing =
    (change: () => Promise<SampleCase>) =>
    async ({ signer }: SealedCase) =>
      sealedCase(authority, await change(), signer);
  const unseen = { seenBy: [], found: [] } as const;
  return [
    {
      ...unseen,
      what: "the page edited with the browser's tools before it was kept",
      attack: sealing(() => caseWithPayment({ items: [{ text: "沒有人寫過這句話\n" }, {}] })),
      said: ["report.limits.server"],
    },
    {
      ...unseen,
      what: "a post under the name of somebody else",
      attack: sealing(() => caseWithPayment({ items: [{ poster: "冒用的名字" }, {}] })),
      said: ["report.limits.account"],
    },
    {
      ...unseen,
      what: "a device clock that was set back",
      attack: sealing(async () => later(await caseWithPayment(), "2020-01-01T00:00:00.000Z")),
      said: ["report.limits.time"],
    },
    {
      ...unseen,
      what: "the log written anew before sealing",
      attack: sealing(async () => later(await caseWithPayment(), "2026-11-21T11:14:08.000Z")),
      said: ["report.limits.tool"],
    },
    {
      ...unseen,
      what: "a post that was never kept",
      attack: sealing(() => caseWithPayment({ items: [{}] })),
      said: ["report.limits.missing"],
    },
    {
      ...unseen,
      what: "somebody else at the keyboard than the log says",
      attack: sealing(() => caseWithPayment()),
      said: ["report.limits.person"],
    },
  ];
}

/** Every line of the log tells another time, and the chain follows. */
async function later(sample: SampleCase, utc: string): Promise<SampleCase> {
  const log = await rewrittenLog(sample.log.map((entry) => ({ ...entry, at: { ...entry.at, utc } })));
  return { ...sample, log };
}
