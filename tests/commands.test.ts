/** What the commands understand, and what they say when they do not. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { tableLines } from "../commands/lay-out-table.ts";
import { readArguments } from "../commands/read-arguments.ts";
import { filesBelow, importsOf, projectRoot, textOf } from "./source/read-source.ts";

const folder = mkdtempSync(join(tmpdir(), "keepleaf-commands-"));
writeFileSync(join(folder, "page.html"), "<!doctype html><title>頁</title>");
writeFileSync(join(folder, "taken"), "");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (words: string) => readArguments(words.split(" ").filter(Boolean), folder);

test("without words it is the practice post, unknown age, for the police, into out/", () => {
  expect(read("")).toEqual({
    kind: "plan",
    plan: {
      pages: [],
      about: "unknown",
      recipient: "police",
      outFolder: join(folder, "out"),
      isHeadless: false,
    },
  });
});

test("all words together make one plan, pages in their order", () => {
  const words =
    "--headless https://a.example/1 --page page.html --as https://b.example/2?x=1#y --adult --recipient school --out o";
  expect(read(words)).toEqual({
    kind: "plan",
    plan: {
      pages: [
        { address: "https://a.example/1", savedAt: null },
        { address: "https://b.example/2?x=1#y", savedAt: join(folder, "page.html") },
      ],
      about: "adult",
      recipient: "school",
      outFolder: join(folder, "o"),
      isHeadless: true,
    },
  });
});

test.each([
  ["--colour", "--colour"],
  ["ftp://a.example/", "ftp://a.example/"],
  ["not-an-address", "not-an-address"],
  ["--page page.html", "--as"],
  ["--page page.html https://a.example/", "--as"],
  ["--page gone.html --as https://a.example/", "gone.html"],
  ["--page page.html --as nowhere", "nowhere"],
  ["--as https://a.example/", "--page"],
  ["--adult --minor", "--minor"],
  ["--recipient everybody", "everybody"],
  ["--recipient", "--recipient"],
  ["--out", "--out"],
  ["--out taken", "taken"],
  ["--out taken/below", "taken/below"],
])("%s is refused with a sentence in two languages that names %s", (words, name) => {
  const understanding = read(words);
  const reasons = understanding.kind === "refused" ? understanding.reasons : [];
  expect(reasons[0]).toContain(name);
  expect(reasons[0]?.split("\n").length).toBe(2);
});

test("every misunderstanding is named, not only the first", () => {
  const understanding = read("--colour --recipient nobody nowhere");
  expect(understanding.kind === "refused" && understanding.reasons.length).toBe(4);
});

test("npm start says what it did not understand and exits 1 before any browser starts", () => {
  const words = [join(projectRoot, "commands", "start.mjs"), "--headless", "--colour"];
  const environment = { PATH: process.env["PATH"], KEEPLEAF_BROWSER: "/nowhere/browser" };
  const ended = spawnSync(process.execPath, words, {
    encoding: "utf8",
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  expect(ended.status).toBe(1);
  expect(ended.stderr).toContain("--colour");
  expect(ended.stderr).not.toContain("/nowhere/browser");
});

test("a browser that does not start is one sentence in two languages, not a stack", () => {
  const words = [join(projectRoot, "commands", "start.mjs"), "--headless"];
  const environment = { PATH: process.env["PATH"], KEEPLEAF_BROWSER: "/nowhere/browser" };
  const ended = spawnSync(process.execPath, words, {
    encoding: "utf8",
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  expect(ended.status).toBe(1);
  expect(ended.stderr.trim().split("\n").length).toBe(2);
});

test("a table is straight with wide characters in it, and nothing in it steers the terminal", () => {
  const lines = tableLines([
    ["網址", "張數"],
    ["a", "1"],
    ["b\u001b[2J\u202e", "2"],
  ]);
  expect(lines[0]?.indexOf("|")).toBe((lines[1]?.indexOf("|") ?? 0) - 2);
  expect(lines.join("")).not.toContain("\u001b");
  expect(lines.join("")).not.toContain("\u202e");
});

test("a bundle is checked through one door, which uses every core", () => {
  const isDoor = (file: string) => /\bverifyBundle\(/.test(textOf(file));
  const commands = filesBelow("commands", [".ts"]).filter((file) => !file.startsWith("commands/bench"));
  expect(commands.filter(isDoor)).toEqual(["commands/verify-file.ts"]);
  const through = commands.filter((file) => importsOf(file).some((source) => source.includes("verify-file")));
  expect(through).toEqual(
    expect.arrayContaining(["commands/print-bundle.ts", "commands/stamp.ts", "commands/verify-worker.ts"]),
  );
});
