/**
 * Watches how much memory a browser or its extension's processes take, as the kernel counts it (PSS in /proc; Linux only).
 * Pages of the browser's own program files are left out: they can be dropped at any time, and each counts for less while
 * another browser runs.
 */
import { readdir, readFile } from "node:fs/promises";

const everyMs = 250;

export interface MemoryWatch {
  /** Megabytes over what they took at the start, at the most; null where there is no /proc. */
  stop(): Promise<number | null>;
}

/** `browserId` is the number of the browser's own process: another browser's extensions do not count. */
export async function watchMemory(
  browserId: number,
  watched: "extension" | "browser" = "extension",
): Promise<MemoryWatch> {
  const mark = watched === "extension" ? "--extension-process" : "";
  const before = await megabytesUnder(browserId, mark);
  let peak = before ?? 0;
  let looking = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(async () => {
      peak = Math.max(peak, (await megabytesUnder(browserId, mark)) ?? 0);
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

/** Of processes whose command has the mark. */
async function megabytesUnder(browserId: number, mark: string): Promise<number | null> {
  const names = await readdir("/proc").catch(() => null);
  if (!names) return null;
  const ids = names.filter((name) => /^\d+$/.test(name));
  const parents = new Map(await Promise.all(ids.map(async (id) => [id, await parentOf(id)] as const)));
  const wanted = ids.filter((id) => isUnder(id, browserId, parents));
  const sizes = await Promise.all(wanted.map((id) => processMegabytes(id, mark)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

function isUnder(id: string, browserId: number, parents: ReadonlyMap<string, string>): boolean {
  for (let at: string | undefined = id; at !== undefined; at = parents.get(at))
    if (at === String(browserId)) return true;
  return false;
}

/** Behind the name, which may hold anything, come the state and the parent (proc(5)). */
async function parentOf(pid: string): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return /^.*\) \S (\d+)/s.exec(stat)?.[1] ?? "";
}

/** A process that ended meanwhile takes nothing any more. */
async function processMegabytes(pid: string, mark: string): Promise<number> {
  try {
    const command = await readFile(`/proc/${pid}/cmdline`, "utf8");
    if (!command.includes(mark)) return 0;
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, "utf8");
    const counted = rollup.matchAll(/^Pss_(?:Anon|Shmem):\s+(\d+) kB/gm);
    return Array.from(counted, ([, kilobytes]) => Number(kilobytes) / 1_024).reduce(
      (sum, part) => sum + part,
      0,
    );
  } catch {
    return 0;
  }
}
