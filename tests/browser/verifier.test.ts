/** `verify.html` as its reader uses it: opened from the disk, offline, a bundle chosen, the seal on paper compared. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildVerifier } from "../../commands/build-verifier.ts";
import { packBundle } from "../../src/bundle/pack-bundle.ts";
import { makeSigner, newKey } from "../fakes/signing-key.ts";
import { packInput, sampleCase } from "../src/bundle/sample-case.ts";

const folder = mkdtempSync(join(tmpdir(), "keepleaf-verifier-"));
const requests: string[] = [];
let browser: Browser;
let page: Page;
let seal = "";

beforeAll(async () => {
  const html = join(folder, "verify.html");
  await buildVerifier(join(import.meta.dirname, "..", ".."), html);
  const signer = await makeSigner(await newKey());
  const packed = await packBundle({ ...packInput(await sampleCase(), "self"), signer });
  seal = packed.seal;
  const bytes = new Uint8Array(await packed.zip.arrayBuffer());
  writeFileSync(join(folder, "sound.zip"), bytes);
  const at = Buffer.from(bytes).indexOf("測試貼文內容");
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(join(folder, "flipped.zip"), bytes);
  browser = await puppeteer.launch({
    executablePath: process.env["KEEPLEAF_BROWSER"] ?? "/usr/bin/chromium",
    headless: true,
    args: ["--no-sandbox", "--lang=zh-TW"],
  });
  page = await browser.newPage();
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => requests.push(String(error)));
  await page.goto(`file://${html}`);
  await page.waitForSelector("main h1");
  if ((await page.$eval("html", (element) => element.lang)) === "en")
    await page.click("[data-action=language]");
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

async function check(name: string): Promise<void> {
  const input = await page.waitForSelector("input[type=file]");
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(join(folder, name));
}

test("a sound bundle: every layer, and the seal on paper, whole or its first eight", async () => {
  await check("sound.zip");
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

test("a flipped bit is named, and said without blame", async () => {
  await check("flipped.zip");
  await page.waitForSelector("[data-sound=false]");
  const text = await page.$eval("main", (main) => main.textContent ?? "");
  expect(text).toContain("data/captures/c0001/text.txt");
  expect(text).toContain("不一樣不代表有人動手腳");
});

test("nothing was asked of anybody but the file itself", () => {
  expect(requests.filter((url) => !url.startsWith("file://") || !url.endsWith("verify.html"))).toEqual([]);
  expect(requests.length).toBeGreaterThan(0);
});
