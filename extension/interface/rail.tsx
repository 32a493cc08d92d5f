/** The rail: three ways out in the same place and order on every screen. */
import { useCallback, useState } from "preact/hooks";
import { HelpDialog } from "./help-dialog.tsx";
import { Icon } from "./icon.tsx";
import { blankScreen, useShiftToLeave } from "./quick-exit.ts";
import { useWords } from "./words.ts";

interface RailProps {
  /** A true sentence about what is saved; pages show it, the popup has no room. */
  note?: string;
  /** Whether the sentence tells of something that is not written down yet. */
  isOpen?: boolean;
  onStopHere: () => void;
  /** Puts a neutral page in the place of this one; called after the screen is blank. Must keep its identity. */
  onLeave: () => void;
}

export function Rail({ note, isOpen = false, onStopHere, onLeave }: RailProps) {
  const { t } = useWords();
  const [showsHelp, setShowsHelp] = useState(false);
  const leave = useCallback(() => {
    blankScreen();
    onLeave();
  }, [onLeave]);
  useShiftToLeave(leave);
  return (
    <>
      <nav class="rail" aria-label={t("rail.label")}>
        {note !== undefined && (
          <p class="rail-note">
            <Icon name={isOpen ? "pencil" : "check"} /> {note}
          </p>
        )}
        <button type="button" data-action="stop-here" onClick={onStopHere}>
          <Icon name="mark" /> {t("rail.stop-here")}
        </button>
        <button type="button" data-action="help" onClick={() => setShowsHelp(true)}>
          <Icon name="talk" /> {t("rail.help")}
        </button>
        <button type="button" class="leave" data-action="leave" title={t("rail.leave-hint")} onClick={leave}>
          <Icon name="leave" /> {t("rail.leave")}
        </button>
      </nav>
      {showsHelp && <HelpDialog onClose={() => setShowsHelp(false)} />}
    </>
  );
}
