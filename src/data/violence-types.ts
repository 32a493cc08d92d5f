/** The ten types of gender-based violence online, in the order and with the labels of the ministry's guideline. */
import type { Dated } from "./dated.ts";
import file from "./violence-types.json" with { type: "json" };

export const violenceTypes = [
  "stalking-online",
  "private-material",
  "harassment-online",
  "gender-hate",
  "sextortion",
  "doxing",
  "gender-threats",
  "recruiting",
  "intrusion",
  "impersonation",
] as const;
export type ViolenceType = (typeof violenceTypes)[number];

export const violenceTypesDated: Dated = file;

const labels = new Map<string, string>(file.types.map(({ id, label }) => [id, label]));

/** As it stands in the report system's menu, Chinese whatever the language of the screen. */
export function menuLabelOf(type: ViolenceType): string {
  return labels.get(type) ?? type;
}
