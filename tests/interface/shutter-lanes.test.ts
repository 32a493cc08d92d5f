/** When a page that is being shot may scroll on: after a look that found it the same, and masked only once it was asked. */
import { afterEach, describe, expect, it } from "vitest";
import { ShutterLanes } from "../../extension/content/shutter-lanes.ts";
import type { Census } from "../../src/capture/frame.ts";
import type { HiddenBox } from "../../src/capture/mask/hidden-box.ts";
import type { Painted } from "../../src/capture/mask/painted.ts";
import type { FrameRequest } from "../../src/capture/shutter.ts";
import { censusAt } from "../fakes/census-at.ts";

const picture: HiddenBox = {
  kind: "image",
  box: { x: 0, y: 0, width: 60, height: 40 },
  hasAddress: true,
};
const another: HiddenBox = { ...picture, kind: "ground" };
const look = censusAt(0, [picture]);
const painted: Painted[] = [{ grounds: [[255, 255, 255]], inks: [], hasText: false, isOwnDrawing: false }];

const popupsClosing: (() => void)[] = [];
const takings: Promise<unknown>[] = [];

/** A frame asked for and not answered yet; `letGo` says whether the page may scroll on. */
function shooting(census: Census, { lanes = newLanes(), mayScroll = true } = {}) {
  const shot = { letGo: false };
  const request = { sequence: 7, census } as FrameRequest;
  const taking = lanes.take(request, new AbortController().signal, () => {
    shot.letGo = mayScroll;
    return mayScroll;
  });
  takings.push(taking);
  return { lanes, shot };
}

/** With a popup open that answers nothing until it closes: its shots are not rationed. */
function newLanes(): ShutterLanes {
  const lanes = new ShutterLanes(() => expect.fail("the worker was asked"), false);
  lanes.prefer({
    name: "shutter",
    onMessage: { addListener: () => undefined },
    onDisconnect: { addListener: (closed: () => void) => popupsClosing.push(closed) },
    postMessage: () => undefined,
    disconnect: () => undefined,
  });
  return lanes;
}

/** What still waits for a frame is told as soon as the popup has closed. */
afterEach(async () => {
  for (const close of popupsClosing.splice(0)) close();
  for (const taking of takings.splice(0)) {
    await expect(taking).rejects.toMatchObject({ code: "message-refused" });
  }
});

async function begun(census: Census, setting?: Parameters<typeof shooting>[1]) {
  const begunNow = shooting(census, setting);
  await Promise.resolve();
  await Promise.resolve();
  return begunNow;
}

describe("a page that is not masked", () => {
  it("scrolls on as soon as it was the same after the shot", async () => {
    const plain = { ...look, isMasked: null };
    const { lanes, shot } = await begun(plain);
    lanes.lookedAfter(6, plain);
    lanes.lookedAfter(7, { ...plain, scrollY: 5 });
    expect(shot.letGo).toBe(false);
    lanes.lookedAfter(7, plain);
    expect(shot.letGo).toBe(true);
  });
});

describe("a masked page", () => {
  it("stands still until it was both looked at and asked, in whatever order", async () => {
    const first = await begun(look);
    first.lanes.lookedAfter(7, look);
    expect(first.shot.letGo).toBe(false);
    expect(first.lanes.askedWhatIsPainted(7, () => painted)).toEqual(painted);
    expect(first.shot.letGo).toBe(true);
    const second = await begun(look);
    second.lanes.askedWhatIsPainted(7, () => painted);
    expect(second.shot.letGo).toBe(false);
    second.lanes.lookedAfter(7, look);
    expect(second.shot.letGo).toBe(true);
  });

  it.each([
    ["without the mask", { ...look, isMasked: false }],
    ["with something hidden that nobody was asked about", { ...look, hidden: [picture, another] }],
    ["scrolled", { ...look, scrollY: 5 }],
  ])("stands still where it was found %s", async (_name, after) => {
    const { lanes, shot } = await begun(look);
    lanes.askedWhatIsPainted(7, () => painted);
    lanes.lookedAfter(7, after);
    expect(shot.letGo).toBe(false);
  });
});

describe("a masked page that is asked again", () => {
  it("tells nothing of a shot that it has scrolled away from, and waits for every check from then on", async () => {
    const { lanes } = await begun(look);
    lanes.askedWhatIsPainted(7, () => painted);
    lanes.lookedAfter(7, look);
    const isAsked = () => expect.fail("the page was asked about another view");
    expect(lanes.askedWhatIsPainted(7, isAsked)).toBe(null);
    const { shot } = await begun(look, { lanes });
    lanes.askedWhatIsPainted(7, () => painted);
    lanes.lookedAfter(7, look);
    expect([shot.letGo, lanes.askedWhatIsPainted(7, () => painted)]).toEqual([false, painted]);
    lanes.checked(7);
    expect(shot.letGo).toBe(true);
  });

  it("can still be asked where the walk did not let it scroll", async () => {
    const { lanes, shot } = await begun(look, { mayScroll: false });
    lanes.askedWhatIsPainted(7, () => painted);
    lanes.lookedAfter(7, look);
    expect([shot.letGo, lanes.askedWhatIsPainted(7, () => painted)]).toEqual([false, painted]);
  });

  it("tells nothing of a frame that nobody is taking", () => {
    expect(newLanes().askedWhatIsPainted(7, () => painted)).toBe(null);
  });
});
