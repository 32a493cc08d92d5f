/** Reads the project's own source as a syntax tree, so that rules about it are asked of code and not of text. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseAst } from "vite";

export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** A node of the tree: its type and whatever fields that type has. */
export interface SyntaxNode {
  type: string;
  [field: string]: unknown;
}

/** Paths from the project's root, with `/`, of every file below a folder whose name ends like one of `ends`. */
export function filesBelow(folder: string, ends: readonly string[]): string[] {
  return readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ends.some((end) => entry.name.endsWith(end)))
    .map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

export function textOf(file: string): string {
  return readFileSync(join(projectRoot, file), "utf8");
}

/** Every node of a file's syntax tree, parents before children. */
export function nodesOf(file: string): SyntaxNode[] {
  const language = file.endsWith("x") ? "tsx" : file.endsWith(".ts") ? "ts" : "js";
  const found: SyntaxNode[] = [];
  collect(parseAst(textOf(file), { lang: language }), found);
  return found;
}

function collect(value: unknown, found: SyntaxNode[]): void {
  if (Array.isArray(value)) {
    for (const entry of value) collect(entry, found);
    return;
  }
  if (!isNode(value)) return;
  found.push(value);
  for (const field of Object.values(value)) collect(field, found);
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** What a file imports or re-exports, types included; relative paths become paths from the project's root. */
export function importsOf(file: string): string[] {
  return sourcesIn(file, nodesOf(file));
}

/** Without those that are types only: what comes along when the file is bundled. */
export function bundledWith(file: string): string[] {
  const isType = (node: SyntaxNode) => node["importKind"] === "type" || node["exportKind"] === "type";
  return sourcesIn(
    file,
    nodesOf(file).filter((node) => !isType(node)),
  );
}

function sourcesIn(file: string, nodes: readonly SyntaxNode[]): string[] {
  return nodes
    .filter((node) => /^(Import|ExportAll|ExportNamed)/.test(node.type) && isNode(node["source"]))
    .map((node) => (node["source"] as SyntaxNode)["value"])
    .filter((source) => typeof source === "string")
    .map((source) => (source.startsWith(".") ? fromRoot(file, source) : source));
}

function fromRoot(file: string, source: string): string {
  const [path = ""] = source.split("?");
  return posix.normalize(posix.join(posix.dirname(file), path));
}

/** `node:fs`, `preact`, `@zip.js/zip.js`: the package an import names, without the path inside it. */
export function packageOf(source: string): string {
  const [first = "", second = ""] = source.split("/");
  return first.startsWith("@") ? `${first}/${second}` : first;
}
