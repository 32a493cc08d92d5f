/** A popup over a store in memory and a worker that behaves: its flow without a browser. */
import type { TabInFront } from "../../extension/browser/active-tab.ts";
import { PopupFlow } from "../../extension/popup/popup-flow.ts";
import type { PointingNow } from "../../extension/interface/pointing/use-pointing.ts";
import type { PopupPorts } from "../../extension/popup/popup-ports.ts";
import type { PopupState } from "../../extension/popup/popup-state.ts";
import type { PaneList } from "../../src/capture/pane/scroller.ts";
import { Failure, type FailureCode } from "../../src/base/failure.ts";
import type { CaptureJournal } from "../../src/evidence/capture-journal.ts";
import type { Send } from "../../src/protocol/connect.ts";
import { journal } from "../store/store-samples.ts";
import type { KeptCase } from "./kept-case.ts";

export const tab: TabInFront = { tabId: 7, windowId: 1, url: "https://social.example/p/1", title: "測試" };

/** A popup whose waiting is a step of the worker, so that nothing sleeps. */
export class PaperPopup {
  readonly shown: PopupState[] = [];
  readonly sent: string[] = [];
  readonly life = new AbortController();
  rememberedCaseId: string | null | undefined = undefined;
  isShutterOpen = false;
  lastRequest: unknown = null;
  /** What the worker does each time the popup waits. */
  work: () => Promise<void> = async () => undefined;
  refusal: FailureCode | null = null;
  /** What the page tells of its scrolling areas; undefined: nothing comes back. */
  panes: PaneList | null | undefined = null;
  areChatsKnown = false;
  /** What is being pointed at, in whichever tab. */
  pointed: PointingNow | null = null;
  readonly kept: KeptCase;
  readonly flow: PopupFlow;

  constructor(kept: KeptCase, currentCaseId: string | null = null) {
    this.kept = kept;
    this.flow = new PopupFlow(
      this.#ports(currentCaseId),
      (state) => this.shown.push(state),
      this.life.signal,
    );
  }

  /** Everything that does not wait for anything any more has happened. */
  async settled(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }

  get last(): PopupState | undefined {
    return this.shown.at(-1);
  }

  async open(changes: Partial<CaptureJournal>): Promise<CaptureJournal> {
    const opened = { ...journal, id: crypto.randomUUID(), tabId: tab.tabId, ...changes };
    await this.kept.store.openCapture(opened);
    return opened;
  }

  async keepPageOf(opened: CaptureJournal): Promise<void> {
    const item = await this.kept.keep();
    await this.kept.store.updateCapture({ ...opened, state: "kept", itemId: item.id });
  }

  #ports(currentCaseId: string | null): PopupPorts {
    const { store, clock } = this.kept;
    return {
      store,
      clock,
      tab,
      newId: () => crypto.randomUUID(),
      sendToWorker: this.#answer("worker"),
      sendToPage: () => this.#answer("page"),
      serveShutter: () => {
        this.isShutterOpen = true;
        return () => {
          this.isShutterOpen = false;
        };
      },
      wait: async (_ms, signal) => {
        signal.throwIfAborted();
        await this.work();
      },
      pointing: {
        start: async () => null,
        stop: async () => undefined,
        read: async () => this.pointed,
        watch: () => () => undefined,
      },
      writeLedger: async () => undefined,
      askForPageFile: async () => false,
      knowsChats: async () => this.areChatsKnown,
      rememberChatsKnown: async () => {
        this.areChatsKnown = true;
      },
      readCurrentCaseId: async () => currentCaseId,
      rememberCase: async (caseId) => {
        this.rememberedCaseId = caseId;
      },
    };
  }

  #listPanes(): PaneList | null {
    if (this.panes === undefined) throw new Failure("page-gone", "nobody answers");
    return this.panes;
  }

  #answer(to: "worker" | "page"): Send {
    const send = async (kind: string, request: unknown): Promise<unknown> => {
      this.sent.push(`${to} ${kind}`);
      if (kind === "panes.list") return this.#listPanes();
      this.lastRequest = request;
      if (kind === "capture.recover" || kind === "page.stop") return null;
      if (this.refusal) return { kind: "refused", code: this.refusal };
      const opened = await this.open({});
      this.work = () => this.keepPageOf(opened);
      return { kind: "started", captureId: opened.id };
    };
    return send as Send;
  }
}
