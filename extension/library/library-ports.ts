/** What the library needs from outside, so that it runs on the real extension and on a store in memory alike. */
import type { Clock } from "../../src/base/clock.ts";
import type { EvidenceStore } from "../../src/evidence/evidence-store.ts";
import type { OpenedTo } from "../interface/library-window.ts";
import type { PointingPort } from "../interface/pointing/use-pointing.ts";
import type { LedgerCheck } from "../store/ledger.ts";
import type { Settings } from "../store/settings.ts";
import type { SealedCase, SealingOrder, SealingWatch } from "./seal-case.ts";

export interface LibraryPorts {
  store: EvidenceStore;
  clock: Clock;
  /** Lower-case hex, two characters a byte. */
  randomHex: (bytes: number) => string;
  /** 16 random bits each. */
  randomNumbers: (count: number) => Uint16Array;
  tool: { extensionVersion: string; buildId: string };
  /** Packs, seals with the key of this installation, and checks, away from the thread that shows the page. */
  sealCase: (order: SealingOrder, watch: SealingWatch) => Promise<SealedCase>;
  readSettings: () => Promise<Settings>;
  writeSettings: (change: Partial<Settings>) => Promise<void>;
  compareLedger: () => Promise<LedgerCheck>;
  /** After every write: the second, small record of how much there is. */
  writeLedger: () => Promise<void>;
  pointing: PointingPort;
  newId: () => string;
  /** Decodes a picture as the browser does; null when it cannot. */
  measurePicture: (picture: Blob) => Promise<{ width: number; height: number } | null>;
  /** What the popup opened this page for; null when nothing, and from the second time on. */
  openedTo: () => OpenedTo | null;
  saveFile: (file: Blob, name: string) => void;
  copyText: (text: string) => Promise<void>;
  closePage: () => void;
  /** Puts a neutral page in the place of this one, without a way back. */
  leave: () => void;
}
