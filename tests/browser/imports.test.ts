/** Files put in through the real library: chosen, understood, asked about, refused, kept, marked, packed. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openLibrary } from "../../commands/browser/pack-case.ts";
import { press } from "../../commands/browser/press.ts";
import { waitForScreen } from "../../commands/browser/watch-screen.ts";
import { drawnShape } from "../src/evidence/imports/chosen-files.ts";
import { barriersInEachLight } from "./barriers.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { packAndOpen } from "./opened-bundle.ts";

let inBrowser: InBrowser;
let library: Page;
let folder: string;
const wordReader = "pdftotext";

beforeAll(async () => {
  inBrowser = await startInBrowser();
  library = await openLibrary(inBrowser.keepleaf);
  folder = mkdtempSync(join(inBrowser.folder, "chosen-"));
});
afterAll(() => inBrowser.stop());

const exported = (name: string) => fileURLToPath(new URL(`../chats/exports/${name}`, import.meta.url));

function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function go(selector: string, screen: string): Promise<void> {
  await press(library, selector);
  expect(await waitForScreen(library, [screen], 20)).toMatchObject({ kind: "seen" });
}

/** Chooses files and waits until each has been looked at. */
async function choose(...paths: string[]): Promise<void> {
  const before = (await library.$$("[data-look]")).length;
  const input = await library.waitForSelector("input[name=imports]:not([disabled])");
  await (input as Awaited<ReturnType<typeof library.$<"input">>>)?.uploadFile(...paths);
  await library.waitForFunction(
    (count) => document.querySelectorAll("[data-look]").length >= count,
    { polling: "mutation" },
    before + paths.length,
  );
}

async function keep(count: number): Promise<void> {
  await press(library, "[data-action=keep-imports]");
  await library.waitForSelector(`[data-kept="${count}"]`);
}

const looks = () =>
  library.$$eval("[data-look]", (lines) => lines.map((line) => line.getAttribute("data-look")));
const main = () => library.$eval("main", (element) => element.textContent ?? "");

describe("where nobody was asked, so pictures are hidden", () => {
  test("a picture is refused with what to do instead, and nothing is written", async () => {
    await go("[data-action=open-import]", "import");
    await choose(written("shape.png", drawnShape()));
    expect(await looks()).toEqual(["refused"]);
    expect(await library.$eval("[data-refused=picture]", (note) => note.textContent)).toContain("不要轉傳");
    expect(await library.$eval("[data-action=keep-imports]", (button) => button.ariaDisabled)).toBe("true");
    expect(await barriersInEachLight(library)).toEqual([]);
    await library.reload();
    expect(await waitForScreen(library, ["empty"], 20)).toMatchObject({ kind: "seen" });
  });

  test("a chat is understood line by line, one with doubtful dates is asked about, and both are kept", async () => {
    await go("[data-action=open-import]", "import");
    await choose(exported("line-zh-TW.txt"), exported("whatsapp-android-group-short.txt"));
    expect(await looks()).toEqual(["chat", "ask-day-order"]);
    expect(await main()).toContain("53 則訊息。看懂 62 行，看不懂 0 行，一共 62 行。");
    expect(await library.$eval("[data-action=keep-imports]", (button) => button.ariaDisabled)).toBe("true");
    expect(await barriersInEachLight(library)).toEqual([]);
    await press(library, "[data-action=order-month-day-year]");
    await library.waitForFunction(() => document.querySelectorAll("[data-look=chat]").length === 2, {
      polling: "mutation",
    });
    await library.type("input[name=source]", "測試手機");
    await keep(2);
    await press(library, "[data-action=import-more]");
    await choose(exported("line-zh-TW.txt"));
    expect(await library.$eval("[data-look]", (line) => line.getAttribute("data-code"))).toBe("already-here");
  });
});

