/** A trusted time through the library: the request out as a file, the reply back as a file, judged by openssl. */
import { execFileSync } from "node:child_process";
import { existsSync, openAsBlob, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { largeCase } from "../../commands/bench/large-case.ts";
import { storeCase } from "../../commands/bench/store-case.ts";
import { openLibrary, watchDownloads } from "../../commands/browser/pack-case.ts";
import { press } from "../../commands/browser/press.ts";
import { waitForScreen } from "../../commands/browser/watch-screen.ts";
import { lockedBundleIn } from "../../src/bundle/locked-bundle.ts";
import { stampRequest } from "../../src/stamp/stamp-request.ts";
import { verifyBundle } from "../../src/verify/verify-bundle.ts";
import { type LocalAuthority, startAuthority } from "../src/stamp/local-authority.ts";
import { barriersInEachLight } from "./barriers.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { actionsInLog } from "./log-actions.ts";
import { judge } from "./opened-bundle.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const program = "openssl";
let inBrowser: InBrowser;
let authority: LocalAuthority;
let foreign: LocalAuthority;

beforeAll(async () => {
  [authority, foreign] = (await Promise.all(["First-authority", "Second-authority"].map(startAuthority))) as [
    LocalAuthority,
    LocalAuthority,
  ];
  inBrowser = await startInBrowser();
  const library = await openLibrary(inBrowser.keepleaf);
  await waitForScreen(library, ["empty"], 60);
  await storeCase(library, await largeCase(2, 50_000));
  await library.close();
  await watchDownloads(inBrowser.keepleaf.browser, inBrowser.folder);
});
afterAll(async () => {
  authority.stop();
  foreign.stop();
  await inBrowser.stop();
});

interface Packed {
  library: Page;
  /** Of the file that was saved, without `.zip`. */
  name: string;
  seal: string;
}

/** Packs, and opens the panel. */
async function pack(isLocked: boolean): Promise<Packed> {
  const library = await openLibrary(inBrowser.keepleaf);
  await waitForScreen(library, ["timeline"], 60);
  await press(library, "[data-action=open-pack]");
  await waitForScreen(library, ["pack"], 60);
  if (isLocked) await press(library, "input[name=lock]");
  await press(library, "[data-action=pack]");
  const packed = await waitForScreen(library, ["packed"], 60);
  if (packed.kind !== "seen") throw new Error("nothing was packed");
  const name = (packed.facts["file"] ?? "").replace(/\.zip$/, "");
  await saved(`${name}.zip`);
  await press(library, "details[data-action=stamp] summary");
  return { library, name, seal: packed.facts["seal"] ?? "" };
}

/** Path of a download, once it is there. */
async function saved(name: string): Promise<string> {
  const path = join(inBrowser.folder, name);
  await vi.waitFor(() => expect(existsSync(path)).toBe(true), 20_000);
  return path;
}

function put(name: string, bytes: Uint8Array): string {
  const path = join(inBrowser.folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** Chooses files for the panel and waits for what becomes of them; the words it is told in. */
async function choose(library: Page, outcome: string, files: string[]): Promise<string> {
  const input = (await library.waitForSelector("#stamp-reply")) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(...files);
  const told = await library.waitForSelector(`[data-stamping=${outcome}] .note`, { timeout: 30_000 });
  return (await told?.evaluate((note) => note.textContent)) ?? "";
}

/** What it has asked for, as the authority gets it. */
async function request(library: Page, name: string): Promise<Buffer> {
  await press(library, "[data-action=save-request]");
  return readFileSync(await saved(`${name}.tsq`));
}

test("the request holds the seal's digest and nothing of the case; its reply makes a bundle that openssl verifies", async () => {
  const { library, name, seal } = await pack(false);
  const query = await request(library, name);
  const asked = join(inBrowser.folder, `${name}.tsq`);
  const text = execFileSync(program, ["ts", "-query", "-in", asked, "-text"], { encoding: "utf8" });
  const digest = text.match(/(?<=^ +[0-9a-f]{4} - )(?:[0-9a-f]{2}[ -]){16}/gm)?.join("") ?? "";
  expect(digest.replace(/[ -]/g, "")).toBe(seal);
  // Version, digest, a number drawn for it, and that certificates are wanted.
  expect(query.length).toBeLessThan(75);

  const reply = put("reply.tsr", authority.answer(query));
  expect(await choose(library, "added", [reply, authority.rootFile])).toContain("First-authority");
  expect(await barriersInEachLight(library)).toEqual([]);
  const stamped = await saved(`${name}-stamped.zip`);
  const verification = await verifyBundle(await openAsBlob(stamped));
  expect(verification).toMatchObject({ isSound: true, findings: [], seal });
  expect(verification.stamps.map(({ authority: by }) => by)).toEqual([
    expect.stringContaining("First-authority"),
  ]);
  const judged = judge(
    inBrowser.folder,
    `unzip -q ${stamped} -d stamped && cd stamped/* && test "$(sha256sum < tagmanifest-sha256.txt)" = "${seal}  -" &&
     openssl ts -verify -data tagmanifest-sha256.txt -in proof/tagmanifest-sha256.txt.tsr \
       -CAfile ${authority.rootFile} -untrusted proof/tsa-ca.pem`,
  );
  expect(judged).toMatchObject({ isContent: true, said: expect.stringContaining("Verification: OK") });
  await library.close();
});

test("a reply that does not fit says what happened, what is safe and what to do, and changes nothing", async () => {
  const { library, name, seal } = await pack(false);
  const query = await request(library, name);
  const reply = authority.answer(query);
  const bare = join(inBrowser.folder, "bare.tsq");
  execFileSync(program, ["ts", "-query", "-sha256", "-digest", seal, "-out", bare], { stdio: "pipe" });
  const another = authority.answer(Buffer.from(stampRequest("ab".repeat(32), new Uint8Array(8))));
  const root = authority.rootFile;
  const cases: [outcome: string, what: string, files: string[]][] = [
    ["another-seal", "這個回覆是給另一包的", [put("another.tsr", another), root]],
    ["not-a-reply", "不是完整的回覆", [put("torn.tsr", reply.subarray(0, 900)), root]],
    ["bad-signature", "和憑證對不上", [put("whole.tsr", reply), foreign.rootFile]],
    ["no-certificate", "缺憑證", [put("bare.tsr", authority.answer(readFileSync(bare)))]],
  ];
  const before = { files: readdirSync(inBrowser.folder), log: await library.evaluate(actionsInLog) };
  for (const [outcome, what, files] of cases) {
    const told = await choose(library, outcome, files);
    expect(told).toContain(what);
    expect(told).toMatch(/這一包沒有變.*請/);
    expect(await barriersInEachLight(library)).toEqual([]);
  }
  const after = { files: readdirSync(inBrowser.folder), log: await library.evaluate(actionsInLog) };
  expect(after).toEqual(before);
  // What was there already waits for its other half.
  await choose(library, "added", [root, authority.signerFile]);
  expect(await choose(library, "no-reply", [root])).toContain("還缺回覆檔");
  await choose(library, "added", [join(inBrowser.folder, "whole.tsr")]);
  const stamped = await saved(`${name}-stamped.zip`);
  // The second file, with both times, is written over the first.
  await vi.waitFor(async () => {
    expect((await verifyBundle(await openAsBlob(stamped))).stamps).toHaveLength(2);
  }, 20_000);
  const again = [join(inBrowser.folder, "whole.tsr"), root];
  expect(await choose(library, "already-there", again)).toContain("已經在這一包裡了");
  await library.close();
});

test("on another day, the bundle is chosen for checking and gets its time there", async () => {
  const { library, name, seal } = await pack(false);
  const reply = put("later.tsr", authority.answer(await request(library, name)));
  await library.close();
  const later = await openLibrary(inBrowser.keepleaf);
  const check = async (file: string) => {
    await press(later, "[data-action=open-check]");
    const input = (await later.waitForSelector("#bundle")) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(join(inBrowser.folder, file));
    await later.waitForFunction(
      (wanted) => document.querySelector("[data-sound=true] p")?.textContent === wanted,
      {},
      file,
    );
  };
  await waitForScreen(later, ["timeline"], 60);
  await check(`${name}.zip`);
  await press(later, "details[data-action=stamp] summary");
  await choose(later, "added", [reply, authority.rootFile]);
  await saved(`${name}-stamped.zip`);
  await check(`${name}-stamped.zip`);
  const layers = await later.$$eval("[data-layer=holds]", (rows) => rows.map((row) => row.textContent));
  expect(layers.at(-1)).toContain("First-authority");
  expect(await later.$eval("[data-sound]", (result) => result.textContent)).toContain(seal.slice(0, 4));
  await later.close();
});

test("of a locked bundle the stamped copy is locked too, with the same passphrase", async () => {
  const { library, name, seal } = await pack(true);
  const bundleName = name.replace(/-locked$/, "");
  const reply = put("locked.tsr", authority.answer(await request(library, bundleName)));
  await choose(library, "added", [reply, authority.rootFile]);
  const locked = await saved(`${bundleName}-stamped-locked.zip`);
  expect(existsSync(join(inBrowser.folder, `${bundleName}-stamped.zip`))).toBe(false);
  const passphrase = await library.$eval("[data-passphrase]", (shown) => shown.textContent ?? "");
  const opened = judge(inBrowser.folder, `7z x -y -ounlocked "-p${passphrase}" ${locked}`);
  expect(opened.isContent).toBe(true);
  const verification = await verifyBundle(await openAsBlob(join(inBrowser.folder, "unlocked", "bundle.zip")));
  expect(verification).toMatchObject({ isSound: true, seal, stamps: [expect.anything()] });
  await library.close();
  await stampAnotherDay({ locked: `${name}.zip`, passphrase, reply, stamped: locked });
});

interface Locked {
  /** Names of the file, and of its stamped copy. */
  locked: string;
  stamped: string;
  passphrase: string;
  reply: string;
}

/** Opened for checking, it can be saved opened, and its stamped copy is locked again; a wrong try is in the log at once. */
async function stampAnotherDay({ locked, stamped, passphrase, reply }: Locked): Promise<void> {
  rmSync(stamped);
  const later = await openLibrary(inBrowser.keepleaf);
  await waitForScreen(later, ["timeline"], 60);
  await press(later, "[data-action=open-check]");
  const input = (await later.waitForSelector("#bundle")) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(join(inBrowser.folder, locked));
  await later.waitForSelector("[data-unlocking=asked]");
  await later.type("#passphrase", "abandon");
  await press(later, "[data-action=unlock]");
  await later.waitForSelector("[data-unlocking=wrong]");
  expect(await barriersInEachLight(later)).toEqual([]);
  await vi.waitFor(async () => expect((await later.evaluate(actionsInLog)).at(-1)).toBe("unlock.failed"));
  await later.$eval("#passphrase", (field) => (field as HTMLTextAreaElement).select());
  await later.type("#passphrase", passphrase.toUpperCase());
  await press(later, "[data-action=unlock]");
  await later.waitForSelector("[data-sound=true]");
  expect(await barriersInEachLight(later)).toEqual([]);
  await press(later, "[data-action=save-opened]");
  const opened = await saved(locked.replace("-locked.zip", "-opened.zip"));
  await vi.waitFor(async () => expect((await verifyBundle(await openAsBlob(opened))).isSound).toBe(true));
  await press(later, "details[data-action=stamp] summary");
  expect(await choose(later, "added", [reply, authority.rootFile])).toContain("新檔案也上了鎖");
  expect(
    (await lockedBundleIn(await openAsBlob(await saved(basename(stamped)))))?.contentBytes,
  ).toBeGreaterThan(0);
  await later.close();
}
