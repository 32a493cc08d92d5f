/** Holds the walls between the rooms: the table of docs/ARCHITECTURE.md is the rule, the imports are the facts. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  bundledWith,
  filesBelow,
  importsOf,
  nodesOf,
  packageOf,
  projectRoot,
  type SyntaxNode,
  textOf,
} from "./source/read-source.ts";

const codeEnds = [".ts", ".tsx", ".mjs"];
const coreAndShell = [...filesBelow("src", codeEnds), ...filesBelow("extension", codeEnds)];
const everyFile = [...coreAndShell, ...filesBelow("commands", codeEnds), ...filesBelow("tests", codeEnds)];
const table = readTable();

function readTable(): Map<string, string[]> {
  const rows = textOf("docs/ARCHITECTURE.md").matchAll(/^\| `([^`]+)` \| ([^|]*) \|/gm);
  return new Map(
    Array.from(rows, ([, folder = "", allowed = ""]) => [
      folder,
      Array.from(allowed.matchAll(/`([^`]+)`/g), ([, name = ""]) => name),
    ]),
  );
}

/** `src/base`, `extension/popup`, `commands`: the room a path stands in. */
function roomOf(path: string): string {
  const [first = "", second = ""] = path.split("/");
  return first === "src" || first === "extension" ? `${first}/${second}` : first;
}

function isAllowed(room: string, source: string): boolean {
  const isOurs = /^(src|extension|commands|tests)\//.test(source);
  const target = isOurs ? roomOf(source) : packageOf(source);
  if (target === room) return true;
  return (table.get(room) ?? []).some(
    (name) => name === target || (name.endsWith("*") && target.startsWith(name.slice(0, -1))),
  );
}

function trespasses(file: string): string[] {
  return importsOf(file).filter((source) => !isAllowed(roomOf(file), source));
}

function nameOf(node: unknown): string {
  const { name, value } = (node ?? {}) as { name?: unknown; value?: unknown };
  return String(name ?? value ?? "");
}

const markupMembers = [
  "innerHTML",
  "outerHTML",
  "insertAdjacentHTML",
  "setHTMLUnsafe",
  "createContextualFragment",
];

/** Places where text would become markup or code. */
function makesTextIntoCode(node: SyntaxNode): boolean {
  if (node.type === "JSXAttribute" || node.type === "Property") {
    return nameOf(node["name"] ?? node["key"]) === "dangerouslySetInnerHTML";
  }
  if (node.type === "CallExpression" || node.type === "NewExpression") {
    return ["eval", "Function"].includes(nameOf(node["callee"]));
  }
  if (node.type !== "MemberExpression") return false;
  const member = nameOf(node["property"]);
  if (member.startsWith("write") && nameOf(node["object"]) === "document") return true;
  return markupMembers.includes(member);
}

test("the walk sees real files and real imports", () => {
  expect(coreAndShell.length).toBeGreaterThan(60);
  expect(coreAndShell.flatMap(importsOf).length).toBeGreaterThan(200);
  expect(importsOf("src/evidence/evidence-item.ts")).toContain("src/base/schema.ts");
});

test("an import that is not in the table is seen", () => {
  expect(isAllowed("src/base", "src/evidence/evidence-item.ts")).toBe(false);
  expect(isAllowed("src/capture", "preact")).toBe(false);
  expect(isAllowed("extension/content", "extension/browser/api.ts")).toBe(false);
  expect(isAllowed("src/evidence", "src/base/clock.ts")).toBe(true);
});

test("every folder of the core and the shell is in the table, and every row is a folder", () => {
  const folders = ["src", "extension"].flatMap((side) =>
    readdirSync(join(projectRoot, side), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== "public")
      .map((entry) => `${side}/${entry.name}`),
  );
  expect([...table.keys()].sort()).toEqual([...folders, "commands"].sort());
});

test.each([...coreAndShell, ...filesBelow("commands", codeEnds)])(
  "%s imports only what its room may",
  (file) => {
    expect(trespasses(file)).toEqual([]);
  },
);

test("each outside door is in one file", () => {
  const users = (name: string) =>
    coreAndShell.filter((file) => importsOf(file).some((source) => packageOf(source) === name));
  expect(users("zod")).toEqual(["src/base/schema.ts"]);
  expect(users("webextension-polyfill")).toEqual(["extension/browser/api.ts"]);
  expect(users("canonicalize")).toEqual(["src/base/canonical-json.ts"]);
});

function loadsLater(file: string): boolean {
  return nodesOf(file).some((node) => node.type === "ImportExpression");
}

test("the core loads nothing at run time", () => {
  expect(filesBelow("src", codeEnds).filter(loadsLater)).toEqual([]);
});

test("neither does anything of which verify.html is made: it is one file", () => {
  const made = new Set(["extension/verifier/verifier.tsx"]);
  for (const file of made)
    for (const source of bundledWith(file)) if (coreAndShell.includes(source)) made.add(source);
  expect(made.size).toBeGreaterThan(100);
  expect([...made].filter(loadsLater)).toEqual([]);
});

test("nothing turns text into markup or code", () => {
  const guilty = coreAndShell.filter((file) => nodesOf(file).some(makesTextIntoCode));
  expect(guilty).toEqual([]);
});

test("the ban on markup sees writing, reading and calling", () => {
  const probe = nodesOf("tests/pages/turns-text-into-code.js").filter(makesTextIntoCode);
  expect(probe.length).toBe(6);
});

test("no file is longer than 250 lines, and each opens with what it is for", () => {
  const long = everyFile.filter((file) => textOf(file).split("\n").length > 251);
  expect(long).toEqual([]);
  const mute = everyFile.filter(
    (file) => !/^(#!.*\n)?\/\*\*? ?\S/.test(textOf(file).replace(/^\/\*\*\n \* /, "/** ")),
  );
  expect(mute).toEqual([]);
});
