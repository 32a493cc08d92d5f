/** Whether a bundle would have anything in it for this recipient, with or without a kept page. */
import type { Recipient } from "./recipient.ts";

/** `no-address`: something is written down, but a takedown notice is about addresses. */
export type WhetherToPack = "pack" | "nothing" | "no-address";

/** How many of each there are. */
export interface WhatThereIs {
  /** Chosen. */
  items: number;
  /** Records of what people wrote down. */
  records: number;
  /** Addresses without a kept page. */
  noted: number;
}

/** What somebody wrote down can be handed over and backed up without a page: a phone may have shown it, or it is gone. */
export function whetherToPack(recipient: Recipient, { items, records, noted }: WhatThereIs): WhetherToPack {
  if (items > 0) return "pack";
  if (records === 0) return "nothing";
  return recipient === "center" && noted === 0 ? "no-address" : "pack";
}
