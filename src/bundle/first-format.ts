/** What bundles of the first format, `keepleaf-bundle-1`, gave each recipient: old bundles stay readable. */
import type { Recipient, Share } from "./recipient.ts";

const everyPart = ["captures", "log", "log-table", "schemas"] as const;

export const firstShares: Readonly<Record<Recipient, Share>> = {
  police: { masked: "all", unmasked: "all", parts: everyPart, pastes: ["paste-police.txt"] },
  center: {
    masked: ["frame", "media"],
    unmasked: ["frame", "media"],
    parts: everyPart,
    pastes: ["paste-center.txt"],
  },
  school: { masked: [], unmasked: [], parts: everyPart, pastes: [] },
  self: {
    masked: "all",
    unmasked: "all",
    parts: everyPart,
    pastes: ["paste-center.txt", "paste-police.txt"],
  },
};

/** `case.json` of the first format named these, whatever the items had. */
export const firstLeftOut: Readonly<Record<Recipient, readonly string[]>> = {
  police: [],
  center: ["text", "reading"],
  school: ["frame", "text", "media", "reading"],
  self: [],
};
