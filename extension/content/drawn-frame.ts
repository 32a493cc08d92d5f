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

/**
 * Waits until what the page did in a frame is done, too: what is then read is what that frame shows. Lists draw their
 * rows in the frame itself, after whoever asked for it before them.
 */
export async function afterFrame(): Promise<void> {
  await drawnFrame();
  await new Promise<void>((resolve) => setTimeout(resolve));
}

/**
 * Asked for before a frame: waits until whoever watches for elements to come into view was told of what that frame shows,
 * and has acted. All of them are told in one go, this one among them; on a busy machine that is long after the frame.
 */
export function watchersTold(): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      watcher.disconnect();
      resolve();
    };
    const watcher = new IntersectionObserver(() => setTimeout(end));
    const timer = setTimeout(end, isDrawing ? busyGuardMs : coveredGuardMs);
    watcher.observe(document.documentElement);
  });
}

/** Frames drawn in time are 17 ms apart; those that took longer stood in a queue. */
const promptFrameMs = 25;

/**
 * Asked for right after the second frame. A page may be told of that one before the first is on the screen, but of the
 * third only afterwards. Without it one shot in some thousands on a busy machine showed where the page had stood before.
 */
export async function thirdFrame(begunAtMs: number): Promise<void> {
  await drawnFrame();
  await catchUp(begunAtMs, 3);
}

/** Where so many frames came late, the drawing itself is late: two more. */
export async function catchUp(begunAtMs: number, frames: number): Promise<void> {
  if (!isDrawing || performance.now() - begunAtMs <= frames * promptFrameMs) return;
  await drawnFrame();
  await drawnFrame();
}
