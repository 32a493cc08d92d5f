/**
 * Draws strips on a thread of its own: all pages of an extension share one thread, and the popup's shutter must not
 * wait for a picture to be put together.
 */
import { composeAlone } from "../browser/compose-alone.ts";
import { watchFrames } from "../store/frame-news.ts";
import { openStore } from "../store/open-store.ts";
import { DrawingOrder, type DrawingReport } from "./drawing-order.ts";

/** Frames between two looks: a strip takes several, and every look reads the list of all frames. */
const framesBetweenLooks = 3;
/** Nothing new for so long may be the end, and then the last strips are drawn while it is still being watched. */
const lullMs = 80;
/** Looks again so often, for so long: at the end of a conversation only a long lull says something. */
const laterLullMs = 200;
const longestLullMs = 3_000;

interface WorkerScope {
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
  postMessage(report: DrawingReport): void;
}

const scope = globalThis as unknown as WorkerScope;
let newFrames = 0;
let isLooking = false;
let lastFrameAtMs = 0;
let lull: ReturnType<typeof setTimeout> | undefined;

scope.onmessage = ({ data }) => {
  const order = DrawingOrder.safeParse(data);
  if (order.success) void drawAll(order.data);
};

watchFrames((captureId) => {
  newFrames += 1;
  lastFrameAtMs = performance.now();
  lookAfter(lullMs, captureId);
  if (newFrames >= framesBetweenLooks) look(captureId);
});

function lookAfter(milliseconds: number, captureId: string): void {
  clearTimeout(lull);
  lull = setTimeout(() => {
    look(captureId);
    if (performance.now() - lastFrameAtMs < longestLullMs) lookAfter(laterLullMs, captureId);
  }, milliseconds);
}

function look(captureId: string): void {
  if (!isLooking) void drawWhatIsDone(captureId);
}

async function drawAll({ order, captureId }: DrawingOrder): Promise<void> {
  try {
    await composeAlone({ store: await openStore(), captureId, isEnded: true });
    scope.postMessage({ order, isDrawn: true });
  } catch {
    // Whoever ordered draws itself, and sees what is wrong.
    scope.postMessage({ order, isDrawn: false });
  }
}

/** What fails here is tried again in the end, and told then. */
async function drawWhatIsDone(captureId: string): Promise<void> {
  isLooking = true;
  newFrames = 0;
  try {
    const store = await openStore();
    const quietMs = performance.now() - lastFrameAtMs;
    await composeAlone({ store, captureId, isEnded: false, quietMs, hasNewFrame: () => newFrames > 0 });
  } catch {
    // The frames are stored; the strips can wait.
  } finally {
    isLooking = false;
  }
}
