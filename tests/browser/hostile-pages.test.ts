/**
 * Twelve pages that work against being kept (safety T14). Each ends complete or partial with a named reason, in time,
 * and never complete where the address changed. `SLOW=1` gives them the caps of the threat model, 120 s each.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { codesOf, keepFixtures, setCaps } from "./kept-pages.ts";
import { numberedRowsPage } from "./numbered-rows.ts";
import type { OpenedItem } from "./opened-bundle.ts";

const isSlow = process.env["SLOW"] === "1";
const caps = {
  frames: 60,
  timeMs: isSlow ? 120_000 : 3_000,
  lengthPx: 40_000,
  feedMs: isSlow ? 60_000 : 2_000,
};
/** What follows the cap: the last frame, reading back, a loaded machine. */
const graceMs = 15_000;

/** What each page does to itself; `once(y, act)` acts when the window first passes `y`. */
const misdeeds: Record<string, string> = {
  "scrolls back to the top": `addEventListener("scroll", () => scrollTo(0, 0));`,
  "scrolls somewhere else": `let at = 0; addEventListener("scroll", () => { at = (at + 1373) % 2500; scrollTo(0, at); });`,
  "covers itself at every scroll": `addEventListener("scroll", () => { const cover = document.createElement("div");
    cover.style.cssText = "position:fixed;inset:0;background:#6f8fa3;z-index:99"; document.body.append(cover); });`,
  "empties itself": `once(1000, () => document.body.replaceChildren());`,
  "grows at every scroll": `addEventListener("scroll", () => { document.body.style.paddingBottom = (tall += 5000) + "px"; });`,
  "grows all the time": `setInterval(() => { document.body.style.paddingBottom = (tall += 40) + "px"; }, 50);`,
  "goes elsewhere and asks whether to leave": `addEventListener("beforeunload", (event) => event.preventDefault());
    once(1000, () => { location.href = "/elsewhere"; });`,
  "changes its address": `once(1000, () => history.pushState(null, "", "/another-address"));`,
  "changes its fragment": `once(1000, () => { location.hash = "x"; });`,
  "opens dialogues": `once(1000, () => { for (let count = 0; count < 3; count += 1) alert("測試"); });`,
  "keeps the machine busy": `addEventListener("scroll", () => { const end = performance.now() + 250; while (performance.now() < end); });`,
  "changes its text all the time": `const rows = [...document.querySelectorAll(".row")];
    setInterval(() => { for (const row of rows) row.lastChild.textContent = String(performance.now()); }, 20);`,
  "writes itself anew": `once(1000, () => { document.open(); document.write("<p>新的</p>"); document.close(); });`,
};

const pathOf = (name: string) => `/hostile-${Object.keys(misdeeds).indexOf(name)}`;

function hostilePage(misdeed: string): string {
  return numberedRowsPage({
    count: 40,
    after: `<script>let tall = 0; const once = (y, act) => { let isDone = false;
      addEventListener("scroll", () => { if (!isDone && scrollY > y) { isDone = true; act(); } }); };${misdeed}</script>`,
  });
}

let inBrowser: InBrowser;
let kept: Map<string, OpenedItem>;
const tookMs = new Map<string, number>();

beforeAll(async () => {
  inBrowser = await startInBrowser();
  await setCaps(inBrowser, caps);
  inBrowser.pages.put("/elsewhere", "<!doctype html><title>別處</title><p>別處");
  for (const [name, misdeed] of Object.entries(misdeeds))
    inBrowser.pages.put(pathOf(name), hostilePage(misdeed));
  const fixtures = Object.keys(misdeeds).map((name) => {
    const note = async () => void tookMs.set(name, performance.now() - (tookMs.get(name) ?? 0));
    return { path: pathOf(name), prepare: note, afterwards: note };
  });
  kept = await keepFixtures(inBrowser, fixtures);
}, 2_000_000);
afterAll(() => inBrowser.stop());

function verdictOf(name: string) {
  return (kept.get(pathOf(name)) ?? expect.fail(`no item for ${name}`)).item.verdict;
}

describe.each(Object.keys(misdeeds))("a page that %s", (name) => {
  test("ends with a verdict that has its reasons, in time", () => {
    const { kind, notes } = verdictOf(name);
    expect(["complete", "complete-with-notes", "partial"]).toContain(kind);
    if (kind !== "complete") expect(notes.length).toBeGreaterThan(0);
    expect(tookMs.get(name)).toBeLessThan(caps.timeMs + graceMs);
  });
});

test.each([
  ["goes elsewhere and asks whether to leave", "page-navigated"],
  ["changes its address", "address-changed"],
  ["changes its fragment", "address-changed"],
  ["scrolls back to the top", "no-progress"],
] as const)("a page that %s is partial: %s", (name, reason) => {
  const item = kept.get(pathOf(name)) ?? expect.fail(`no item for ${name}`);
  expect(item.item.verdict.kind).toBe("partial");
  expect(codesOf(item)).toContain(reason);
});

test.each(["grows at every scroll", "grows all the time"])(
  "a page that %s ends at a cap, which is named",
  (name) => {
    const item = kept.get(pathOf(name)) ?? expect.fail(`no item for ${name}`);
    const named = codesOf(item).filter((code) =>
      /^(time-cap|length-cap|frame-cap|feed-truncated)$/.test(code),
    );
    expect(named).toHaveLength(1);
  },
);

test("frames taken before the end are all there", () => {
  for (const { item, frameAt } of kept.values()) {
    const frames = item.picture?.frames ?? [];
    expect(frames.length).toBeGreaterThan(0);
    // That the bytes of every one are those that were written down, the check of the bundle has told.
    for (const place of isSlow ? frames.keys() : [0, frames.length - 1])
      expect(frameAt(place).height).toBe(frames[place]?.height);
  }
});
