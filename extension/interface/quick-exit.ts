/** 快速離開: the screen is blank before anything else happens; then a neutral page takes its place. */
import { useEffect } from "preact/hooks";
import { noShift, pressShift } from "./shift-presses.ts";

/** Public weather, with nothing on it that depends on who looks. */
export const neutralPage = "https://www.cwa.gov.tw/";

export function blankScreen(): void {
  document.documentElement.classList.add("blank");
}

/** Three presses of Shift within five seconds, anywhere, are the same as the button. */
export function useShiftToLeave(leave: () => void): void {
  useEffect(() => {
    let presses = noShift;
    const onKey = (event: KeyboardEvent) => {
      if (event.repeat) return;
      presses = pressShift(presses, event.key, event.timeStamp);
      if (presses.isThird) leave();
    };
    addEventListener("keydown", onKey, { capture: true });
    return () => removeEventListener("keydown", onKey, { capture: true });
  }, [leave]);
}
