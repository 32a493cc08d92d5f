/** `npm run verifier`: builds `verify.html`, one file that checks bundles offline: script and style inside, no request allowed. */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";

/** The exit status. */
export async function run({ projectRoot }: { projectRoot: string }): Promise<number> {
  const file = join(projectRoot, "dist", "verify.html");
  await buildVerifier(projectRoot, file);
  console.log(file);
  return 0;
}

export async function buildVerifier(projectRoot: string, file: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "keepleaf-verifier-"));
  try {
    await build({
      root: projectRoot,
      configFile: false,
      logLevel: "warn",
      publicDir: false,
      build: {
        outDir: folder,
        minify: false,
        modulePreload: false,
        cssCodeSplit: false,
        rollupOptions: { input: join(projectRoot, "extension", "verifier", "verify.html") },
      },
    });
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, onePage(joined(folder, ".js"), joined(folder, ".css")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** There is one of each; a second one would mean that something is loaded later. */
function joined(folder: string, end: string): string {
  const [name, ...others] = readdirSync(join(folder, "assets")).filter((one) => one.endsWith(end));
  if (!name || others.length > 0) throw new Error(`expected one ${end} file, found ${others.length + 1}`);
  return readFileSync(join(folder, "assets", name), "utf8");
}

/**
 * The policy names the digests of the very script and style, lets checksums be compiled for the processor and threads be
 * started from what that script holds, and allows nothing else: no connection, no frame, no form.
 */
function onePage(script: string, style: string): string {
  const code = script.replaceAll("</script", "<\\/script");
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${digest(code)}' 'wasm-unsafe-eval'`,
    "worker-src blob:",
    `style-src 'sha256-${digest(style)}'`,
    "img-src data: blob:",
    "form-action 'none'",
    "base-uri 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="zh-Hant-TW" class="page">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>留葉</title>
<style>${style}</style>
</head>
<body>
<div id="screen" class="screen"></div>
<script type="module">${code}</script>
</body>
</html>
`;
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
