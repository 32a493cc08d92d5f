/** `npm test`: every gate, then the rings; ends with how many tests passed and failed. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { constants, setPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./setup/find-browser.mjs";
import { findFirefox, findJudges } from "./setup/find-judges.mjs";
import { projectRoot } from "./setup/install-dependencies.mjs";
import { endWith, PlainRefusal } from "./setup/say-plainly.mjs";
import { prepare } from "./setup.mjs";

const gates = [
  ["biome", "node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."],
  ["tsc src", "node_modules/typescript/bin/tsc", "-p", "src"],
  ["tsc extension", "node_modules/typescript/bin/tsc", "-p", "extension"],
  ["tsc tests", "node_modules/typescript/bin/tsc", "-p", "tests"],
  ["knip", "node_modules/knip/bin/knip.js"],
  ["vite build", "node_modules/vite/bin/vite.js", "build", "--logLevel", "warn"],
  [
    "vite build for Firefox",
    "node_modules/vite/bin/vite.js",
    "build",
    "--mode",
    "firefox",
    "--logLevel",
    "warn",
  ],
];
await endWith(async () => {
  await prepare();
  const isLong = process.argv.includes("--long");
  findJudges(isLong);
  const environment = {
    ...process.env,
    KEEPLEAF_BROWSER: findBrowser(),
    KEEPLEAF_DIST: join(projectRoot, "dist"),
    KEEPLEAF_DIST_FIREFOX: join(projectRoot, "dist-firefox"),
    KEEPLEAF_FIREFOX: findFirefox() ?? "firefox",
    ...(isLong && { SLOW: "1" }),
  };
  await passGates(environment);
  return process.argv.includes("--gates") ? 0 : runRings(environment);
});

/** Two at a time, each printed whole when it is done; the first that does not pass ends the run. */
async function passGates(environment) {
  const waiting = [...gates];
  const pass = async () => {
    for (let gate = waiting.shift(); gate; gate = waiting.shift()) await passGate(gate, environment);
  };
  await Promise.all([pass(), pass()]);
}

async function passGate([name, ...words], environment) {
  const startedAtMs = Date.now();
  const running = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "pipe"], env: environment });
  const printed = [];
  for (const stream of [running.stdout, running.stderr]) stream.on("data", (piece) => printed.push(piece));
  const [status] = await once(running, "close");
  const seconds = ((Date.now() - startedAtMs) / 1_000).toFixed(1);
  process.stdout.write(`▸ ${name}  ${seconds} s\n${Buffer.concat(printed)}`);
  if (status !== 0) throw new PlainRefusal(`這一關沒有過：${name}`, `This gate did not pass: ${name}`);
}

/**
 * Browsers wait for half of their time: the pure ring works meanwhile, behind them, so that they keep their pace. What
 * it prints comes in one piece at its end. Both run even when one fails: its count belongs to the end.
 */
async function runRings(environment) {
  const folder = mkdtempSync(join(tmpdir(), "keepleaf-test-"));
  try {
    const results = await Promise.all([
      runRing("browser", folder, { environment, priority: constants.priority.PRIORITY_NORMAL }),
      runBehind("pure", folder, environment),
    ]);
    const passed = sum(results.map((result) => result.passed));
    const failed = sum(results.map((result) => result.failed));
    process.stdout.write(`${passed} passed, ${failed} failed\n`);
    return results.every((result) => result.isSound) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runBehind(ring, folder, environment) {
  const printed = join(folder, `${ring}.txt`);
  const output = openSync(printed, "w");
  const priority = constants.priority.PRIORITY_BELOW_NORMAL;
  const result = await runRing(ring, folder, { environment, output, priority });
  closeSync(output);
  process.stdout.write(readFileSync(printed));
  return result;
}

async function runRing(ring, folder, { environment, output = "inherit", priority }) {
  const outcome = join(folder, `${ring}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${outcome}`];
  const running = spawn(
    process.execPath,
    ["node_modules/vitest/vitest.mjs", "run", "--project", ring, ...reporters],
    { stdio: ["ignore", output, output], env: environment },
  );
  setPriority(running.pid, priority);
  const [status] = await once(running, "exit");
  const isSound = status === 0;
  const { numPassedTests: passed, numFailedTests: failed } = readOutcome(outcome);
  return { passed, failed: isSound ? failed : Math.max(failed, 1), isSound: isSound && passed > 0 };
}

/** A ring that died before it could write has passed nothing. */
function readOutcome(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { numPassedTests: 0, numFailedTests: 1 };
  }
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
