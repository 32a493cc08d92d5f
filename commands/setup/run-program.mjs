/** Runs other programs without a terminal, a locale or an open standard input. */
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * Runs a program to its end, showing what it prints on standard error, so that standard output stays the command's
 * own; true when it ended well.
 * @param {string} program @param {readonly string[]} words @param {Record<string, string>} extra environment
 */
export function runShown(program, words, extra = {}) {
  const env = { ...process.env, ...extra };
  const ended = spawnSync(program, words, { stdio: ["ignore", 2, 2], env });
  return ended.status === 0;
}

/** Runs a program silently; what it printed, or null when it failed. @param {string} program @param {readonly string[]} words */
export function askQuietly(program, words) {
  const ended = spawnSync(program, words, {
    stdio: ["ignore", "pipe", "ignore"],
    encoding: "utf8",
    timeout: 30_000,
  });
  return ended.status === 0 ? ended.stdout : null;
}

/** The full path of a program on PATH, or null. @param {string} name */
export function whereIs(name) {
  const endings = process.platform === "win32" ? [".exe", ".cmd", ""] : [""];
  for (const folder of (process.env["PATH"] ?? "").split(delimiter)) {
    for (const ending of endings) {
      const path = join(folder, `${name}${ending}`);
      if (folder && isRunnable(path)) return path;
    }
  }
  return null;
}

/** @param {string} path */
export function isRunnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
