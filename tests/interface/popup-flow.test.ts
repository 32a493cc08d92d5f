/** The popup step by step, over a store in memory and a worker that behaves. */
import { describe, expect, it } from "vitest";
import { Failure } from "../../src/base/failure.ts";
import { keptCase } from "./kept-case.ts";
import { PaperPopup, tab } from "./paper-popup.ts";

it("opening shows the record chosen last, and what it means for pictures", async () => {
  const kept = await keptCase("minor");
  const popup = new PaperPopup(kept, kept.caseFile.id);
  await popup.flow.open();
  expect(popup.last).toMatchObject({ screen: "idle", chosen: { mask: "under-18" }, keptCount: 0 });
});

it("opening goes to a record without answers until somebody has chosen one", async () => {
  const popup = new PaperPopup(await keptCase());
  await popup.flow.open();
  expect(popup.last).toMatchObject({ screen: "idle", chosen: { file: null, mask: "age-unknown" } });
});

it("opening on a capture under way shows it, serves its shutter, and ends with what was kept", async () => {
  const popup = new PaperPopup(await keptCase());
  const running = await popup.open({ framesTaken: 3, framesExpected: 9 });
  popup.work = async () => {
    expect(popup.isShutterOpen).toBe(true);
    await popup.keepPageOf(running);
  };
  await popup.flow.open();
  expect(popup.shown[0]).toMatchObject({ screen: "capturing", journal: { framesTaken: 3 } });
  expect(popup.last).toMatchObject({ screen: "kept", caseCode: "A-01" });
  expect(popup.isShutterOpen).toBe(false);
  expect(popup.sent).toEqual(["worker capture.recover"]);
});

it("opening on a page whose capture ended unseen tells how it ended, once", async () => {
  const popup = new PaperPopup(await keptCase());
  await popup.keepPageOf(await popup.open({ tab: { url: tab.url ?? "", title: "" } }));
  await popup.flow.open();
  expect(popup.last).toMatchObject({ screen: "kept" });
  await popup.flow.open();
  expect(popup.last).toMatchObject({ screen: "idle" });
});

it("opening on another page does not", async () => {
  const popup = new PaperPopup(await keptCase());
  await popup.keepPageOf(await popup.open({ tab: { url: "https://social.example/p/2", title: "" } }));
  await popup.flow.open();
  expect(popup.last).toMatchObject({ screen: "idle" });
});

it("opening on a page where something was pointed at asks about it, with what was corrected before", async () => {
  const popup = new PaperPopup(await keptCase());
  const item = await popup.kept.keep();
  popup.pointed = {
    itemId: item.id,
    field: "posterName",
    tabId: tab.tabId,
    state: { kind: "ended", because: "stopped" },
  };
  await popup.flow.open();
  expect(popup.last).toMatchObject({ screen: "kept", stored: { item: { id: item.id } } });
  const stored = popup.last?.screen === "kept" ? popup.last.stored : expect.fail("nothing is shown");
  const said = {
    before: null,
    after: "測試帳號丙",
    method: "pointed",
    locator: "html",
    raw: "測試帳號丙 ",
  } as const;
  await popup.flow.correct(stored, { field: "posterName", ...said });
  expect(popup.last).toMatchObject({ fields: { posterName: { state: "pointed", value: "測試帳號丙" } } });
  const shown = popup.last?.screen === "kept" ? popup.last.fields.posterName.candidates.at(-1) : null;
  expect(shown).toMatchObject({ method: "pointed", locator: "html", raw: "測試帳號丙 " });
});

it("opening on another page than the one pointed at does not", async () => {
  const popup = new PaperPopup(await keptCase());
  const item = await popup.kept.keep();
  const state = { kind: "looking" } as const;
  popup.pointed = { itemId: item.id, field: "posterName", tabId: tab.tabId + 1, state };
  await popup.flow.open();
  expect(popup.last).toMatchObject({ screen: "idle" });
});

it("opening says so when the store does not answer", async () => {
  const popup = new PaperPopup(await keptCase());
  popup.kept.store.listCaptures = () => Promise.reject(new Failure("storage-failed", "gone"));
  popup.kept.store.countItems = () => Promise.reject(new Failure("storage-failed", "gone"));
  await popup.flow.open();
  expect(popup.last).toEqual({ screen: "failed", code: "storage-failed", keptCount: null });
});

