/** Neutral records for the store's laws. */
import type { Moment } from "../../src/base/clock.ts";
import type { PageViews } from "../../src/capture/views/page-views.ts";
import type { CaptureJournal } from "../../src/evidence/capture-journal.ts";
import type { CaseFile } from "../../src/evidence/case-file.ts";
import type { EvidenceItem } from "../../src/evidence/evidence-item.ts";
import type { JournalFrame, JournalTile } from "../../src/evidence/evidence-store.ts";
import { pageReading } from "../fakes/page-reading.ts";

export const at: Moment = {
  utc: "2026-11-21T11:14:07.000Z",
  offsetMinutes: 480,
  zone: "Asia/Taipei",
  monotonicMs: 5,
  timeOriginMs: 1_700_000_000_000,
};
export const caseId = "11111111-1111-4111-8111-111111111111";
export const captureId = "22222222-2222-4222-8222-222222222222";

export function views(stage: PageViews["stage"], text: string): PageViews {
  return { stage, takenAt: at, text, links: [], media: [], copy: "<!doctype html>", cut: [] };
}

export const caseFile: CaseFile = {
  format: "keepleaf-case-2",
  id: caseId,
  code: "A-01",
  about: "adult",
  answers: { ageNow: "adult", ageAtEvent: "adult", operator: "self" },
  continues: null,
  createdAtUtc: at.utc,
};

export function itemNumber(number: number): EvidenceItem {
  const unknown = { state: "not-found" as const, value: null, candidates: [] };
  return {
    format: "keepleaf-item-1",
    id: `33333333-3333-4333-8333-${String(number).padStart(12, "0")}`,
    caseId,
    number,
    startedAt: at,
    finishedAt: at,
    address: {
      url: "https://example.org/",
      canonicalUrl: null,
      title: "測試",
      language: null,
      contentType: null,
    },
    window: { width: null, height: null, devicePixelRatio: null },
    tool: { extensionVersion: "0", userAgent: "" },
    about: "adult",
    isMasked: false,
    fields: {
      platform: unknown,
      pageTitle: unknown,
      posterName: unknown,
      posterHandle: unknown,
      posterId: unknown,
      posterProfileUrl: unknown,
      postedAt: unknown,
    },
    picture: null,
    verdict: { kind: "facts-only", notes: [] },
    files: [],
  };
}

export const journal: CaptureJournal = {
  id: captureId,
  state: "capturing",
  caseId,
  about: "adult",
  isMasked: false,
  maskToken: null,
  tabId: 1,
  windowId: 1,
  tab: null,
  nonce: "0".repeat(32),
  startedAt: at,
  updatedAtUtc: at.utc,
  framesTaken: 0,
  framesExpected: 1,
  outcome: null,
  itemId: null,
  refusedBecause: null,
};

export const reading = pageReading({ text: "測試內文" });

export function journalFrame(sequence: number, text: string): JournalFrame {
  const census = {
    url: "https://example.org/",
    originX: 0,
    scrollX: 0,
    scrollY: 0,
    documentWidth: 1,
    documentHeight: 1,
    clientWidth: 1,
    clientHeight: 1,
    innerWidth: 1,
    innerHeight: 1,
    devicePixelRatio: 1,
    pendingImages: 0,
    viewDigest: "",
    occluders: [],
    moving: [],
    isMasked: null,
  };
  const frame = { sequence, sha256: "0".repeat(64), sizeBytes: text.length, width: 1, height: 1, census };
  const taken = { ...frame, surface: 0, pane: null, retakes: 0, isUnstable: false, takenAtUtc: at.utc };
  return { captureId, frame: taken, png: new Blob([text]) };
}

export function journalTile(y: number, text: string): JournalTile {
  const digests = { planSha256: "0".repeat(64), sha256: "0".repeat(64) };
  const place = { captureId, surface: 0, y, width: 1, height: 1 };
  return { ...place, ...digests, sizeBytes: text.length, pairs: [], png: new Blob([text]) };
}
