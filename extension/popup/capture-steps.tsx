/** What has been done and what is still to come, in words. */
import type { CaptureProgress, CaptureStep } from "../interface/capture-progress.ts";
import { Icon } from "../interface/icon.tsx";
import { useWords } from "../interface/words.ts";

const order: readonly CaptureStep[] = ["reading", "pictures", "checking"];
const icons = { done: "check", now: "dots", later: "open" } as const;

export function CaptureSteps({ progress }: { progress: CaptureProgress }) {
  return (
    <ol class="steps">
      {order.map((step) => (
        <CaptureStepLine key={step} step={step} now={progress.step} />
      ))}
    </ol>
  );
}

function CaptureStepLine({ step, now }: { step: CaptureStep; now: CaptureStep }) {
  const { t } = useWords();
  const stage = stageOf(step, now);
  return (
    <li class={stage} {...(stage === "now" && { "aria-current": "step" as const })}>
      <Icon name={icons[stage]} /> <span>{t(`capturing.step.${step}`)}</span>
      {stage === "done" && <span class="soft">{t(`capturing.done.${step}`)}</span>}
    </li>
  );
}

function stageOf(step: CaptureStep, now: CaptureStep): keyof typeof icons {
  const distance = order.indexOf(step) - order.indexOf(now);
  if (distance === 0) return "now";
  return distance < 0 ? "done" : "later";
}
