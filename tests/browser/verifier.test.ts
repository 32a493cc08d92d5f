/** `verify.html` as its reader uses it, in either browser: opened from the disk, offline, a bundle chosen, the seal on paper compared. */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type LaunchOptions, type Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { buildVerifier } from "../../commands/build-verifier.ts";
import { lockBundle } from "../../src/bundle/lock-bundle.ts";
import { packBundle } from "../../src/bundle/pack-bundle.ts";
import { makeSigner, newKey } from "../fakes/signing-key.ts";
import { packInput, sampleCase } from "../src/bundle/sample-case.ts";

// Two browsers start one after the other.
vi.setConfig({ hookTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), "keepleaf-verifier-"));
const html = join(folder, "verify.html");
const words = "abandon ability able about above absent absorb";
let seal = "";

/** Firefox asks others for its own sake when it starts; the names of this machine lead nowhere. */
const quiet = {
  "intl.accept_languages": "zh-TW",
  "network.proxy.type": 1,
  "network.proxy.http": "127.0.0.1",
  "network.proxy.http_port": 9,
  "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": 9,
};

const somebody = createServer((_, response) => response.end("here"));

const browsers: [name: string, options: LaunchOptions][] = [
  [
    "Chromium",
    {
      executablePath: process.env["KEEPLEAF_BROWSER"] ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--lang=zh-TW"],
    },
  ],
  [
    "Firefox",
    {
      browser: "firefox",
      executablePath: process.env["KEEPLEAF_FIREFOX"] ?? "/usr/bin/firefox-esr",
      extraPrefsFirefox: {
        ...quiet,
        "browser.download.dir": folder,
        "browser.download.folderList": 2,
      },
    },
  ],
];

beforeAll(async () => {
  await buildVerifier(join(import.meta.dirname, "..", ".."), html);
  const signer = await makeSigner(await newKey());
  const packed = await packBundle({ ...packInput(await sampleCase(), "self"), signer });
  seal = packed.seal;
  const bytes = new Uint8Array(await packed.zip.arrayBuffer());
  writeFileSync(join(folder, "sound.zip"), bytes);
  const locked = new Uint8Array(await (await lockBundle(packed.zip, words)).arrayBuffer());
  writeFileSync(join(folder, "locked.zip"), locked);
  locked[9_000] = (locked[9_000] ?? 0) ^ 1;
  writeFileSync(join(folder, "locked-spoilt.zip"), locked);
  const vectors = join(import.meta.dirname, "..", "vectors");
  for (const name of ["picture.zip", "forged-picture.zip"])
    copyFileSync(join(vectors, name), join(folder, name));
  const at = Buffer.from(bytes).indexOf("測試貼文內容");
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(join(folder, "flipped.zip"), bytes);
  await new Promise<void>((resolve) => {
    somebody.listen(0, "127.0.0.1", resolve);
  });
});

afterAll(() => {
  somebody.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The page in one browser, in Chinese, and everything it asked for or complained of. */
async function openVerifier(options: LaunchOptions) {
  const requests: string[] = [];
  const threads: string[] = [];
  const browser = await puppeteer.launch({
    ...options,
    headless: true,
    downloadBehavior: { policy: "deny" },
  });
  const page = await browser.newPage();
  page.on("workercreated", (thread) => threads.push(thread.url()));
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => requests.push(String(error)));
  await page.goto(`file://${html}`);
  await page.waitForSelector("main h1");
  if ((await page.$eval("html", (element) => element.lang)) === "en")
    await page.click("[data-action=language]");
  return { browser, page, requests, threads };
}

type Opened = Awaited<ReturnType<typeof openVerifier>>;

async function check(page: Page, name: string): Promise<void> {
  const input = await page.waitForSelector("input[type=file]");
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(join(folder, name));
}

async function findFlippedBit({ page }: Opened): Promise<void> {
  await check(page, "flipped.zip");
  await page.waitForSelector("[data-sound=false]");
  const text = await page.$eval("main", (main) => main.textContent ?? "");
  expect(text).toContain("data/captures/c0001/text.txt");
  expect(text).toContain("不一樣不代表有人動手腳");
}

async function findForgedStrip({ page, threads }: Opened): Promise<void> {
  await check(page, "picture.zip");
  await page.waitForSelector("[data-sound=true]");
  expect(threads.filter((url) => url.startsWith("blob:")).length).toBeGreaterThan(0);
  await check(page, "forged-picture.zip");
  await page.waitForSelector("[data-sound=false]");
  expect(await page.$eval("main", (main) => main.textContent)).toContain("tile-001.png");
}

/** Types a passphrase, tries it, and waits for what the page shows then. */
async function unlock(page: Page, typed: string, outcome: string): Promise<void> {
  await page.$eval("#passphrase", (field) => (field as HTMLTextAreaElement).select());
  await page.type("#passphrase", typed);
  await page.click("[data-action=unlock]");
  await page.waitForSelector(outcome);
}

async function openLocked({ page }: Opened): Promise<void> {
  await check(page, "locked.zip");
  await page.waitForSelector("[data-unlocking=asked]");
  await page.click("[data-action=cover-passphrase]");
  const isCovered = (field: Element) =>
    getComputedStyle(field).getPropertyValue("-webkit-text-security") === "disc";
  expect(await page.$eval("#passphrase", isCovered)).toBe(true);
  await unlock(page, `${words}s`, "[data-unlocking=wrong]");
  expect(await page.$eval("main", (main) => main.textContent)).toContain("檔案沒有變");
  await unlock(page, words.toUpperCase().replaceAll(" ", "-"), "[data-sound=true]");
  expect(await page.$("[data-action=save-opened]")).not.toBeNull();
  await page.click("[data-action=save-opened]");
  await page.waitForFunction(() => document.querySelector("main")?.textContent?.includes("-opened.zip"));
  await check(page, "locked-spoilt.zip");
  await page.waitForSelector("[data-unlocking=asked]");
  await unlock(page, words, "[data-unlocking=changed]");
  expect(await page.$("[data-sound]")).toBeNull();
}

describe.each(browsers)("%s", (_, options) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openVerifier(options);
  });
  afterAll(() => opened.browser.close());

  test("a sound bundle: every layer, and the seal on paper, whole or its first eight", async () => {
    const { page } = opened;
    await check(page, "sound.zip");
    await page.waitForSelector("[data-sound=true]");
    const layers = await page.$$eval("[data-layer]", (rows) =>
      rows.map((row) => row.getAttribute("data-layer")),
    );
    expect(layers).toEqual(["holds", "holds", "holds", "holds", "absent"]);
    await page.type("#paper-seal", `${seal.slice(0, 4)} ${seal.slice(4, 8)}`);
    await page.waitForFunction(() =>
      document.querySelector("main span.row[role=status]")?.textContent?.includes("一樣"),
    );
    expect(await page.$("[data-action=restore]")).toBeNull();
  });

  test("a flipped bit is named, and said without blame", () => findFlippedBit(opened));

  test("strips are drawn from their frames on threads of its own, and one changed pixel is found", () =>
    findForgedStrip(opened));

  test("a locked bundle opens with its words alone, and one that changed since with none", () =>
    openLocked(opened));

  test("nothing was asked of anybody but the file itself, and this would have shown it", async () => {
    const { page, requests } = opened;
    // The code of its threads lies in the file itself.
    const others = requests.filter((url) => url !== `file://${html}` && !url.startsWith("blob:"));
    expect(others).toEqual([]);
    const { port } = somebody.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/`);
    expect(requests).toContain(`http://127.0.0.1:${port}/`);
  });
});
