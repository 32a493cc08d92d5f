/** `npm test`: every gate in order, then the rings; ends with how many tests passed and failed. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
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
const rings = ["pure", "browser"];

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
  for (const [name, ...words] of gates) passGate(name, words, environment);
  return process.argv.includes("--gates") ? 0 : runRings(environment);
});

function passGate(name, words, environment) {
  const startedAtMs = Date.now();
  process.stdout.write(`▸ ${name}\n`);
  if (!runNode(words, environment)) {
    throw new PlainRefusal(`這一關沒有過：${name}`, `This gate did not pass: ${name}`);
  }
  process.stdout.write(`  ${((Date.now() - startedAtMs) / 1_000).toFixed(1)} s\n`);
}

/** Both rings run even when the first fails: its count belongs to the end. */
function runRings(environment) {
  const folder = mkdtempSync(join(tmpdir(), "keepleaf-test-"));
  try {
    const results = rings.map((ring) => runRing(ring, folder, environment));
    const passed = sum(results.map((result) => result.passed));
    const failed = sum(results.map((result) => result.failed));
    process.stdout.write(`${passed} passed, ${failed} failed\n`);
    return results.every((result) => result.isSound) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runRing(ring, folder, environment) {
  const outcome = join(folder, `${ring}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${outcome}`];
  const isSound = runNode(
    ["node_modules/vitest/vitest.mjs", "run", "--project", ring, ...reporters],
    environment,
  );
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

function runNode(words, environment) {
  const ended = spawnSync(process.execPath, words, {
    stdio: ["ignore", "inherit", "inherit"],
    env: environment,
  });
  return ended.status === 0;
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
