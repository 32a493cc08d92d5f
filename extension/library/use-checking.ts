/** A check under way: a file is looked at, opened first where it is locked, and read; a second one takes its place. */
import { useEffect, useRef, useState } from "preact/hooks";
import { type LockedBundle, lockedBundleIn } from "../../src/bundle/locked-bundle.ts";
import { passphraseFor, unlockedBundle } from "../../src/bundle/unlock-bundle.ts";
import { WrongTries } from "../../src/bundle/wrong-tries.ts";
import type { TriedFile } from "../../src/evidence/record-wrong-tries.ts";
import { givingWay } from "../interface/giving-way.ts";
import type { ThreadMeans } from "../../src/verify/check-threads.ts";
import type { Verification } from "../../src/verify/verification.ts";
import { verifyBundle } from "../../src/verify/verify-bundle.ts";

/** A file that waits for its passphrase. */
export interface LockedFile {
  file: File;
  locked: LockedBundle;
  /** Of the last try; null before the first. */
  said: "wrong" | "changed" | "unreadable" | null;
}

/** What was read, and how it came out of its lock, if it had one. */
export interface CheckedBundle {
  name: string;
  /** The bundle itself. */
  zip: Blob;
  /** Tells one choice from the next. */
  key: string;
  lock: { passphrase: string; salt: string } | null;
  verification: Verification;
}

export type Checking =
  | { step: "waiting" }
  | { step: "locked"; asked: LockedFile }
  | { step: "opening"; asked: LockedFile; share: number }
  | { step: "reading"; name: string; filesDone: number; filesTotal: number }
  | { step: "checked"; bundle: CheckedBundle };

/** Where wrong passphrases are written down. Each says whether a log has them now. */
export interface WrongTryLog {
  /** Before the file is open: only where this library packed it. */
  atOnce: (file: Blob, tries: number) => Promise<boolean>;
  /** Once it is open, by its seal. */
  bySeal: (seal: string, tries: number) => Promise<boolean>;
  restored: (file: TriedFile, tries: number) => Promise<boolean>;
}

export interface CheckMeans {
  threads: ThreadMeans;
  /** Null where there is no log. */
  wrongTryLog: WrongTryLog | null;
}

/** As long as the page is open, so that leaving the screen is no way around the wait. */
export const wrongTries = new WrongTries();

interface Run extends CheckMeans {
  signal: AbortSignal;
  /** Says nothing any more once another run took its place. */
  show: (checking: Checking) => void;
}

export interface Checks {
  checking: Checking;
  check: (file: File | null) => void;
  unlock: (typed: string) => void;
  stop: () => void;
}

export function useChecking(means: CheckMeans): Checks {
  const [checking, setChecking] = useState<Checking>({ step: "waiting" });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const begin = (): Run => {
    running.current?.abort();
    const life = new AbortController();
    running.current = life;
    const show = (next: Checking) => {
      if (!life.signal.aborted) setChecking(next);
    };
    return { ...means, signal: life.signal, show };
  };
  return {
    checking,
    check: (file) => void (file && look(begin(), file)),
    unlock: (typed) => {
      if (checking.step === "locked") void open(begin(), checking.asked, typed);
    },
    stop: () => {
      running.current?.abort();
      const isOpening = checking.step === "opening";
      setChecking(isOpening ? { step: "locked", asked: checking.asked } : { step: "waiting" });
    },
  };
}

async function look(run: Run, file: File): Promise<void> {
  const { name } = file;
  run.show({ step: "reading", name, filesDone: 0, filesTotal: 0 });
  // What cannot be read is said by the check.
  const locked = await lockedBundleIn(file).catch(() => null);
  if (locked) run.show({ step: "locked", asked: { file, locked, said: null } });
  else await read(run, { name, zip: file, key: `${name} ${file.lastModified}`, lock: null });
}

async function open(run: Run, asked: LockedFile, typed: string): Promise<void> {
  const { file, locked } = asked;
  const { name, lastModified } = file;
  const { salt } = locked;
  if (wrongTries.waitMs(salt, performance.now()) > 0) return;
  try {
    const passphrase = await passphraseFor(locked, typed);
    if (passphrase === null) return await refuse(run, asked);
    run.show({ step: "opening", asked, share: 0 });
    const show = nowAndThen(
      (share: number) => run.show({ step: "opening", asked, share }),
      (share) => share === 1,
    );
    const givesWay = givingWay();
    const onProgress = (share: number) => {
      show(share);
      return givesWay();
    };
    const zip = await unlockedBundle(locked, passphrase, { signal: run.signal, onProgress });
    if (!zip) return run.show({ step: "locked", asked: { ...asked, said: "changed" } });
    await read(run, { name, zip, key: `${name} ${lastModified} ${salt}`, lock: { passphrase, salt } });
  } catch {
    run.show({ step: "locked", asked: { ...asked, said: "unreadable" } });
  }
}

async function refuse(run: Run, asked: LockedFile): Promise<void> {
  const { file, locked } = asked;
  wrongTries.add(locked.salt, performance.now());
  run.show({ step: "locked", asked: { ...asked, said: "wrong" } });
  const { wrongTryLog: log } = run;
  if (log) await wrongTries.tell(locked.salt, (tries) => log.atOnce(file, tries));
}

async function read(run: Run, bundle: Omit<CheckedBundle, "verification">): Promise<void> {
  const { signal, threads, wrongTryLog: log } = run;
  const { name, zip, lock } = bundle;
  const onProgress = nowAndThen(
    (progress: { filesDone: number; filesTotal: number }) => run.show({ step: "reading", name, ...progress }),
    ({ filesDone, filesTotal }) => filesDone === filesTotal,
  );
  onProgress({ filesDone: 0, filesTotal: 0 });
  const verification = await verifyBundle(zip, { signal, onProgress, threads }).catch(() => null);
  // Only the one who stopped it ends it without a result.
  if (!verification) return;
  run.show({ step: "checked", bundle: { ...bundle, verification } });
  const { isSound, seal } = verification;
  if (lock && log && isSound && seal !== null)
    await wrongTries.tell(lock.salt, (tries) => log.bySeal(seal, tries));
}

/** Nobody reads faster than five times a second. */
const betweenShowsMs = 200;

/** Shows some of what comes, and the last of it. */
function nowAndThen<Progress>(
  show: (progress: Progress) => void,
  isLast: (progress: Progress) => boolean,
): (progress: Progress) => void {
  let shownAtMs = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const atMs = performance.now();
    if (atMs - shownAtMs < betweenShowsMs && !isLast(progress)) return;
    shownAtMs = atMs;
    show(progress);
  };
}
