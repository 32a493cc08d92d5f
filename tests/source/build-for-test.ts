/** Builds the extension as it ships into a folder of its own. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "./read-source.ts";

/** A process of its own: inside the test runner the build's plugins are switched off. */
export function buildInto(folder: string, mode: "production" | "firefox" = "production"): void {
  const { VITEST: _inTests, ...environment } = process.env;
  const vite = join(projectRoot, "node_modules", "vite", "bin", "vite.js");
  const words = [vite, "build", "--logLevel", "warn", "--mode", mode, "--outDir", folder, "--emptyOutDir"];
  const ended = spawnSync(process.execPath, words, { cwd: projectRoot, env: environment, encoding: "utf8" });
  if (ended.status !== 0) throw new Error(`the build failed:\n${ended.stdout}\n${ended.stderr}`);
}
