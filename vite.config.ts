/** Builds the extension and names the test rings. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crx, type ManifestV3Export } from "@crxjs/vite-plugin";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import manifest from "./manifest.json" with { type: "json" };

/**
 * CRXJS opens every injected script to every web page (crxjs 1130). Nothing of ours may be reachable from a page,
 * so the key goes from the built manifest; `tests/manifest.test.ts` and the browser ring hold it so.
 */
function nothingWebAccessible(): Plugin {
  return {
    name: "nothing-web-accessible",
    apply: "build",
    enforce: "post",
    writeBundle({ dir }) {
      const file = join(dir ?? "dist", "manifest.json");
      const { web_accessible_resources: _open, ...closed } = JSON.parse(readFileSync(file, "utf8"));
      writeFileSync(file, `${JSON.stringify(closed, null, 2)}\n`);
    },
  };
}

export default defineConfig({
  publicDir: "extension/public",
  // Readable output: reviewers and experts must be able to read what ran.
  build: {
    outDir: "dist",
    minify: false,
    modulePreload: false,
    target: "chrome127",
    rollupOptions: { input: { library: "extension/library/library.html" } },
  },
  plugins: process.env["VITEST"] ? [] : [crx({ manifest: manifest as ManifestV3Export }), nothingWebAccessible()],
  test: {
    projects: [
      { test: { name: "pure", include: ["tests/*.test.ts", "tests/src/**/*.test.ts", "tests/store/*.test.ts", "tests/vectors/*.test.ts"] } },
      {
        test: {
          name: "browser",
          include: ["tests/browser/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
