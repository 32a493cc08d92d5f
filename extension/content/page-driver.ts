/**
 * The driver: injected on the person's click, it owns the loop of one capture and leaves no trace in the page.
 * It answers our own worker and popup only; page scripts can reach nothing of it.
 */
import { limitsWith } from "../../src/capture/capture-limits.ts";
import { runCapture } from "../../src/capture/run-capture.ts";
import { EarlyEnd } from "../../src/capture/early-end.ts";
import type { CaptureNote } from "../../src/capture/verdict.ts";
import { paneSurfaces } from "../../src/capture/pane/walk-pane.ts";
import { documentSurface } from "../../src/capture/walk-document.ts";
import { answerOwn } from "./answer-own.ts";
import { connect } from "../../src/protocol/connect.ts";
import type { Handlers, Request } from "../../src/protocol/contract.ts";
import { DomPageProbe } from "./dom-page-probe.ts";
import { systemClock } from "../device/system-clock.ts";
import { areShotsRationed, driverBrowser, type DriverPort } from "./page-runtime.ts";
import { dropStaleParts } from "./stale-parts.ts";
import { surveyImages } from "./image-survey.ts";
import { PageMask } from "./page-mask.ts";
import { readPage } from "./read-page.ts";
import { listPanes } from "./pane/list-panes.ts";
import { insistently } from "./insistently.ts";
import type { StyledLater } from "./styled-later.ts";
import { sendViews } from "./views/send-views.ts";
import { ShutterLanes } from "./shutter-lanes.ts";

type Begin = Request<"page.begin">;

interface Run {
  begin: Begin;
  mask: PageMask | null;
  probe: DomPageProbe;
  stop: AbortController;
}

const { runtime } = driverBrowser;
const worker = connect(insistently((envelope) => runtime.sendMessage(envelope)));
const lanes = new ShutterLanes(worker, areShotsRationed());
const webPages = /^(text\/html|application\/xhtml\+xml|text\/plain)$/;

let run: Run | null = null;
let styled: StyledLater | null = null;

const handlers: Handlers<"page"> = {
  "page.survey": async () => {
    styled?.stop();
    styled = surveyImages();
    return null;
  },
  "page.begin": async (begin) => {
    if (run) return { kind: "refused", code: "already-capturing" };
    const mask = maskOf(begin);
    run = { begin, mask, probe: new DomPageProbe(mask), stop: new AbortController() };
    // A capture whose worker is gone for good is named interrupted by the worker's next start; its frames are stored.
    void capture(run)
      .catch(() => undefined)
      .finally(() => {
        mask?.putBack();
        leave();
      });
    return { kind: "begun" };
  },
  "page.panes": async () => listPanes(),
  "page.census": async (request) => {
    const census = mustRun(request).probe.census();
    lanes.lookedAfter(request.sequence, census);
    return census;
  },
  "page.painted": async ({ points, sequence, ...ref }) => {
    const { mask } = mustRun(ref);
    return lanes.askedWhatIsPainted(sequence, () => mask?.paintedAt(points) ?? []);
  },
  "page.checked": async ({ sequence, ...ref }) => {
    mustRun(ref);
    lanes.checked(sequence);
    return null;
  },
  "page.stop": async (request) => {
    mustRun(request).stop.abort();
    return null;
  },
};
const onMessage = answerOwn(handlers);

function maskOf({ captureId, nonce, maskToken }: Begin): PageMask | null {
  if (maskToken === null) return null;
  return new PageMask({
    token: maskToken,
    styled: styled ?? surveyImages(),
    insertDeviceFonts: async () => void (await worker("mask.fonts", { captureId, nonce })),
  });
}

function mustRun({ captureId, nonce }: { captureId: string; nonce: string }): Run {
  if (run?.begin.captureId !== captureId || run.begin.nonce !== nonce) throw new Error("not this capture");
  return run;
}

async function capture({ begin, probe, stop }: Run): Promise<void> {
  const { captureId, nonce } = begin;
  const ref = { captureId, nonce };
  if (begin.maskToken !== null) dropStaleParts();
  await worker("capture.read", { ...ref, reading: readPage(systemClock.now()) });
  // The mask reaches into no other kind of document.
  if (begin.maskToken !== null && !webPages.test(document.contentType)) {
    const at = systemClock.now();
    const finishedAt = systemClock.now();
    const outcome = { startedAt: at, finishedAt, framesTaken: 0, notes: [notAWebPage()], ends: [] };
    await worker("capture.finish", { ...ref, outcome });
    return;
  }
  const views = { ...ref, isMasked: begin.maskToken !== null };
  // Not waited for: the first frame is not to be late for it.
  void sendViews(worker, views, "found");
  const onlyVisiblePart = !webPages.test(document.contentType);
  const outcome = await runCapture({
    ...ref,
    probe,
    shutter: lanes,
    clock: systemClock,
    limits: limitsWith(begin.caps),
    reach: begin.reach,
    surfaces: [documentSurface, ...paneSurfaces(probe.panes(begin.panes))],
    signal: stop.signal,
    onlyVisiblePart,
  });
  if (onlyVisiblePart) outcome.notes.push(notAWebPage());
  await sendViews(worker, views, "end");
  if (outcome.notes.some(({ code }) => code === "mask-failed")) await worker("frame.drop", ref);
  await worker("capture.finish", { ...ref, outcome });
}

function notAWebPage(): CaptureNote {
  return { code: "not-a-web-page", detail: document.contentType.slice(0, 100) };
}

/** The page goes, perhaps into the browser's cache of pages: it goes as the person had it. */
function onPageHide(): void {
  run?.stop.abort(new EarlyEnd("page-navigated"));
  run?.probe.putBack();
}

function leave(): void {
  run?.stop.abort();
  removeEventListener("pagehide", onPageHide);
  run?.probe.stop();
  run?.mask?.stop();
  styled?.stop();
  run = null;
  runtime.onMessage.removeListener(onMessage);
  runtime.onConnect.removeListener(onConnect);
}

function onConnect(port: DriverPort): void {
  if (port.name === "shutter") lanes.prefer(port);
}

// A driver left over from a start that got no further would answer beside this one.
const isolatedWorld = globalThis as { keepleafLeave?: () => void };
isolatedWorld.keepleafLeave?.();
isolatedWorld.keepleafLeave = leave;
runtime.onMessage.addListener(onMessage);
runtime.onConnect.addListener(onConnect);
addEventListener("pagehide", onPageHide);
