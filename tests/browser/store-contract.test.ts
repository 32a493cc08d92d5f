/** The store's laws, on the IndexedDB of a real browser. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { storeLaws } from "../store/store-contract.ts";

let browser: Browser;
let server: Server;
let page: Page;

/** The laws and the store as one script, as a page of our own would load it. */
async function bundledLaws(): Promise<string> {
  const entry = join(import.meta.dirname, "../store/store-page.ts");
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: { write: false, minify: false, lib: { entry, formats: ["iife"], name: "keepleafStore" } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !("output" in first)) throw new Error("nothing was built");
  return first.output[0].code;
}

beforeAll(async () => {
  const script = await bundledLaws();
  server = createServer((request, response) => {
    const isScript = request.url === "/laws.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html; charset=utf-8");
    response.end(isScript ? script : '<!doctype html><title>laws</title><script src="/laws.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const executablePath = process.env["KEEPLEAF_BROWSER"] ?? "";
  browser = await puppeteer.launch({ executablePath, headless: true, pipe: true, args: sandbox });
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

describe("the store in real IndexedDB", () => {
  it.each(storeLaws.map(({ name }) => name))("%s", async (name) => {
    const run = "(name) => keepleafStore.runLaw(name)";
    expect(await page.evaluate(`(${run})(${JSON.stringify(name)})`)).toBeNull();
  });
});
