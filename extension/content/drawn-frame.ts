/**
 * Waits until the browser has drawn a frame. In a covered window none is drawn, so a timer ends the wait (measured).
 * A window that drew the last time is only busy: a shot taken before its frame would show where the page stood before.
 */

const busyGuardMs = 1_500;
const coveredGuardMs = 250;

let isDrawing = true;

export function drawnFrame(): Promise<void> {
  return new Promise((resolve) => {
    const end = (drawn: boolean) => {
      clearTimeout(timer);
      isDrawing = drawn;
      resolve();
    };
    const timer = setTimeout(() => end(false), isDrawing ? busyGuardMs : coveredGuardMs);
    requestAnimationFrame(() => end(true));
  });
}
