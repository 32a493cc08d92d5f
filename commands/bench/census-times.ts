/** How long the driver's look at a page takes, in the world where the driver runs. */
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { build } from "vite";
import type { KeepleafBrowser } from "../browser/launch-browser.ts";

export interface CensusTimes {
  elements: number;
  /** Milliseconds: the first look, which searches everything, and the longest of the next ten. */
  firstMs: number;
  laterMs: number;
  /** What the list of parts not shown takes, once a capture. */
  partsMs: number;
}

/** The page must have been kept once: the driver's world is there from then on. */
export async function censusTimes(
  { addressOf }: KeepleafBrowser,
  page: Page,
  projectRoot: string,
): Promise<CensusTimes> {
  const script = await probeScript(projectRoot);
  const session = await page.createCDPSession();
  const own = addressOf("").replace(/\/$/, "");
  const found = new Promise<number>((resolve) => {
    session.on("Runtime.executionContextCreated", ({ context }) => {
      if (context.origin === own) resolve(context.id);
    });
  });
  await session.send("Runtime.enable");
  const answer = await session.send("Runtime.evaluate", {
    expression: `${script}; (${timeCensus})(keepleafProbe.DomPageProbe)`,
    contextId: await found,
    returnByValue: true,
  });
  if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
  return answer.result.value as CensusTimes;
}

async function probeScript(projectRoot: string): Promise<string> {
  const entry = join(projectRoot, "extension/content/dom-page-probe.ts");
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: { write: false, minify: false, lib: { entry, formats: ["iife"], name: "keepleafProbe" } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !("output" in first)) throw new Error("nothing was built");
  return first.output[0].code;
}

interface Probe {
  census(): unknown;
  scrollTo(x: number, y: number): void;
  partsNotFollowed(): unknown;
  stop(): void;
}

/** Runs in the driver's world; a function with a name inside would ask for what only the build of commands has. */
function timeCensus(PageProbe: new (mask: null) => Probe): CensusTimes {
  const probe = new PageProbe(null);
  const marks = [performance.now()];
  probe.census();
  marks.push(performance.now());
  probe.partsNotFollowed();
  marks.push(performance.now());
  let laterMs = 0;
  for (let look = 0; look < 10; look += 1) {
    probe.scrollTo(0, look * 700);
    const startedAt = performance.now();
    probe.census();
    laterMs = Math.max(laterMs, performance.now() - startedAt);
  }
  probe.stop();
  const [started = 0, looked = 0, listed = 0] = marks;
  const elements = document.querySelectorAll("*").length;
  return { elements, firstMs: looked - started, laterMs, partsMs: listed - looked };
}
