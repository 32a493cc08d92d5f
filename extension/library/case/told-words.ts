/** What people wrote down, in the words of a list. */
import type { BodyOf } from "../../../src/cases/case-fact.ts";
import type { ToldKind } from "../../../src/cases/timeline.ts";
import type { Words } from "../../interface/words.ts";

export function toldTitle(t: Words["t"], body: BodyOf<ToldKind>): string {
  switch (body.kind) {
    case "incident":
      return t(`incident.${body.incident}`);
    case "payment":
      return paymentWords(t, body);
    case "action":
      return t(`deed.${body.action}`);
    case "submission":
      return t("submission.told", { to: t(`target.${body.to}`) });
  }
}

/** Below the title: what else is known, one line each. */
export function toldLines(t: Words["t"], body: BodyOf<ToldKind>): string[] {
  const lines: string[] = [];
  if (body.kind === "submission" && body.receipt) lines.push(t("told.receipt", { receipt: body.receipt }));
  if (body.kind === "payment") lines.push(t(`means.${body.means}`));
  if ((body.kind === "incident" || body.kind === "payment") && body.account)
    lines.push(t("told.account", { account: body.account }));
  return lines;
}

function paymentWords(t: Words["t"], { isPaid, amount, currency }: BodyOf<"payment">): string {
  const words = amount === null ? t("payment.amount-unknown") : `${amount} ${currency}`.trim();
  return t(isPaid ? "payment.paid" : "payment.demanded", { amount: words });
}
