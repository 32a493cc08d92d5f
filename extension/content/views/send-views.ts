/** Takes the views and hands them to the worker. Frames are the evidence: whatever fails here ends no capture. */
import type { PageViews } from "../../../src/capture/views/page-views.ts";
import type { Send } from "../../../src/protocol/connect.ts";
import { readViews } from "./read-views.ts";

interface ViewsOf {
  captureId: string;
  nonce: string;
  isMasked: boolean;
}

export async function sendViews(
  worker: Send,
  { captureId, nonce, isMasked }: ViewsOf,
  stage: PageViews["stage"],
): Promise<void> {
  try {
    await worker("capture.views", { captureId, nonce, views: readViews(stage, isMasked) });
  } catch {
    // A page that defies reading, or a worker gone for good: the item says by its files what there is.
  }
}
