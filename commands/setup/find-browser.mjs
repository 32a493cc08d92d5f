/** Finds a Chrome, Edge or Chromium that starts, or installs Debian's. */
import { join } from "node:path";
import { installDebian } from "./install-debian.mjs";
import { askQuietly, isRunnable, whereIs } from "./run-program.mjs";
import { PlainRefusal } from "./say-plainly.mjs";

const namesOnPath = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "microsoft-edge-stable",
];

/** The path of the browser's program. */
export function findBrowser() {
  const named = process.env["KEEPLEAF_BROWSER"];
  if (named) return namedBrowser(named);
  const found = placesToLook().find((path) => path !== null && startsWell(path));
  if (found) return found;
  if (installDebian(["chromium"])) {
    const installed = whereIs("chromium");
    if (installed && startsWell(installed)) return installed;
  }
  throw new PlainRefusal(
    "找不到瀏覽器。請安裝 Chrome、Edge 或 Chromium，或把它的路徑寫在 KEEPLEAF_BROWSER，再執行一次。",
    "No browser was found. Install Chrome, Edge or Chromium, or put its path into KEEPLEAF_BROWSER, and run this again.",
  );
}

function namedBrowser(path) {
  if (startsWell(path)) return path;
  throw new PlainRefusal(
    `KEEPLEAF_BROWSER 指的程式開不起來：${path}`,
    `The program that KEEPLEAF_BROWSER names does not start: ${path}`,
  );
}

function placesToLook() {
  return [...namesOnPath.map(whereIs), ...usualPlaces().filter(isRunnable)];
}

function usualPlaces() {
  if (process.platform === "darwin") {
    return ["Google Chrome", "Microsoft Edge", "Chromium"].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform !== "win32") return [];
  const roots = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].map((name) => process.env[name]);
  const tails = ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"];
  return roots.flatMap((root) => (root ? tails.map((tail) => join(root, tail)) : []));
}

/** A stub that only advertises a package exits with an error; on Windows asking would open a window. */
function startsWell(path) {
  if (!isRunnable(path)) return false;
  return process.platform === "win32" || askQuietly(path, ["--version"]) !== null;
}
