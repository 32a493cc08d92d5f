/** What the library needs from outside, so that it runs on the real extension and on a store in memory alike. */
import type { StreamDigest } from "../../src/base/stream-digest.ts";
import type { Clock } from "../../src/base/clock.ts";
import type { SealSigner } from "../../src/bundle/pack-input.ts";
import type { EvidenceStore } from "../../src/evidence/evidence-store.ts";
import type { OpenedTo } from "../interface/library-window.ts";
import type { PointingPort } from "../interface/pointing/use-pointing.ts";
import type { LedgerCheck } from "../store/ledger.ts";
import type { Settings } from "../store/settings.ts";

export interface LibraryPorts {
  store: EvidenceStore;
  clock: Clock;
  /** Lower-case hex, two characters a byte. */
  randomHex: (bytes: number) => string;
  /** 16 random bits each. */
  randomNumbers: (count: number) => Uint16Array;
  tool: { extensionVersion: string; buildId: string };
  /** The whole font of the report; heavy, so only when something is packed. */
  reportFont: () => Promise<Uint8Array>;
  /** The key of this installation. */
  openSigner: () => Promise<SealSigner>;
  /** Works out the digest of a container, away from the thread that writes it. */
  openDigest: (signal: AbortSignal) => Promise<StreamDigest>;
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
