/**
 * The picker: injected when a person wants to point at a value in the page. It adds no element, changes none, asks for
 * nothing, and answers our worker only. It leaves when something was chosen, on Escape, with the page, and in time.
 */
import type { PointingEnd } from "../../../src/capture/pointing/pointed.ts";
import { answerOwn } from "../answer-own.ts";
import { connect } from "../../../src/protocol/connect.ts";
import type { Handlers } from "../../../src/protocol/contract.ts";
import { insistently } from "../insistently.ts";
import { driverBrowser } from "../page-runtime.ts";
import { PageCover } from "./page-cover.ts";
import { Pointing } from "./pointing.ts";

const { runtime } = driverBrowser;
const worker = connect(insistently((envelope) => runtime.sendMessage(envelope)));

let pointing: Pointing | null = null;
let cover: PageCover | null = null;

const handlers: Handlers<"pointer"> = {
  "pointer.begin": async ({ token }) => {
    await pointing?.leave();
    cover = new PageCover({
      cover: async (path) => void (await worker("point.cover", { token, path })),
      uncover: async (path) => void (await worker("point.uncover", { path })),
    });
    const own = new Pointing({
      cover,
      onChosen: (pointed) => void worker("point.chosen", { token, pointed }).catch(() => void own.leave()),
      onEnd: (because: PointingEnd) => void worker("point.ended", { token, because }).catch(() => undefined),
      onGone: () => {
        if (pointing === own) pointing = null;
      },
    });
    pointing = own;
    return null;
  },
  "pointer.there": async () => pointing !== null,
  "pointer.leave": async () => {
    await pointing?.leave();
    return null;
  },
};
const onMessage = answerOwn(handlers);

/** It may go into the browser's cache of pages: when it comes back, nothing of ours may lie over it. */
function onPageHide(): void {
  pointing?.end("page-gone");
  void pointing?.leave();
}

/**
 * Out of the cache with our sheet on it, which the browser no longer lets us take out: nothing on it could be pressed
 * ever again. It is loaded as it would have been without that cache.
 */
async function onPageShow({ persisted }: PageTransitionEvent): Promise<void> {
  if (!persisted || pointing || !cover) return;
  await cover.liftAgain().catch(() => undefined);
  if (getComputedStyle(document.documentElement).pointerEvents === "none") location.reload();
}

function leave(): void {
  void pointing?.leave();
  removeEventListener("pagehide", onPageHide);
  removeEventListener("pageshow", onPageShow);
  runtime.onMessage.removeListener(onMessage);
}

// One left over from before would answer beside this one.
const isolatedWorld = globalThis as { keepleafPointerLeave?: () => void };
isolatedWorld.keepleafPointerLeave?.();
isolatedWorld.keepleafPointerLeave = leave;
runtime.onMessage.addListener(onMessage);
addEventListener("pagehide", onPageHide);
addEventListener("pageshow", onPageShow);
