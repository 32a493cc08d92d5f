/** The frames of a capture as little pages that fill one by one; a bar where they are too many to draw. */
import { type CaptureProgress, frameMarks, mostFrameMarks } from "../interface/capture-progress.ts";
import { useWords } from "../interface/words.ts";

export function FrameMarks({ progress }: { progress: CaptureProgress }) {
  const { t } = useWords();
  const { framesTaken, framesExpected } = progress;
  const areDrawn = framesExpected <= mostFrameMarks;
  return (
    <>
      {areDrawn && (
        <ol class="frames" aria-hidden="true">
          {frameMarks(progress).map(({ place, look }) => (
            <li key={place} class={look} />
          ))}
        </ol>
      )}
      <progress
        class={areDrawn ? "visually-hidden" : ""}
        aria-label={t("capturing.pictures")}
        max={framesExpected}
        value={framesTaken}
      />
    </>
  );
}
