/** `npm run verify -- FILE.zip [--json]`: prepares, then checks a bundle with the code the extension uses. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "./setup/install-dependencies.mjs";
import { endWith } from "./setup/say-plainly.mjs";
import { prepare } from "./setup.mjs";

await endWith(async () => {
  const calledFrom = process.env["INIT_CWD"] ?? process.cwd();
  await prepare();
  const words = ["--import", import.meta.resolve("tsx"), join(projectRoot, "commands", "verify.ts")];
  const ended = spawnSync(process.execPath, [...words, ...process.argv.slice(2)], {
    stdio: "inherit",
    cwd: calledFrom,
  });
  return ended.status ?? 1;
});
