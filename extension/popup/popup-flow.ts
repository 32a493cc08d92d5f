/** What happens in the popup, step by step; each step shows a screen. */
import { codeOf, type FailureCode } from "../../src/base/failure.ts";
import { type CaptureJournal, isRunning } from "../../src/evidence/capture-journal.ts";
import type { CaseFile } from "../../src/evidence/case-file.ts";
import {
  type CorrectionDraft,
  correctedFields,
  correctField,
  correctionsOf,
} from "../../src/evidence/corrections.ts";
import { unsortedCase } from "../../src/evidence/choose-case.ts";
import type { StoredItem } from "../../src/evidence/evidence-store.ts";
import type { TabInFront } from "../browser/active-tab.ts";
import { askToRecover } from "../browser/ask-to-recover.ts";
import { caseChoices, choiceFor } from "./case-choices.ts";
import type { PaneList } from "../../src/capture/pane/scroller.ts";
import { type KeepChoices, usualChoices } from "./more-choices.tsx";
import type { PopupPorts } from "./popup-ports.ts";
import type { IdleState, PopupState } from "./popup-state.ts";
import { type CaptureEnding, watchCapture } from "./watch-capture.ts";

/** Whoever presses the button at once is not to wait for a look at the page that nobody asked for. */
const lookAfterMs = 150;

type Start = "capture.start" | "capture.note";

export class PopupFlow {
  readonly #ports: PopupPorts;
  readonly #render: (state: PopupState) => void;
  readonly #signal: AbortSignal;
  /** The record chosen here; undefined until one was, null for the one without answers. */
  #caseId: string | null | undefined = undefined;
  #choices: KeepChoices = usualChoices;
  #journal: CaptureJournal | null = null;
  #isStopping = false;
  #shown: PopupState | null = null;
  /** The scrolling areas of the page; undefined until it was asked, null where it did not tell. */
  #panes: PaneList | null | undefined = undefined;

  constructor(ports: PopupPorts, show: (state: PopupState) => void, signal: AbortSignal) {
    this.#ports = ports;
    this.#render = show;
    this.#signal = signal;
  }

