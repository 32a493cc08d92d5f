/** Ends parts of the extension the hard way, as a browser short of memory or a person in a hurry would. */
import type { Target } from "puppeteer-core";
import type { InBrowser } from "./in-browser.ts";

/** Whether there was one. The next message wakes a new worker. */
export function killWorker(inBrowser: InBrowser): Promise<boolean> {
  return killTarget(inBrowser, (target) => String(target.type()) === "service_worker");
}

/** The document that puts frames together, where there is one right now. */
export function killOffscreen(inBrowser: InBrowser): Promise<boolean> {
  return killTarget(inBrowser, (target) => /\/offscreen\//.test(target.url()));
}

export function killPopup(inBrowser: InBrowser): Promise<boolean> {
  return killTarget(inBrowser, (target) => target.url().includes("/popup/popup.html"));
}

async function killTarget(
  { keepleaf, requests }: InBrowser,
  isMeant: (target: Target) => boolean,
): Promise<boolean> {
  const own = keepleaf.addressOf("");
  const session = await keepleaf.browser.target().createCDPSession();
  const { targetInfos } = await session.send("Target.getTargets", { filter: [{}] });
  const meant = keepleaf.browser
    .targets()
    .filter((target) => target.url().startsWith(own) && isMeant(target));
  await Promise.all(meant.map(requests.letGo));
  const urls = new Set(meant.map((target) => target.url()));
  const doomed = targetInfos.filter(({ url, type }) => urls.has(url) && type !== "tab");
  for (const { targetId } of doomed) {
    await session.send("Target.closeTarget", { targetId }).catch(() => undefined);
  }
  await session.detach();
  return doomed.length > 0;
}
