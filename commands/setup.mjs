/** Prepares a fresh clone with nothing but Node: after this, TypeScript files can be imported. */
import { checkNode, installDependencies, projectRoot } from "./setup/install-dependencies.mjs";

/** Checks Node, installs the locked dependencies, and lets TypeScript be imported. */
export async function prepare() {
  checkNode();
  installDependencies();
  process.chdir(projectRoot);
  const { register } = await import("tsx/esm/api");
  register();
}
