/** What the popup needs from outside, so that its flow runs on the real extension and in a test alike. */
import type { Clock } from "../../src/base/clock.ts";
import type { EvidenceStore } from "../../src/evidence/evidence-store.ts";
import type { Send } from "../../src/protocol/connect.ts";
import type { PointingPort } from "../interface/pointing/use-pointing.ts";
import type { TabInFront } from "../browser/active-tab.ts";

export interface PopupPorts {
  store: EvidenceStore;
  clock: Clock;
  newId: () => string;
  /** The tab the toolbar was pressed on. */
  tab: TabInFront;
  sendToWorker: Send;
  sendToPage: (tabId: number) => Send;
  /** Makes this popup the fast shutter of the tab until the returned function is called. */
  serveShutter: (served: { tabId: number; store: EvidenceStore }) => () => void;
  /** Resolves after `ms`, or rejects when `signal` aborts. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From the press itself: whether the browser's own archive of the page may be made. Null where it makes none. */
  askForPageFile: (() => Promise<boolean>) | null;
  pointing: PointingPort;
  /** After every write: the second, small record of how much there is. */
  writeLedger: () => Promise<void>;
  readCurrentCaseId: () => Promise<string | null>;
  /** Whether the note about scrolled conversations was put away for good. */
  knowsChats: () => Promise<boolean>;
  rememberChatsKnown: () => Promise<void>;
  /** Null for the record without answers. */
  rememberCase: (caseId: string | null) => Promise<void>;
}

/** Ways out of the popup; each ends with the popup closed. */
export interface PopupExits {
  openTimeline: () => void;
  openItem: (itemId: string) => void;
  openPack: () => void;
  /** The four questions. */
  openIntake: () => void;
  /** Puts the tab of another capture in front. */
  showTab: (tabId: number) => void;
  close: () => void;
  /** Puts a neutral page in front. */
  leave: () => void;
}
