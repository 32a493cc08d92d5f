/** `npm start`: prepares, then opens the browser on the practice post, or keeps the named pages by itself. */
import { findBrowser } from "./setup/find-browser.mjs";
import { projectRoot } from "./setup/install-dependencies.mjs";
import { endWith } from "./setup/say-plainly.mjs";
import { prepare } from "./setup.mjs";

await endWith(async () => {
  const calledFrom = process.env["INIT_CWD"] ?? process.cwd();
  await prepare();
  const { start } = await import("./start.ts");
  return await start({ words: process.argv.slice(2), calledFrom, findBrowser, projectRoot });
});