  /** First screen: a capture under way, or one that ended here unseen, else the button. */
  open(): Promise<void> {
    return this.#orFail(async () => {
      const captures = await this.#ports.store.listCaptures();
      const running = captures.find(isRunning);
      if (running) {
        await askToRecover(this.#ports.sendToWorker);
        return this.#follow(running);
      }
      const pointed = await this.#pointedItem();
      if (pointed) return this.#showKept(pointed);
      const unseen = captures.find((journal) => isOfPage(journal, this.#ports.tab));
      return unseen ? this.#watch(unseen.id) : this.#idle();
    });
  }

  /** Back to the button, with the same record as before. */
  again(): Promise<void> {
    return this.#orFail(() => this.#idle());
  }

  /** Another record for the next page; null for the one without answers. */
  choose(caseId: string | null): Promise<void> {
    this.#caseId = caseId;
    return this.#orFail(async () => {
      await this.#ports.rememberCase(caseId);
      await this.#idle();
    });
  }

  /** Must be called from the click itself: the click is what opens the fast lane. */
  keep(choices: KeepChoices = usualChoices): Promise<void> {
    this.#choices = choices;
    return this.#begin("capture.start");
  }

  /** After a page refused: only its address and the time, for the same record. */
  note(): Promise<void> {
    return this.#begin("capture.note");
  }

  /** Writes down what the person says of a field, and shows it. */
  correct(stored: StoredItem, draft: CorrectionDraft): Promise<void> {
    return this.#orFail(async () => {
      await correctField(this.#ports, stored.item, draft);
      await this.#ports.writeLedger();
      await this.#showKept(stored);
    });
  }

  /** Asks the page to stop; what was taken so far is kept. */
  async stop(): Promise<void> {
    const journal = this.#journal;
    if (!journal || this.#isStopping) return;
    this.#isStopping = true;
    this.#showProgress();
    const { id: captureId, nonce, tabId } = journal;
    try {
      await this.#ports.sendToPage(tabId)("page.stop", { captureId, nonce });
    } catch {
      // The page is gone or was done first: the worker ends the capture either way, and the journal will say how.
    }
  }

  #begin(kind: Start): Promise<void> {
    this.#journal = null;
    this.#isStopping = false;
    this.#showProgress();
    return this.#orFail(() => this.#ask(kind));
  }

  /** Keeping is never held up by a question: without a record it goes to one without answers. */
  async #caseFile(): Promise<CaseFile> {
    const { file } = choiceFor(await caseChoices(this.#ports.store), await this.#chosenId());
    return file ?? unsortedCase(this.#ports);
  }

  async #chosenId(): Promise<string | null> {
    return this.#caseId === undefined ? this.#ports.readCurrentCaseId() : this.#caseId;
  }

  async #ask(kind: Start): Promise<void> {
    const { tab, sendToWorker, rememberCase } = this.#ports;
    const { id: caseId } = await this.#caseFile();
    this.#caseId = caseId;
    const request = { tabId: tab.tabId, caseId };
    const answer =
      kind === "capture.start"
        ? await sendToWorker(kind, { ...request, ...this.#choices })
        : await sendToWorker(kind, request);
    if (answer.kind === "refused") return this.#fail(answer.code);
    const id = answer.captureId;
    // An address is noted without a picture: nothing is there to shoot.
    const following = kind === "capture.start" ? this.#follow({ id, tabId: tab.tabId }) : this.#watch(id);
    await Promise.all([following, rememberCase(caseId)]);
  }

  async #follow({ id, tabId }: Pick<CaptureJournal, "id" | "tabId">): Promise<void> {
    const { store, serveShutter } = this.#ports;
    const endShutter = serveShutter({ tabId, store });
    try {
      await this.#watch(id);
    } finally {
      endShutter();
    }
  }

  async #watch(captureId: string): Promise<void> {
    const onJournal = (journal: CaptureJournal) => {
      this.#journal = journal;
      this.#caseId = journal.caseId;
      this.#showProgress();
    };
    const ending = await watchCapture({ ports: this.#ports, signal: this.#signal, onJournal }, captureId);
    if (ending.kind === "failed") await this.#fail(ending.code);
    else await this.#showKept(ending.stored);
    if (!isTriedAgain(ending)) await this.#ports.store.closeCapture(captureId);
  }

  async #showKept(stored: StoredItem): Promise<void> {
    const { store } = this.#ports;
    const { id: itemId, caseId, fields: read } = stored.item;
    const [cases, log] = await Promise.all([store.listCases(), store.readLog(caseId)]);
    const caseCode = cases.find(({ id }) => id === caseId)?.code ?? null;
    this.#show({
      screen: "kept",
      stored,
      fields: correctedFields(read, correctionsOf(log, itemId)),
      caseCode,
    });
  }

  /** What is being pointed at in this tab, or was, and waits to be confirmed. */
  async #pointedItem(): Promise<StoredItem | null> {
    const { pointing, store, tab } = this.#ports;
    const now = await pointing.read();
    return now?.tabId === tab.tabId ? store.readItem(now.itemId) : null;
  }

  async #idle(): Promise<void> {
    const { store } = this.#ports;
    const [choices, keptCount, knowsChats] = await Promise.all([
      caseChoices(store),
      store.countItems(),
      this.#ports.knowsChats(),
    ]);
    const chosen = choiceFor(choices, await this.#chosenId());
    const panes = this.#panes ?? null;
    const idle: IdleState = { screen: "idle", choices, chosen, keptCount, panes, knowsChats };
    this.#show(idle);
    if (this.#panes === undefined) void this.#lookForPanes(idle);
  }

  /** The screen stands already: what a page tells of itself comes later, or never. */
  async #lookForPanes(idle: IdleState): Promise<void> {
    const { tab, wait, sendToWorker } = this.#ports;
    try {
      await wait(lookAfterMs, this.#signal);
      if (this.#shown !== idle) return;
      const panes = await sendToWorker("panes.list", { tabId: tab.tabId });
      this.#panes = panes;
      if (this.#shown?.screen === "idle") this.#show({ ...this.#shown, panes });
    } catch {
      // The popup is closing, or the page does not tell: it can be kept all the same.
    }
  }

  #show(state: PopupState): void {
    this.#shown = state;
    this.#render(state);
  }

  #showProgress(): void {
    this.#show({ screen: "capturing", journal: this.#journal, isStopping: this.#isStopping });
  }

  async #orFail(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      if (!this.#signal.aborted) await this.#fail(codeOf(error));
    }
  }

  async #fail(code: FailureCode): Promise<void> {
    // How many are safe is worth saying, but a store that does not answer must not hide what happened.
    const keptCount = await this.#ports.store.countItems().catch(() => null);
    this.#show({ screen: "failed", code, keptCount });
  }
}

/** The same tab still at the same address: after a restart of the browser, another tab may have that number. */
function isOfPage({ tabId, tab: noted }: CaptureJournal, tab: TabInFront): boolean {
  return tabId === tab.tabId && noted !== null && noted.url === tab.url;
}

/** What could not be stored stays in the journal: the worker tries to keep it again. */
function isTriedAgain(ending: CaptureEnding): boolean {
  return ending.kind === "failed" && (ending.code === "storage-full" || ending.code === "storage-failed");
}
