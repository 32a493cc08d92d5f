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

interface WorkerScope {
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
  postMessage(report: DrawingReport): void;
}

const scope = globalThis as unknown as WorkerScope;
let newFrames = 0;
let isLooking = false;
let lull: ReturnType<typeof setTimeout> | undefined;

scope.onmessage = ({ data }) => {
  const order = DrawingOrder.safeParse(data);
  if (order.success) void drawAll(order.data);
};

watchFrames((captureId) => {
  newFrames += 1;
  clearTimeout(lull);
  if (newFrames >= framesBetweenLooks) look(captureId);
  else lull = setTimeout(() => look(captureId), lullMs);
});

function look(captureId: string): void {
  if (!isLooking) void drawWhatIsDone(captureId);
}

async function drawAll({ order, captureId }: DrawingOrder): Promise<void> {
  try {
    await composeAlone(await openStore(), captureId, true);
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
    await composeAlone(await openStore(), captureId, false);
  } catch {
    // The frames are stored; the strips can wait.
  } finally {
    isLooking = false;
  }
}
