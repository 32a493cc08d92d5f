/** Keeps the address, the title and the time of a page that lets no picture be taken. */
import { codeOf } from "../../src/base/failure.ts";
import type { EvidenceStore } from "../../src/evidence/evidence-store.ts";
import type { CaptureStart, Request } from "../../src/protocol/contract.ts";
import { systemClock } from "../device/system-clock.ts";
import { finishCapture } from "./finish-capture.ts";
import { planCapture } from "./plan-capture.ts";

export async function noteAddress(
  store: EvidenceStore,
  request: Request<"capture.note">,
): Promise<CaptureStart> {
  try {
    const { id, startedAt } = await planCapture(store, request);
    const finishedAt = systemClock.now();
    await finishCapture(store, id, {
      startedAt,
      finishedAt,
      framesTaken: 0,
      notes: [{ code: "page-refuses" }],
      ends: [],
    });
    const ended = await store.readCapture(id);
    if (ended?.state === "kept") return { kind: "started", captureId: id };
    return { kind: "refused", code: ended?.refusedBecause ?? "nothing-kept" };
  } catch (error) {
    return { kind: "refused", code: codeOf(error) };
  }
}
