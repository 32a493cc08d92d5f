/** Brings node_modules to exactly what package-lock.json says, and leaves it alone when it is. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runShown } from "./run-program.mjs";
import { PlainRefusal, sayPlainly } from "./say-plainly.mjs";

export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const isNewEnough = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (isNewEnough) return;
  throw new PlainRefusal(
    `需要 Node.js 20.19 以上或 22.12 以上，現在是 ${process.versions.node}。請先更新 Node.js，再執行一次。`,
    `Node.js 20.19 or newer, or 22.12 or newer, is needed; this is ${process.versions.node}. Update Node.js and run this again.`,
  );
}

/**
 * Not `npm ci`: that refuses a lock from which optional packages for other systems are absent, and a lock made against
 * a registry without them is such a one. What the lock says is held all the same: nothing is saved, every archive is
 * checked against its digest, and afterwards what was installed is compared with the lock line by line.
 */
const installing = ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"];

export function installDependencies() {
  if (isInstalledAsLocked()) return;
  sayPlainly("正在安裝鎖定版本的套件。", "Installing the locked dependencies.");
  if (runNpm(installing) && isInstalledAsLocked()) return;
  throw new PlainRefusal(
    "套件沒有裝好。請確認網路和磁碟空間，再執行一次。",
    "The dependencies could not be installed. Check the network and the disk space, and run this again.",
  );
}

/** npm writes down what it installed; that has to be what the lock asks for, version and digest. */
function isInstalledAsLocked() {
  const installed = packagesIn(join(projectRoot, "node_modules", ".package-lock.json"));
  const locked = packagesIn(join(projectRoot, "package-lock.json"));
  if (!installed || !locked) return false;
  return Object.entries(locked).every(([path, wanted]) => path === "" || isSame(installed[path], wanted));
}

/** A package for another kind of machine is rightly absent. */
function isSame(present, wanted) {
  if (!present) return wanted.optional === true;
  return present.version === wanted.version && present.integrity === wanted.integrity;
}

function packagesIn(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : null;
}

function runNpm(words) {
  const own = process.env["npm_execpath"];
  process.chdir(projectRoot);
  if (own?.endsWith(".js")) return runShown(process.execPath, [own, ...words]);
  if (process.platform === "win32") return runShown("cmd", ["/c", "npm", ...words]);
  return runShown("npm", words);
}
