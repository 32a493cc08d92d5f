/** What to do next, in the order that loses nothing: what is done, what comes now, what comes later. */
import { type StepId, stepOrder } from "../data/next-steps.ts";
import type { Answers } from "./answers.ts";
import { countedAge } from "./laws-for.ts";
import type { CaseFacts } from "./case-facts.ts";
import { steppedReports } from "./reporting-duty.ts";

export interface NextStep {
  id: StepId;
  state: "done" | "now" | "later";
}

/** `keptCount` is how many items the case holds. The first step that is not done is the one for now. */
export function nextSteps(facts: CaseFacts, keptCount: number): NextStep[] {
  const reports: readonly string[] = steppedReports(facts.answers);
  const shown = stepOrder.filter(
    (id) => (id !== "school-report" && id !== "social-report") || reports.includes(id),
  );
  const now = shown.find((id) => !isDone(id, facts, keptCount));
  return shown.map((id) => {
    if (isDone(id, facts, keptCount)) return { id, state: "done" };
    return { id, state: id === now ? "now" : "later" };
  });
}

/** Somebody under 18, or of unknown age, who does this alone: an adult they trust comes before the first step (M9). */
export function isYoungSelf({ ageNow, operator }: Pick<Answers, "ageNow" | "operator">): boolean {
  return operator === "self" && countedAge(ageNow) === "under-18";
}

function isDone(id: StepId, facts: CaseFacts, keptCount: number): boolean {
  const isSubmitted = (...to: string[]) => facts.submissions.some(({ body }) => to.includes(body.to));
  const hasActed = (action: string) => facts.actions.some(({ body }) => body.action === action);
  switch (id) {
    case "keep":
      return keptCount > 0;
    case "police-and-center":
      return isSubmitted("police") && isSubmitted("image-center");
    case "platform":
      return isSubmitted("platform") || hasActed("reported");
    case "privacy":
      return hasActed("privacy-raised");
    default:
      return isSubmitted(id);
  }
}
