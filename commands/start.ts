/** `npm start`: the practice post in a window, or the whole job without one. */
import { showPages } from "./show-pages.ts";
import { buildExtension } from "./build-extension.ts";
import { keepAndPack } from "./keep-and-pack.ts";
import { readArguments } from "./read-arguments.ts";
import { tell } from "./say-both.ts";

export interface StartCall {
  words: readonly string[];
  /** The folder the person stands in. */
  calledFrom: string;
  /** The path of a browser that starts. @throws PlainRefusal */
  findBrowser(): string;
  projectRoot: string;
}

/** The exit status. */
export async function start(call: StartCall): Promise<number> {
  const understanding = readArguments(call.words, call.calledFrom);
  if (understanding.kind === "refused") {
    for (const reason of understanding.reasons) console.error(reason);
    return 1;
  }
  const { plan } = understanding;
  const browserPath = call.findBrowser();
  tell("command.building");
  const extensionFolder = await buildExtension(call.projectRoot);
  const isHeadless = plan.isHeadless || !hasDisplay();
  return await (isHeadless ? keepAndPack : showPages)({ plan, browserPath, extensionFolder });
}

function hasDisplay(): boolean {
  if (process.platform !== "linux") return true;
  return Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"]);
}
