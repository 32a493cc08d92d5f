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

/** Frames drawn in time are 17 ms apart; one that took longer stood in a queue. */
const promptFrameMs = 25;

/**
 * Where frames came late the page was told of a new one before the last was on the screen, and a shot would show in
 * part where it stood before (seen once in hundreds of shots on a busy machine): two more, and it is there.
 */
export async function catchUp(begunAtMs: number, frames: number): Promise<void> {
  if (!isDrawing || performance.now() - begunAtMs <= frames * promptFrameMs) return;
  await drawnFrame();
  await drawnFrame();
}
