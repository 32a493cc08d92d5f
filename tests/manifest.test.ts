/** Freezes what the extension asks for, and looks into what is built: the two traps of the bundler included. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseAst } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { forFirefox } from "../firefox-manifest.ts";
import { buildInto } from "./source/build-for-test.ts";
import { filesBelow, textOf } from "./source/read-source.ts";

const source = JSON.parse(textOf("manifest.json"));
const dist = mkdtempSync(join(tmpdir(), "keepleaf-built-"));

beforeAll(() => buildInto(dist), 60_000);
afterAll(() => rmSync(dist, { recursive: true, force: true }));

const built = () => JSON.parse(readBuilt("manifest.json"));
const readBuilt = (path: string) => readFileSync(join(dist, path), "utf8");

function builtFiles(end: RegExp): string[] {
  return readdirSync(dist, { recursive: true, encoding: "utf8" })
    .filter((path) => end.test(path))
    .sort();
}

const policy = [
  "default-src 'none'",
  // WebAssembly from our own files alone, for the digest of a whole container; text is still never made into code.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "media-src blob:",
  "connect-src 'none'",
  "frame-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Nothing here makes the browser warn at installation. */
const permissions = ["activeTab", "offscreen", "scripting", "storage", "unlimitedStorage"];

test("the manifest asks for five permissions and nothing else", () => {
  expect(source.permissions).toEqual(permissions);
  expect(built().permissions).toEqual(permissions);
});

test("one permission more may be asked for, when a person wants the browser's own archive of a page", () => {
  expect(source.optional_permissions).toEqual(["pageCapture"]);
  expect(built().optional_permissions).toEqual(["pageCapture"]);
});

test("no key is in the manifest that this list does not know", () => {
  const known = [
    "manifest_version",
    "name",
    "description",
    "version",
    "default_locale",
    "minimum_chrome_version",
    "incognito",
    "permissions",
    "optional_permissions",
    "action",
    "icons",
    "background",
    "content_security_policy",
  ];
  expect(Object.keys(source).sort()).toEqual([...known].sort());
  expect(Object.keys(built()).sort()).toEqual([...known, "version_name"].sort());
});

describe("what Firefox gets", () => {
  const own = ["background", "browser_specific_settings", "minimum_chrome_version"];
  const rest = (manifest: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(manifest).filter(([name]) => !own.includes(name)));

  test("asks for nothing that the other does not ask for, and for nothing it does not know", () => {
    const firefox = forFirefox(source) as unknown as Record<string, unknown>;
    expect(rest(firefox)).toEqual({
      ...rest(source),
      permissions: permissions.filter((name) => name !== "offscreen"),
      optional_permissions: [],
      action: { ...source.action, default_area: "navbar" },
    });
    expect(firefox["background"]).toEqual({ scripts: [source.background.service_worker], type: "module" });
  });

  test("says that nothing is collected, in the browser's own words for it", () => {
    expect(forFirefox(source)).toMatchObject({
      browser_specific_settings: { gecko: { data_collection_permissions: { required: ["none"] } } },
    });
  });
});

test("the built manifest names the version and the digest of what was built with it", () => {
  expect(built().version_name).toMatch(
    new RegExp(`^${source.version.replaceAll(".", "\\.")}\\+[0-9a-f]{16}$`),
  );
});

test("the pages may load nothing from anywhere and connect nowhere", () => {
  expect(source.content_security_policy).toEqual({ extension_pages: policy });
  expect(built().content_security_policy).toEqual({ extension_pages: policy });
});

test("the version is the package's", () => {
  expect(source.version).toBe(JSON.parse(textOf("package.json")).version);
});

