/** After how many days somebody is asked whether what was kept is still needed on this computer. */
import type { Dated } from "./dated.ts";
import file from "./retention.json" with { type: "json" };

export const retentionDated: Dated = file;
export const reminderDays: number = file.reminderDays;