it("keeping goes to the chosen record, remembers it, and ends kept only after the read-back", async () => {
  const kept = await keptCase();
  const popup = new PaperPopup(kept, kept.caseFile.id);
  await popup.flow.keep({ reach: { kind: "screens", screens: 5 }, wantsPageFile: true });
  expect(popup.lastRequest).toMatchObject({ reach: { screens: 5 }, wantsPageFile: true });
  expect(popup.rememberedCaseId).toBe(popup.kept.caseFile.id);
  expect(popup.shown[0]).toEqual({ screen: "capturing", journal: null, isStopping: false });
  expect(popup.last).toMatchObject({ screen: "kept" });
  expect(popup.isShutterOpen).toBe(false);
});

it("keeping is never held up: without a record it opens one without answers", async () => {
  const popup = new PaperPopup(await keptCase("adult"));
  await popup.flow.keep();
  expect(popup.rememberedCaseId).not.toBe(popup.kept.caseFile.id);
  expect((await popup.kept.store.listCases()).map(({ about }) => about)).toEqual(["adult", "unknown"]);
});

it("choosing another record is remembered and shown at once", async () => {
  const kept = await keptCase("adult");
  const popup = new PaperPopup(kept, kept.caseFile.id);
  await popup.flow.open();
  expect(popup.last).toMatchObject({ chosen: { file: { code: "A-01" }, mask: null } });
  await popup.flow.choose(null);
  expect(popup.last).toMatchObject({ chosen: { file: null, mask: "age-unknown" } });
  expect(popup.rememberedCaseId).toBeNull();
});

it("keeping is still being checked while an item is there but was not read back", async () => {
  const kept = await keptCase();
  const popup = new PaperPopup(kept);
  const markReadBack = kept.store.markReadBack.bind(kept.store);
  kept.store.markReadBack = async () => undefined;
  const running = await popup.open({});
  await popup.keepPageOf(running);
  kept.store.markReadBack = markReadBack;
  popup.work = async () => popup.life.abort();
  await popup.flow.open().catch(() => undefined);
  expect(popup.shown.map(({ screen }) => screen)).not.toContain("kept");
});

it("keeping refused says why and how many are safe; noting the address goes to the same record", async () => {
  const kept = await keptCase("minor");
  const popup = new PaperPopup(kept, kept.caseFile.id);
  await popup.kept.keep();
  popup.refusal = "page-refuses";
  await popup.flow.keep();
  expect(popup.last).toEqual({ screen: "failed", code: "page-refuses", keptCount: 1 });
  popup.refusal = null;
  await popup.flow.note();
  expect(popup.sent).toEqual(["worker capture.start", "worker capture.note"]);
  expect(popup.last).toMatchObject({ screen: "kept", stored: { item: { about: "minor" } } });
});

it("keeping goes back to the button with the same record", async () => {
  const popup = new PaperPopup(await keptCase("adult"));
  popup.refusal = "already-capturing";
  await popup.flow.keep();
  await popup.flow.again();
  expect(popup.last).toMatchObject({ screen: "idle", chosen: { file: { code: "A-02" } } });
});

it("keeping leaves what could not be stored in the journal, for the worker to try again", async () => {
  const popup = new PaperPopup(await keptCase());
  const full = await popup.open({
    state: "refused",
    refusedBecause: "storage-full",
    tab: { url: tab.url ?? "", title: "" },
  });
  await popup.flow.open();
  expect(popup.last).toMatchObject({ screen: "failed", code: "storage-full" });
  expect(await popup.kept.store.readCapture(full.id)).not.toBeNull();
});

it("keeping says so when the journal is gone", async () => {
  const popup = new PaperPopup(await keptCase());
  const running = await popup.open({});
  popup.work = () => popup.kept.store.closeCapture(running.id);
  await popup.flow.open();
  expect(popup.last).toMatchObject({ screen: "failed", code: "capture-unknown" });
});

describe("stopping", () => {
  it("asks the page once, and what is there is kept", async () => {
    const popup = new PaperPopup(await keptCase());
    const running = await popup.open({ framesTaken: 2, framesExpected: 9 });
    popup.work = async () => {
      await Promise.all([popup.flow.stop(), popup.flow.stop()]);
      await popup.keepPageOf(running);
    };
    await popup.flow.open();
    expect(popup.sent).toEqual(["worker capture.recover", "page page.stop"]);
    expect(popup.shown).toContainEqual(expect.objectContaining({ screen: "capturing", isStopping: true }));
    expect(popup.last).toMatchObject({ screen: "kept" });
  });

  it("before there is anything to stop does nothing", async () => {
    const popup = new PaperPopup(await keptCase());
    await popup.flow.stop();
    expect(popup.sent).toEqual([]);
  });
});
