/**
 * Pictures that come with a press or with the pointer: lists that open, what fills the screen, what says more. Only in
 * the long run, for each takes a page of its own.
 */
import { PNG } from "pngjs";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepPage } from "../../commands/browser/keep-page.ts";
import { markerFiles } from "../pages/masking/corpus.ts";
import { markerAt } from "../pages/masking/marker.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { markerLikePixels } from "./marker-search.ts";
import { packAndOpen } from "./opened-bundle.ts";

const isLong = process.env["SLOW"] === "1";
const { png, svg } = markerAt(0);
const loud = "visibility:visible!important;opacity:1!important";
const ground = `background:url(${png})!important;${loud}`;
const image = `<img src="${png}" style="${loud}">`;

interface Gesture {
  html: string;
  make(page: Page): Promise<void>;
}

const press = (css: string) => (page: Page) => page.click(css);
const point = (css: string) => (page: Page) => page.hover(css);

const gestures: Record<string, Gesture> = {
  "an open list with parts of its own": {
    html: `<style>select,select::picker(select){appearance:base-select}select::picker(select){${ground};min-height:90px}select::picker(select)::before{content:url(${svg})!important;${loud}}option::checkmark{content:url(${svg})!important;${loud}}</style><select><option>一<option>${image}二</select>`,
    make: press("select"),
  },
  "an element that fills the screen": {
    html: `<style>#full::backdrop{${ground}}</style><div id="full" style="height:90px;${ground}">${image}</div><button onclick="full.requestFullscreen()">大</button>`,
    make: press("button"),
  },
  "a picture that fills the screen": {
    html: `<img id="full" src="${png}" style="${loud}"><button onclick="full.requestFullscreen()">大</button>`,
    make: press("button"),
  },
  "what says more at a button": {
    html: `<style>#more{${ground};min-width:90px;min-height:60px}button{interest-delay:0s}</style><button interestfor="more">多</button><div popover="hint" id="more">${image}</div>`,
    make: point("button"),
  },
  "what the pointer brings": {
    html: `<style>a{display:block;padding:30px}a:hover{${ground}}a:hover::after{content:url(${png})!important;${loud}}</style><a href="#x">字</a>`,
    make: point("a"),
  },
  "what is typed into": {
    html: `<style>input{padding:30px}input:focus{${ground};border-image:url(${svg}) 9}</style><input value="字">`,
    make: press("input"),
  },
};

let inBrowser: InBrowser;

beforeAll(async () => {
  if (!isLong) return;
  inBrowser = await startInBrowser();
  for (const [path, bytes] of markerFiles()) inBrowser.pages.put(path, bytes);
});
afterAll(() => inBrowser?.stop());

test.runIf(isLong).each(Object.keys(gestures))("%s", async (name) => {
  const { html, make } = gestures[name] ?? expect.fail(name);
  const path = `/gesture-${Object.keys(gestures).indexOf(name)}`;
  inBrowser.pages.put(path, `<!doctype html><meta charset="utf-8"><title>t</title>${html}<p>字。</p>`);
  const page = await inBrowser.open(path);
  await make(page);
  await expect.poll(() => shownMarkers(page), { timeout: 5_000 }).toBeGreaterThan(1_000);
  expect(await keepPage(inBrowser.keepleaf, page, "unknown")).toMatchObject({ kind: "kept" });
  await page.close();
  const { frames } = (await packAndOpen(inBrowser)).items.at(-1) ?? expect.fail("no item");
  expect(frames.length).toBeGreaterThan(0);
  expect(frames.map(markerLikePixels)).toEqual(frames.map(() => 0));
});

async function shownMarkers(page: Page): Promise<number> {
  return markerLikePixels(
    PNG.sync.read(Buffer.from(await page.screenshot({ captureBeyondViewport: false }))),
  );
}
