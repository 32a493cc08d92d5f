/** Writes down what every target asks for, the worker and our own windows included, for as long as a browser runs. */
import type { Browser, Target } from "puppeteer-core";

export interface AskedFor {
  /** Who asked: the address of the page or worker. */
  from: string;
  address: string;
}

export interface RequestLog {
  readonly asked: readonly AskedFor[];
  /** What pages and worker of ours asked for that is neither a file of ours nor made in memory. */
  outside(): AskedFor[];
}

/** `own` is the origin of the extension, with its slash. */
export async function logRequests(browser: Browser, own: string): Promise<RequestLog> {
  const asked: AskedFor[] = [];
  const listen = async (target: Target) => {
    const session = await target.createCDPSession().catch(() => null);
    session?.on("Network.requestWillBeSent", ({ documentURL, request }) =>
      asked.push({ from: documentURL, address: request.url }),
    );
    await session?.send("Network.enable").catch(() => undefined);
  };
  browser.on("targetcreated", (target) => void listen(target));
  await Promise.all(browser.targets().map(listen));
  const isOurs = (address: string) => address.startsWith(own) || /^(blob|data):/.test(address);
  return {
    asked,
    outside: () => asked.filter(({ from, address }) => from.startsWith(own) && !isOurs(address)),
  };
}
