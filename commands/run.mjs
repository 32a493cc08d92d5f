/** `node commands/run.mjs NAME …`: prepares, then runs commands/NAME.ts, whose `run` gives the exit status. */
import { findBrowser } from "./setup/find-browser.mjs";
import { projectRoot } from "./setup/install-dependencies.mjs";
import { endWith } from "./setup/say-plainly.mjs";
import { prepare } from "./setup.mjs";

await endWith(async () => {
  const [name = "", ...words] = process.argv.slice(2);
  await prepare();
  const { run } = await import(`./${name}.ts`);
  return await run({ words, findBrowser, projectRoot });
});
