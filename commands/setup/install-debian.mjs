/** Installs Debian packages where that is possible without asking anybody. */
import { sayPlainly } from "./say-plainly.mjs";
import { askQuietly, runShown, whereIs } from "./run-program.mjs";

let isListFresh = false;

/** True when every package is installed afterwards. @param {readonly string[]} packages */
export function installDebian(packages) {
  const before = privilege();
  if (!whereIs("apt-get") || before === null) return false;
  sayPlainly(`正在安裝：${packages.join("、")}`, `Installing: ${packages.join(", ")}`);
  if (!isListFresh) isListFresh = aptGet(before, ["update"]);
  return aptGet(before, ["install", "-y", "--no-install-recommends", ...packages]);
}

/** What goes in front of apt-get: nothing for root, sudo when it asks no password, null when neither. */
function privilege() {
  if (process.getuid?.() === 0) return [];
  return askQuietly("sudo", ["-n", "true"]) === null ? null : ["sudo", "-n"];
}

/** @param {readonly string[]} before @param {readonly string[]} words */
function aptGet(before, words) {
  const [program, ...rest] = [
    ...before,
    "env",
    "DEBIAN_FRONTEND=noninteractive",
    "LC_ALL=C",
    "apt-get",
    "-q",
    ...words,
  ];
  return runShown(program ?? "env", rest);
}