describe("a conversation that was put in", () => {
  test("its messages are rows; marks stay, and the log tells of them", async () => {
    await go("[data-action=open-timeline]", "timeline");
    await go("main li:last-child [data-item-id]", "item");
    await library.waitForSelector("[data-conversation=chat-1]");
    expect(await library.$$eval("[data-order]", (rows) => rows.length)).toBe(53);
    for (const order of [2, 5]) {
      await press(library, `[data-order="${order}"] [data-action=mark-message]`);
      await library.waitForSelector(`[data-order="${order}"].key`);
    }
    await press(library, '[data-order="5"] [data-action=mark-message]');
    await library.waitForSelector('[data-marked="1"]');
    await press(library, "input[name=only-marked]");
    expect(
      await library.$$eval("[data-order]", (rows) => rows.map((row) => row.getAttribute("data-order"))),
    ).toEqual(["2"]);
    await press(library, "input[name=only-marked]");
    expect(await main()).toContain("匯入一筆");
    expect(await barriersInEachLight(library)).toEqual([]);
  });

  test("the police get originals, the reading and the marked message, and the bundle verifies", async () => {
    const { folder: bag, verification } = await packAndOpen(inBrowser);
    expect(verification.findings).toEqual([]);
    const original = readFileSync(join(bag, "data/imports/c0001/original-001.txt"));
    expect(original.equals(readFileSync(exported("line-zh-TW.txt")))).toBe(true);
    expect(readdirSync(join(bag, "data/conversations/c0002")).sort()).toEqual([
      "chat-1-messages-001.json",
      "chat-1.json",
      "chat-1.txt",
    ]);
    const chat = readFileSync(join(bag, "data/conversations/c0001/chat-1.txt"), "utf8");
    const [, marked = ""] = /^#2　.*\r\n(.*)\r\n/m.exec(chat) ?? [];
    const police = readFileSync(join(bag, "data/report/paste-police.txt"), "utf8");
    expect(police).toContain("關鍵對話");
    expect(police).toMatch(new RegExp(`chat-1 #2　.*：${marked}`));
    const report = join(bag, "data/report/evidence-report.pdf");
    const text = execFileSync(wordReader, ["-layout", report, "-"], { encoding: "utf8" });
    expect(text).toContain("關鍵對話");
    expect(text).toContain("測試手機");
    expect(text).toMatch(/匯入/);
    await library.bringToFront();
  });
});

test("a helper of an adult is asked for consent first, and then the picture goes in", async () => {
  await library.reload();
  await go("[data-action=open-intake]", "intake");
  await press(library, "input[name=age-now][value=adult]");
  await press(library, "input[name=age-then][value=adult]");
  await press(library, "input[name=operator][value=social-worker]");
  await go("[data-action=save-intake]", "guidance");
  await go("[data-action=open-timeline]", "empty");
  await go("[data-action=open-import]", "import");
  await choose(written("shape.png", drawnShape()));
  expect(await looks()).toEqual(["refused"]);
  await go("[data-action=consent-first]", "intake");
  await press(library, "input[name=scope][value=pictures]");
  await go("[data-action=save-intake]", "guidance");
  await go("[data-action=open-timeline]", "empty");
  await go("[data-action=open-import]", "import");
  await choose(written("shape.png", drawnShape()));
  expect(await looks()).toEqual(["file"]);
  await keep(1);
});

describe("in an adult's own record", () => {
  test("screenshots go in many at once, are decoded, shown when asked, and a broken one is told", async () => {
    await library.reload();
    await go("[data-action=open-intake]", "intake");
    await press(library, "input[name=age-now][value=adult]");
    await press(library, "input[name=age-then][value=adult]");
    await press(library, "input[name=operator][value=self]");
    await go("[data-action=save-intake]", "guidance");
    await go("[data-action=open-timeline]", "empty");
    await go("[data-action=open-import]", "import");
    const shots = Array.from({ length: 12 }, (_, at) => written(`shot-${at}.png`, drawnShape(20 + at, 40)));
    await choose(...shots, written("cut.png", drawnShape().subarray(0, 50)));
    expect(await looks()).toEqual([...Array(12).fill("file"), "refused"]);
    await keep(1);
    await go("[data-kept] [data-item-id]", "item");
    expect(await library.$$("img.original")).toEqual([]);
    await press(library, "[data-action=show-original]");
    await library.waitForFunction(
      () => (document.querySelector("img.original") as HTMLImageElement)?.naturalWidth === 20,
      { polling: 100 },
    );
    await press(library, "[data-action=type-permalink]");
    await library.type("form.correct input", "https://social.example/p/1");
    await press(library, "[data-action=save-correction]");
    await library.waitForFunction(
      () => document.querySelector("main")?.textContent?.includes("social.example/p/1"),
      { polling: 100 },
    );
    expect(await barriersInEachLight(library)).toEqual([]);
  });
});
