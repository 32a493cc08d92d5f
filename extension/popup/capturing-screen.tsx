/** A capture under way: how far, how long still, and a way to stop that keeps what is there. */
import type { CaptureJournal } from "../../src/evidence/capture-journal.ts";
import { type CaptureProgress, captureProgress } from "../interface/capture-progress.ts";
import { Headline } from "../interface/headline.tsx";
import { Icon } from "../interface/icon.tsx";
import { ScreenHeading } from "../interface/screen-heading.tsx";
import { useWords, type Words } from "../interface/words.ts";
import { CaptureSteps } from "./capture-steps.tsx";
import { FrameMarks } from "./frame-marks.tsx";

interface CapturingScreenProps {
  journal: CaptureJournal | null;
  isStopping: boolean;
  onStop: () => void;
}

export function CapturingScreen({ journal, isStopping, onStop }: CapturingScreenProps) {
  const { t } = useWords();
  const progress = journal && captureProgress(journal);
  return (
    <>
      <div>
        <ScreenHeading text={t("capturing.title")} />
        <p>{t("capturing.stay")}</p>
      </div>
      {progress && <HowFar progress={progress} />}
      {progress && <CaptureSteps progress={progress} />}
      {progress && progress.step !== "checking" && <StopButton isStopping={isStopping} onStop={onStop} />}
      <p class="small soft">{t("capturing.may-close")}</p>
    </>
  );
}

function StopButton({ isStopping, onStop }: Pick<CapturingScreenProps, "isStopping" | "onStop">) {
  const { t } = useWords();
  return (
    <button type="button" class="btn wide" data-action="stop" aria-disabled={isStopping} onClick={onStop}>
      <Icon name="stop" /> <Headline text={t(isStopping ? "capturing.stopping" : "capturing.stop")} />
    </button>
  );
}

function HowFar({ progress }: { progress: CaptureProgress }) {
  const { t } = useWords();
  return (
    <div class="stack-s">
      {progress.framesExpected > 0 && <FrameMarks progress={progress} />}
      <p>{frameWords(t, progress)}</p>
      <p class="soft">{timeWords(t, progress)}</p>
      <p class="visually-hidden" role="status">
        {t(`capturing.step.${progress.step}`)}
      </p>
    </div>
  );
}

function frameWords(t: Words["t"], { step, framesTaken, framesExpected }: CaptureProgress): string {
  if (step === "reading") return t("capturing.reading");
  if (step === "checking") return t("capturing.checking", { taken: framesTaken });
  return t("capturing.frame", {
    current: Math.min(framesTaken + 1, framesExpected),
    expected: framesExpected,
  });
}

function timeWords(t: Words["t"], { step, secondsLeft }: CaptureProgress): string {
  if (step === "checking") return t("capturing.almost");
  return secondsLeft === null
    ? t("capturing.time-unknown")
    : t("capturing.time-left", { seconds: secondsLeft });
}