test("the page that draws is built, under the name the worker asks for, with its script", () => {
  const [opened = ""] = /extension\/offscreen\/\w+\.html/.exec(
    textOf("extension/background/composer-page.ts"),
  ) ?? [""];
  const scripts = scriptsOf(readBuilt(opened));
  expect(scripts).toHaveLength(1);
  const code = readBuilt(scripts[0]?.replace(/^\//, "") ?? "");
  expect(code).toContain("capture.compose");
});

test("no two entry files share a base name, or the worker would load another's code", () => {
  const named = [source.background.service_worker, source.action.default_popup];
  const pages = filesBelow("extension", [".html"]);
  const scripts = pages.flatMap((page) => scriptsOf(textOf(page)));
  const injected = filesBelow("extension", [".ts", ".tsx"]).flatMap((file) =>
    Array.from(textOf(file).matchAll(/from "([^"]+)\?script[^"]*"/g), ([, path = ""]) => path),
  );
  const files = new Set([...named.filter((file) => !file.endsWith(".html")), ...scripts, ...injected]);
  const names = [...files].map((file) => basename(file).replace(/\..*$/, ""));
  expect(names.length).toBeGreaterThanOrEqual(4);
  expect(new Set(names).size).toBe(names.length);
});

function scriptsOf(html: string): string[] {
  return Array.from(html.matchAll(/<script[^>]* src="([^"]+)"/g), ([, path = ""]) => path);
}

test("the worker's loader loads the worker and nothing else", () => {
  const loader = built().background.service_worker;
  const imports = Array.from(
    readBuilt(loader).matchAll(/import\s*['"]([^'"]+)['"]/g),
    ([, path = ""]) => path,
  );
  expect(imports.map((path) => basename(path).replace(/\..*$/, ""))).toEqual(["service-worker"]);
  expect(readBuilt(imports[0] ?? "")).toContain("onMessage");
});

test("the injected scripts stand alone: they import and export nothing", () => {
  const injected = builtFiles(/page-(driver|pointer)\.js$/);
  expect(injected.length).toBeGreaterThan(1);
  for (const path of injected) {
    const types = parseAst(readBuilt(path)).body.map((node) => node.type);
    expect(types.filter((type) => /^(Import|Export)/.test(type))).toEqual([]);
    expect(readBuilt(path)).not.toMatch(/\bimport\(/);
  }
});

/** Names of formats and places to find help: text, never an address that code goes to. */
const addressesAsText = [
  "http://www.w3.org/",
  "http://json-schema.org/",
  "https://json-schema.org/",
  "https://schema.org",
  "http://schema.org",
  // Names of the metadata formats of PDF.
  "http://ns.adobe.com/",
  "http://purl.org/dc/elements/1.1/",
  "http://www.aiim.org/",
  // In messages of libraries to developers.
  "https://stuk.github.io/jszip/",
  "https://tools.ietf.org/html/",
  "https://vite.dev/guide/",
  // Where 快速離開 sends the person's own tab.
  "https://www.cwa.gov.tw/",
];

/** Addresses of posts and profiles, built as text by the readers of platforms: pure code that can reach nothing. */
function platformHosts(): string[] {
  const readers = filesBelow("src/platforms", [".ts"]).map(textOf).join("\n");
  return Array.from(readers.matchAll(/https:\/\/([\w.-]+)/g), ([, host = ""]) => host);
}

/** Everything that is a value when the code runs; what stands in comments is not. */
function textsOf(path: string): string[] {
  const content = readBuilt(path);
  return path.endsWith(".js") ? literalsIn(parseAst(content)) : [content];
}

function literalsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(literalsIn);
  if (typeof node !== "object" || node === null) return [];
  const { type, value } = node as { type?: string; value?: unknown };
  if (type === "Literal")
    return typeof value === "string" ? [value] : [String((node as { raw?: string }).raw)];
  if (type === "TemplateElement") return [(value as { raw: string }).raw];
  return Object.values(node).flatMap(literalsIn);
}

test("the built code names no address but formats, platforms and places to find help", () => {
  const help = filesBelow("src/data", [".json"]).map(textOf).join("");
  const platforms = new Set(platformHosts());
  const found = builtFiles(/\.(js|css|html)$/)
    .flatMap(textsOf)
    .flatMap((text) =>
      Array.from(text.matchAll(/(?:https?|wss?):\/\/[\w.-]+[^\s"'`<>)\\]*/g), ([address]) => address),
    );
  const unknown = found.filter(
    (address) =>
      !addressesAsText.some((known) => address.startsWith(known)) &&
      !platforms.has(/^https:\/\/([\w.-]+)/.exec(address)?.[1] ?? "") &&
      !help.includes(new URL(address).host),
  );
  expect(found.length).toBeGreaterThan(0);
  expect(unknown).toEqual([]);
});

test("what is built can be read: lines stay short and names stay whole", () => {
  for (const path of builtFiles(/\.js$/)) {
    const lines = readBuilt(path).split("\n");
    const median = lines.map((line) => line.length).sort((one, other) => one - other)[
      Math.floor(lines.length / 2)
    ];
    expect(median, path).toBeLessThan(100);
  }
  expect(builtFiles(/\.js$/).map(readBuilt).join("\n")).toContain("findingSentence");
});

test("two builds of one tree are the same, byte for byte", () => {
  const again = mkdtempSync(join(tmpdir(), "keepleaf-again-"));
  try {
    buildInto(again);
    expect(readdirSync(again, { recursive: true }).sort()).toEqual(
      readdirSync(dist, { recursive: true }).sort(),
    );
    for (const path of builtFiles(/\.(js|css|html|json)$/)) {
      expect(readFileSync(join(again, path), "utf8") === readBuilt(path), path).toBe(true);
    }
  } finally {
    rmSync(again, { recursive: true, force: true });
  }
}, 60_000);
