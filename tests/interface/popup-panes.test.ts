/** The scrolling areas of a page in the popup: they come when they come, and hold up nothing. */
import { expect, it, vi } from "vitest";
import { usualChoices } from "../../extension/popup/more-choices.tsx";
import type { PaneList } from "../../src/capture/pane/scroller.ts";
import { keptCase } from "./kept-case.ts";
import { PaperPopup } from "./paper-popup.ts";

const panes: PaneList = { window: { width: 1000, height: 800 }, scrollers: [], primary: -1 };

it("come after the button is there, and are asked for once", async () => {
  const popup = new PaperPopup(await keptCase("adult"));
  popup.panes = panes;
  await popup.flow.open();
  await vi.waitFor(() => expect(popup.last).toMatchObject({ screen: "idle", panes, knowsChats: false }));
  expect(popup.shown[0]).toMatchObject({ screen: "idle", panes: null });
  popup.areChatsKnown = true;
  await popup.flow.choose(null);
  expect(popup.last).toMatchObject({ panes, knowsChats: true });
  expect(popup.sent).toEqual(["worker panes.list"]);
});

it("are not waited for by whoever presses the button, and never put it back", async () => {
  const popup = new PaperPopup(await keptCase("adult"));
  let endWait: () => void = () => undefined;
  popup.work = () =>
    new Promise((resolve) => {
      endWait = resolve;
    });
  await popup.flow.open();
  popup.work = async () => undefined;
  popup.refusal = "page-refuses";
  await popup.flow.keep();
  endWait();
  await popup.settled();
  expect(popup.sent).toEqual(["worker capture.start"]);
  expect(popup.last).toMatchObject({ screen: "failed" });
});

it("are asked for the choice made, and for none where nothing was chosen", async () => {
  const popup = new PaperPopup(await keptCase("adult"));
  popup.refusal = "page-refuses";
  await popup.flow.keep({ ...usualChoices, panes: ["html>body>main"] });
  expect(popup.lastRequest).toMatchObject({ panes: ["html>body>main"] });
  await popup.flow.keep();
  expect(popup.lastRequest).not.toHaveProperty("panes");
});

it("that a page does not tell leave the button as it is", async () => {
  const popup = new PaperPopup(await keptCase("adult"));
  popup.panes = undefined;
  await popup.flow.open();
  await popup.settled();
  expect(popup.sent).toEqual(["worker panes.list"]);
  expect(popup.last).toMatchObject({ screen: "idle", panes: null });
});
