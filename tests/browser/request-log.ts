/** Writes down what every target asks for, the worker and our own windows included, for as long as a browser runs. */
import type { Browser, CDPSession, Target } from "puppeteer-core";

export interface AskedFor {
  /** Who asked: the address of the page or worker. */
  from: string;
  address: string;
}

export interface RequestLog {
  readonly asked: readonly AskedFor[];
  /** What pages and worker of ours asked for that is neither a file of ours nor made in memory. */
  outside(): AskedFor[];
  /** Before a worker is killed: one that dies attached waits, when it is woken, for a debugger that never comes. */
  letGo(target: Target): Promise<void>;
}

/** `own` is the origin of the extension, with its slash. */
export async function logRequests(browser: Browser, own: string): Promise<RequestLog> {
  const asked: AskedFor[] = [];
  const sessions = new Map<Target, CDPSession>();
  const listen = async (target: Target) => {
    const session = await target.createCDPSession().catch(() => null);
    if (!session) return;
    sessions.set(target, session);
    session.on("Network.requestWillBeSent", ({ documentURL, request }) =>
      asked.push({ from: documentURL, address: request.url }),
    );
    await session.send("Network.enable").catch(() => undefined);
  };
  browser.on("targetcreated", (target) => void listen(target));
  browser.on("targetdestroyed", (target) => sessions.delete(target));
  await Promise.all(browser.targets().map(listen));
  const isOurs = (address: string) => address.startsWith(own) || /^(blob|data):/.test(address);
  return {
    asked,
    letGo: async (target) => {
      await sessions
        .get(target)
        ?.detach()
        .catch(() => undefined);
      sessions.delete(target);
    },
    outside: () => asked.filter(({ from, address }) => from.startsWith(own) && !isOurs(address)),
  };
}
