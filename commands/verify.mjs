/** `npm run verify -- FILE.zip …` and `npm run stamp -- FILE.zip …`: prepares, then runs the command where the person stands. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "./setup/install-dependencies.mjs";
import { endWith } from "./setup/say-plainly.mjs";
import { prepare } from "./setup.mjs";

await endWith(async () => {
  const calledFrom = process.env["INIT_CWD"] ?? process.cwd();
  const [first, ...rest] = process.argv.slice(2);
  const [command, words] = first === "stamp" ? ["stamp.ts", rest] : ["verify.ts", process.argv.slice(2)];
  await prepare();
  const run = ["--import", import.meta.resolve("tsx"), join(projectRoot, "commands", command)];
  const ended = spawnSync(process.execPath, [...run, ...words], { stdio: "inherit", cwd: calledFrom });
  return ended.status ?? 1;
});
