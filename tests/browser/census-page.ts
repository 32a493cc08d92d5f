/** The driver's look at a page as a script of its own, for measuring it where the driver runs. */
import { DomPageProbe } from "../../extension/content/dom-page-probe.ts";

export interface CensusTimes {
  elements: number;
  /** Milliseconds: the first look, which searches everything, and the longest of the next ten. */
  firstMs: number;
  laterMs: number;
  /** What the list of parts not shown takes, once a capture. */
  partsMs: number;
}

export function timeCensus(): CensusTimes {
  const probe = new DomPageProbe(null);
  const firstMs = timed(() => probe.census());
  const later = Array.from({ length: 10 }, (_, look) => {
    probe.scrollTo(0, look * 700);
    return timed(() => probe.census());
  });
  const partsMs = timed(() => probe.partsNotFollowed());
  probe.stop();
  const elements = document.querySelectorAll("*").length;
  return { elements, firstMs, laterMs: Math.max(...later), partsMs };
}

function timed(act: () => unknown): number {
  const startedAt = performance.now();
  act();
  return performance.now() - startedAt;
}
