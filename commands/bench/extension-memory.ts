/** Watches how much memory the extension's own processes take, as the kernel counts it (PSS in /proc; Linux only). */
import { readdir, readFile } from "node:fs/promises";

const everyMs = 250;

export interface MemoryWatch {
  /** Megabytes over what they took at the start, at the most; null where there is no /proc. */
  stop(): Promise<number | null>;
}

export async function watchMemory(): Promise<MemoryWatch> {
  const before = await extensionMegabytes();
  let peak = before ?? 0;
  let looking = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(async () => {
      peak = Math.max(peak, (await extensionMegabytes()) ?? 0);
    });
  }, everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await looking;
      return before === null ? null : peak - before;
    },
  };
}

async function extensionMegabytes(): Promise<number | null> {
  const names = await readdir("/proc").catch(() => null);
  if (!names) return null;
  const sizes = await Promise.all(names.filter((name) => /^\d+$/.test(name)).map(processMegabytes));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** A process that ended meanwhile takes nothing any more. */
async function processMegabytes(pid: string): Promise<number> {
  try {
    const command = await readFile(`/proc/${pid}/cmdline`, "utf8");
    if (!command.includes("--extension-process")) return 0;
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, "utf8");
    return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) / 1_024;
  } catch {
    return 0;
  }
}
