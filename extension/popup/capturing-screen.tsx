/** A capture under way: how far, how long still, and a way to stop that keeps what is there. */
import type { CaptureJournal } from "../../src/evidence/capture-journal.ts";
import { type CaptureProgress, captureProgress } from "../interface/capture-progress.ts";
import { Headline } from "../interface/headline.tsx";
import { Icon } from "../interface/icon.tsx";
import { PageText } from "../interface/page-text.tsx";
import { ScreenHeading } from "../interface/screen-heading.tsx";
import { useWords, type Words } from "../interface/words.ts";
import { CaptureSteps } from "./capture-steps.tsx";
import { FrameMarks } from "./frame-marks.tsx";

interface CapturingScreenProps {
  journal: CaptureJournal | null;
  tabInFront: number;
  isStopping: boolean;
  onStop: () => void;
  onGoThere: (tabId: number) => void;
}

export function CapturingScreen(props: CapturingScreenProps) {
  const { t } = useWords();
  const { journal, tabInFront, isStopping, onStop, onGoThere } = props;
  const progress = journal && captureProgress(journal);
  const isElsewhere = journal !== null && journal.tabId !== tabInFront;
  return (
    <>
      {isElsewhere ? <Elsewhere journal={journal} onGoThere={onGoThere} /> : <Here />}
      {progress && <HowFar progress={progress} isWaiting={isElsewhere} />}
      {progress && !isElsewhere && <CaptureSteps progress={progress} />}
      {progress && progress.step !== "checking" && (
        <Stopping progress={progress} isStopping={isStopping} onStop={onStop} />
      )}
      <p class="small soft">{t("capturing.may-close")}</p>
    </>
  );
}

function Here() {
  const { t } = useWords();
  return (
    <div>
      <ScreenHeading text={t("capturing.title")} />
      <p>{t("capturing.stay")}</p>
    </div>
  );
}

/** Another page's capture: one runs at a time, and it waits for its own page. */
function Elsewhere({ journal, onGoThere }: { journal: CaptureJournal; onGoThere: (tabId: number) => void }) {
  const { t } = useWords();
  return (
    <div class="stack-s">
      <ScreenHeading text={t("progress.elsewhere")} />
      {journal.tab && (
        <p class="soft small page-in-front">
          <span class="title">
            <PageText text={journal.tab.title || journal.tab.url} />
          </span>
        </p>
      )}
      <p>{t("progress.elsewhere-how")}</p>
      <button
        type="button"
        class="btn main wide"
        data-action="go-there"
        onClick={() => onGoThere(journal.tabId)}
      >
        {t("progress.go-there")}
      </button>
    </div>
  );
}

interface StoppingProps {
  progress: CaptureProgress;
  isStopping: boolean;
  onStop: () => void;
}

function Stopping({ progress: { framesTaken }, isStopping, onStop }: StoppingProps) {
  const { t } = useWords();
  const words = framesTaken === 0 ? t("progress.keeps-words") : t("progress.keeps", { count: framesTaken });
  return (
    <div class="stack-s">
      <button type="button" class="btn wide" data-action="stop" aria-disabled={isStopping} onClick={onStop}>
        <Icon name="stop" /> <Headline text={t(isStopping ? "capturing.stopping" : "capturing.stop")} />
      </button>
      {!isStopping && <p class="small">{words}</p>}
    </div>
  );
}

/** While it waits for its page, nobody knows how long it will take. */
function HowFar({ progress, isWaiting }: { progress: CaptureProgress; isWaiting: boolean }) {
  const { t } = useWords();
  return (
    <div class="stack-s">
      {progress.framesExpected > 0 && <FrameMarks progress={progress} />}
      <p>{frameWords(t, progress)}</p>
      {!isWaiting && <p class="soft">{timeWords(t, progress)}</p>}
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

/** From here on minutes say it better. */
const manySeconds = 100;

function timeWords(t: Words["t"], { step, secondsLeft }: CaptureProgress): string {
  if (step === "checking") return t("capturing.almost");
  if (secondsLeft === null) return t("capturing.time-unknown");
  return secondsLeft < manySeconds
    ? t("capturing.time-left", { seconds: secondsLeft })
    : t("progress.minutes-left", { minutes: Math.ceil(secondsLeft / 60) });
}
