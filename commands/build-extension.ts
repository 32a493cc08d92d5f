/** Builds the extension into dist/. */
import { join } from "node:path";
import { build } from "vite";

/** The folder the browser loads. @throws what Vite throws when the build fails */
export async function buildExtension(projectRoot: string): Promise<string> {
  await build({ root: projectRoot, logLevel: "warn" });
  return join(projectRoot, "dist");
}
