/**
 * Watches how much memory a browser or its extension's processes take, as the kernel counts it (RSS in /proc; Linux only).
 * Pages of the browser's own program files are left out: they can be dropped at any time. What processes share is counted
 * for each of them: counting it once (PSS) makes the kernel go through every page, which took a fifth of a core.
 */
import { readdir, readFile } from "node:fs/promises";

const everyMs = 250;
const nothing = { kind: "gone", megabytes: 0 };

export interface MemoryWatch {
  /** Over what they took at the start, at the most; null where there is no /proc. */
  stop(): Promise<MemoryPeak | null>;
}

export interface MemoryPeak {
  megabytes: number;
  /** Of it, by kind of process, such as `renderer`; the largest first. */
  parts: [kind: string, megabytes: number][];
}

/** By kind of process. */
type Megabytes = ReadonlyMap<string, number>;

/** `browserId` is the number of the browser's own process: another browser's extensions do not count. */
export async function watchMemory(
  browserId: number,
  watched: "extension" | "browser" = "extension",
): Promise<MemoryWatch> {
  const mark = watched === "extension" ? "--extension-process" : "";
  const before = await megabytesUnder(browserId, mark);
  let peak: Megabytes = before ?? new Map();
  let looking = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(async () => {
      const now = (await megabytesUnder(browserId, mark)) ?? peak;
      if (sum(now) > sum(peak)) peak = now;
    });
  }, everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await looking;
      return before && over(peak, before);
    },
  };
}

function over(peak: Megabytes, before: Megabytes): MemoryPeak {
  const parts = Array.from(peak, ([kind, size]): [string, number] => [kind, size - (before.get(kind) ?? 0)]);
  parts.sort(([, one], [, other]) => other - one);
  return { megabytes: sum(peak) - sum(before), parts };
}

function sum(sizes: Megabytes): number {
  return [...sizes.values()].reduce((total, size) => total + size, 0);
}

/** Of processes whose command has the mark. */
async function megabytesUnder(browserId: number, mark: string): Promise<Megabytes | null> {
  const names = await readdir("/proc").catch(() => null);
  if (!names) return null;
  const ids = names.filter((name) => /^\d+$/.test(name));
  const parents = new Map(await Promise.all(ids.map(async (id) => [id, await parentOf(id)] as const)));
  const wanted = ids.filter((id) => isUnder(id, browserId, parents));
  const sizes = await Promise.all(wanted.map((id) => processMegabytes(id, mark)));
  const byKind = new Map<string, number>();
  for (const { kind, megabytes } of sizes) byKind.set(kind, (byKind.get(kind) ?? 0) + megabytes);
  return byKind;
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
async function processMegabytes(pid: string, mark: string): Promise<{ kind: string; megabytes: number }> {
  try {
    const command = await readFile(`/proc/${pid}/cmdline`, "utf8");
    if (!command.includes(mark)) return nothing;
    const kind = /--type=([\w-]+)/.exec(command)?.[1] ?? "browser";
    const status = await readFile(`/proc/${pid}/status`, "utf8");
    const counted = status.matchAll(/^Rss(?:Anon|Shmem):\s+(\d+) kB/gm);
    const kilobytes = Array.from(counted, ([, each]) => Number(each)).reduce(
      (total, each) => total + each,
      0,
    );
    return { kind, megabytes: kilobytes / 1_024 };
  } catch {
    return nothing;
  }
}
