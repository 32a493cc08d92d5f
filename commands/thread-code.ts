/**
 * The code of a thread in one piece. A thread that has to find and translate a hundred modules by itself has worked for a
 * second before it begins (measured, Node 20); of one piece it begins at once.
 */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

let made: Promise<string> | null = null;

/** Of `check-worker.ts`, as one script. Made once. */
export function threadCode(): Promise<string> {
  made ??= bundled("./check-worker.ts");
  return made;
}

async function bundled(path: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(path, import.meta.url))],
    bundle: true,
    platform: "node",
    format: "cjs",
    write: false,
    logLevel: "silent",
  });
  return outputFiles.map(({ text }) => text).join("");
}
