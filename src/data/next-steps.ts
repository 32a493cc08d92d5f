/** The order of the next steps: keeping comes first, because reporting and blocking may take the page away. */
import type { Dated } from "./dated.ts";
import file from "./next-steps.json" with { type: "json" };

export type StepId =
  | "keep"
  | "police-and-center"
  | "school-report"
  | "social-report"
  | "platform"
  | "privacy";

export const stepOrder = file.order as readonly StepId[];
export const stepsDated: Dated = file;
