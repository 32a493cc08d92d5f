/** The library's memory: what it shows, of which case, and what went wrong last. */
import { useCallback, useEffect, useState } from "preact/hooks";
import { codeOf, Failure, type FailureCode } from "../../src/base/failure.ts";
import type { FactBody } from "../../src/cases/case-fact.ts";
import type { CaseFile } from "../../src/evidence/case-file.ts";
import { unsortedCase } from "../../src/evidence/choose-case.ts";
import { recordFact } from "../../src/evidence/record-fact.ts";
import type { LedgerCheck } from "../store/ledger.ts";
import { type LibraryContents, readContents } from "./library-contents.ts";
import type { LibraryPorts } from "./library-ports.ts";
import type { LibraryView } from "./library-view.ts";
import { type Folds, useFolds } from "./use-folds.ts";
import type { TimelineKind } from "./timeline-kinds.ts";

interface WhatFailed {
  code: FailureCode;
  /** The item it happened to; null where it is about no single one. */
  itemNumber: number | null;
}

export interface Library {
  /** Null until the first reading. */
  contents: LibraryContents | null;
  view: LibraryView;
  failure: WhatFailed | null;
  /** Whether something was typed here that is not written down yet. */
  isUnsaved: boolean;
  markUnsaved: () => void;
  markSaved: () => void;
  ledger: LedgerCheck;
  /** The one kind of entries that the timeline shows; null for all. It stays while one looks at something else. */
  only: TimelineKind | null;
  lookOnlyAt: (only: TimelineKind | null) => void;
  /** Which parts of the timeline somebody opened or closed; it stays while one looks at something else. */
  folds: Folds;
  /** Shows a screen; what went wrong on the screen before is no longer told. */
  show: (view: LibraryView) => void;
  chooseCase: (caseId: string) => void;
  reload: () => Promise<boolean>;
  /** Runs a step and shows its failure, if it has one; resolves to whether it went well. */
  attempt: (step: () => Promise<void>) => Promise<boolean>;
  /** Writes a fact into the record that is shown, or into one without answers where there is none yet. */
  record: (body: FactBody, replaces: string | null) => Promise<boolean>;
}

export function useLibrary(ports: LibraryPorts): Library {
  const [contents, setContents] = useState<LibraryContents | null>(null);
  const [ledger, setLedger] = useState<LedgerCheck>({ kind: "sound" });
  const { setView, ...screen } = useScreen();
  const { attempt, show, lookOnlyAt } = screen;
  const reload = useCallback(
    () =>
      attempt(async () => {
        const wished = await wishedView(ports);
        if (wished) setView(wished);
        setLedger(await ports.compareLedger());
        setContents(await readContents(ports.store, (await ports.readSettings()).currentCaseId));
      }),
    [ports, attempt, setView],
  );
  useReloading(reload);
  const chooseCase = (caseId: string) =>
    void attempt(async () => {
      await ports.writeSettings({ currentCaseId: caseId });
      lookOnlyAt(null);
      show({ screen: "timeline" });
      await reload();
    });
  const record = (body: FactBody, replaces: string | null) =>
    attempt(async () => {
      await writeFact(ports, contents?.caseFile ?? null, { body, replaces });
      await reload();
    });
  return { ...screen, contents, ledger, chooseCase, reload, record };
}

/** Which screen is shown, what was typed there, and what went wrong. */
function useScreen() {
  const [view, setView] = useState<LibraryView>({ screen: "timeline" });
  const [only, lookOnlyAt] = useState<TimelineKind | null>(null);
  const folds = useFolds();
  const { failure, setFailure, attempt } = useAttempt();
  const { setIsUnsaved, ...typing } = useUnsaved();
  const show = useCallback(
    (next: LibraryView) => {
      setFailure(null);
      setIsUnsaved(false);
      setView(next);
    },
    [setFailure, setIsUnsaved],
  );
  return { view, setView, show, failure, attempt, only, lookOnlyAt, folds, ...typing };
}

function useUnsaved() {
  const [isUnsaved, setIsUnsaved] = useState(false);
  const markUnsaved = useCallback(() => setIsUnsaved(true), []);
  const markSaved = useCallback(() => setIsUnsaved(false), []);
  return { isUnsaved, setIsUnsaved, markUnsaved, markSaved };
}

async function writeFact(
  ports: LibraryPorts,
  caseFile: CaseFile | null,
  fact: { body: FactBody; replaces: string | null },
): Promise<void> {
  const { id: caseId } = caseFile ?? (await unsortedCase(ports));
  if (!caseFile) await ports.writeSettings({ currentCaseId: caseId });
  await recordFact(ports, { caseId, ...fact });
  await ports.writeLedger();
}

/** What the popup asked to see, once: an item, packing, or the four questions. */
async function wishedView(ports: LibraryPorts): Promise<LibraryView | null> {
  const opened = ports.openedTo();
  if (opened === "pack") return { screen: "pack" };
  if (opened === "intake") return { screen: "intake", of: "unanswered" };
  const { openItemId } = await ports.readSettings();
  if (openItemId === null) return null;
  const stored = await ports.store.readItem(openItemId);
  await ports.writeSettings({ openItemId: null, ...(stored && { currentCaseId: stored.item.caseId }) });
  return stored && { screen: "item", itemId: openItemId };
}

interface Attempts {
  failure: WhatFailed | null;
  setFailure: (failed: WhatFailed | null) => void;
  attempt: Library["attempt"];
}

function useAttempt(): Attempts {
  const [failure, setFailure] = useState<WhatFailed | null>(null);
  const attempt = useCallback(async (step: () => Promise<void>) => {
    try {
      await step();
      return true;
    } catch (error) {
      setFailure({ code: codeOf(error), itemNumber: error instanceof Failure ? error.itemNumber : null });
      return false;
    }
  }, []);
  return { failure, setFailure, attempt };
}

/** Once at the start, and whenever the person comes back: the popup may have kept something meanwhile. */
function useReloading(reload: () => Promise<boolean>): void {
  useEffect(() => {
    void reload();
    const onVisible = () => {
      if (document.visibilityState === "visible") void reload();
    };
    document.addEventListener("visibilitychange", onVisible);
    return () => document.removeEventListener("visibilitychange", onVisible);
  }, [reload]);
}
