/** Packing under way: how far it is, how long it may still take, and stopping it when somebody wants or the screen goes. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { LibraryPorts } from "./library-ports.ts";
import type { PackingWish } from "./pack-case.ts";
import type { SealingProgress } from "./seal-case.ts";
import type { Library } from "./use-library.ts";

export type Wish = Omit<PackingWish, "signal" | "onProgress">;

export interface PackingState extends SealingProgress {
  /** A guess from the pace so far; null until there is one. */
  secondsLeft: number | null;
}

interface Packing {
  /** Null while nothing is being packed. */
  progress: PackingState | null;
  pack: (wish: Wish) => void;
  /** Nothing is left behind: what was put together lies in memory only. */
  stop: () => void;
}

export function usePacking(ports: LibraryPorts, library: Library): Packing {
  const [progress, setProgress] = useState<PackingState | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const pack = (wish: Wish) => {
    if (progress !== null) return;
    const life = new AbortController();
    running.current = life;
    const onProgress = withTimeLeft(() => ports.clock.now().monotonicMs, setProgress);
    onProgress({ step: "reading", filesDone: 0, filesTotal: 0, share: 0 });
    void library
      .attempt(() => packAndShow({ ports, library, signal: life.signal, onProgress }, wish))
      .finally(() => setProgress(null));
  };
  return { progress, pack, stop: () => running.current?.abort() };
}

/** The first second says little about the pace. */
const settledMs = 1_000;
/** Nobody reads faster; drawing the screen for each of thousands of files would take longer than packing them. */
const betweenShowsMs = 200;

export function withTimeLeft(
  nowMs: () => number,
  show: (state: PackingState) => void,
): (progress: SealingProgress) => void {
  const startedAtMs = nowMs();
  let shownAtMs = Number.NEGATIVE_INFINITY;
  let shownStep: SealingProgress["step"] | null = null;
  return (progress) => {
    const { share, step } = progress;
    const atMs = nowMs();
    if (atMs - shownAtMs < betweenShowsMs && share < 1 && step === shownStep) return;
    shownAtMs = atMs;
    shownStep = step;
    const elapsedMs = atMs - startedAtMs;
    const isKnown = elapsedMs >= settledMs && share > 0 && share < 1;
    const secondsLeft = isKnown ? Math.ceil(((elapsedMs / share) * (1 - share)) / 1_000) : null;
    show({ ...progress, secondsLeft });
  };
}

interface PackingHelp {
  ports: LibraryPorts;
  library: Library;
  signal: AbortSignal;
  onProgress: (progress: SealingProgress) => void;
}

async function packAndShow({ ports, library, signal, onProgress }: PackingHelp, wish: Wish): Promise<void> {
  try {
    // What writes documents is heavy: it is loaded when somebody packs.
    const { packCase } = await import("./pack-case.ts");
    const packed = await packCase(ports, { ...wish, signal, onProgress });
    ports.saveFile(packed.file, packed.name);
    library.show({ screen: "packed", packed });
    await library.reload();
  } catch (error) {
    // Leaving the screen stops the packing: that is a wish, not a failure.
    if (!signal.aborted) throw error;
  }
}
