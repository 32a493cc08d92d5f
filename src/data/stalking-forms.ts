/** The eight forms of the stalking act (跟蹤騷擾防制法 §3), by the number of their paragraph. */
import type { Dated } from "./dated.ts";
import file from "./stalking-forms.json" with { type: "json" };

export const stalkingForms = [
  "watching",
  "approaching",
  "threatening",
  "disturbing",
  "pursuing",
  "sending",
  "defaming",
  "misusing-data",
] as const;
export type StalkingForm = (typeof stalkingForms)[number];

export const stalkingDated: Dated = file;

const numbers = new Map<string, number>(file.forms.map(({ id, number }) => [id, number]));

/** 第幾款, from 1. */
export function paragraphOf(form: StalkingForm): number {
  return numbers.get(form) ?? 0;
}
