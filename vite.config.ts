/** Builds the extension and names the test rings. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { crx, type ManifestV3Export } from "@crxjs/vite-plugin";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { forFirefox } from "./firefox-manifest.ts";
import { LongestFirst } from "./tests/longest-first.ts";
import manifest from "./manifest.json" with { type: "json" };

/**
 * CRXJS opens every injected script to every web page (crxjs 1130). Nothing of ours may be reachable from a page,
 * so the key goes from the built manifest; `tests/manifest.test.ts` and the browser ring hold it so.
 * The manifest also gets the digest of everything built: it stands in every bundle, so that anyone who builds the
 * same sources can tell whether the same code ran.
 */
function closeManifest(): Plugin {
  return {
    name: "close-manifest",
    apply: "build",
    enforce: "post",
    writeBundle({ dir = "dist" }) {
      const file = join(dir, "manifest.json");
      const { web_accessible_resources: _open, ...closed } = JSON.parse(readFileSync(file, "utf8"));
      const named = { ...closed, version_name: `${closed.version}+${digestOf(dir)}` };
      writeFileSync(file, `${JSON.stringify(named, null, 2)}\n`);
    },
  };
}

/** First 16 hex of the SHA-256 over names and contents of all built files but the manifest, in order of name. */
function digestOf(folder: string): string {
  const hash = createHash("sha256");
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  for (const name of names) {
    const file = join(folder, name);
    if (name === "manifest.json" || !statSync(file).isFile()) continue;
    hash.update(`${name.replaceAll("\\", "/")}\0`).update(readFileSync(file));
  }
  return hash.digest("hex").slice(0, 16);
}

function pluginsFor(mode: string) {
  return mode === "firefox"
    ? [crx({ manifest: forFirefox(manifest), browser: "firefox" }), closeManifest()]
    : [crx({ manifest: manifest as ManifestV3Export }), closeManifest()];
}

/**
 * Files of a ring share their modules, and loading them is a third of the pure one's work. None remembers anything but
 * `read-blob.ts`, whose spare memory stands for nothing; its own test takes a fresh one.
 */
const rings = [
  {
    test: {
      name: "pure",
      include: [
        "tests/*.test.ts",
        "tests/src/**/*.test.ts",
        "tests/platforms/**/*.test.ts",
        "tests/interface/**/*.test.ts",
        "tests/store/*.test.ts",
        "tests/vectors/*.test.ts",
      ],
      // Some start whole programs, and all wait behind the browsers: a busy machine is no failure.
      testTimeout: 240_000,
      hookTimeout: 240_000,
      // Many wait for those programs, so one core is not to be left idle.
      maxWorkers: Math.max(2, availableParallelism() - 1),
      isolate: false,
    },
  },
  {
    test: {
      name: "browser",
      include: ["tests/browser/*.test.ts"],
      testTimeout: 120_000,
      hookTimeout: 120_000,
      // A browser waits more than it works; more than two wait for each other.
      maxWorkers: 2,
      isolate: false,
    },
  },
];

export default defineConfig(({ mode }) => ({
  publicDir: "extension/public",
  // Readable output: reviewers and experts must be able to read what ran.
  build: {
    outDir: mode === "firefox" ? "dist-firefox" : "dist",
    minify: false,
    modulePreload: false,
    target: mode === "firefox" ? "firefox140" : "chrome127",
    // Pages that the manifest does not name.
    rollupOptions: {
      input: {
        library: "extension/library/library.html",
        ...(mode !== "firefox" && { composer: "extension/offscreen/composer.html" }),
      },
    },
  },
  plugins: process.env["VITEST"] ? [] : pluginsFor(mode),
  test: {
    projects: rings,
    sequence: { sequencer: LongestFirst },
  },
}));
