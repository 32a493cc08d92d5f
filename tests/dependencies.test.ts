/** Holds the closed list of dependencies: which ones, exactly which versions, from the registry alone. */
import { expect, test } from "vitest";
import { textOf } from "./source/read-source.ts";

interface Declared {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

interface LockedPackage {
  integrity?: string;
  resolved?: string;
  link?: boolean;
}

const declared = JSON.parse(textOf("package.json")) as Declared;
const locked = Object.entries(
  (JSON.parse(textOf("package-lock.json")) as { packages: Record<string, LockedPackage> }).packages,
).filter(([path]) => path !== "");

/** What may ship. One more needs a decision in docs/decisions first. */
const mayShip = [
  "@expo-google-fonts/noto-sans-tc",
  "@scure/bip39",
  "@zip.js/zip.js",
  "asn1js",
  "canonicalize",
  "hash-wasm",
  "idb",
  "jszip",
  "pdfkit",
  "pkijs",
  "preact",
  "qrcode-generator",
  "webextension-polyfill",
  "zod",
];

test("nothing ships that is not on the closed list", () => {
  expect(Object.keys(declared.dependencies).sort()).toEqual(mayShip);
});

test("every version is exact", () => {
  const versions = Object.values({ ...declared.dependencies, ...declared.devDependencies });
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test("every locked package carries a SHA-512 digest", () => {
  expect(locked.length).toBeGreaterThan(100);
  const bare = locked.filter(([, { integrity }]) => !integrity?.startsWith("sha512-")).map(([path]) => path);
  expect(bare).toEqual([]);
});

test("no locked package names a place to fetch it from or lies outside node_modules", () => {
  const elsewhere = locked.filter(
    ([path, { resolved, link }]) => resolved || link || !path.startsWith("node_modules/"),
  );
  expect(elsewhere.map(([path]) => path)).toEqual([]);
});

test("every direct dependency says why it is there", () => {
  const page = textOf("docs/DEPENDENCIES.md");
  const names = Object.keys({ ...declared.dependencies, ...declared.devDependencies });
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});
