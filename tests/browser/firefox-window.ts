/**
 * The window of Firefox around the pages: its toolbar and the popup that opens from it. WebDriver BiDi has no word for
 * either, so this speaks to the window itself, which Firefox allows when started with `--remote-allow-system-access`.
 */
import type { Browser } from "puppeteer-core";

/** Puppeteer speaks BiDi over this; it has no public call for commands of Mozilla's own. */
interface BidiConnection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

export interface FirefoxWindow {
  /** Runs in the window; arguments and result travel as JSON. @throws what the function throws */
  run<Result>(work: (...values: never[]) => Result | Promise<Result>, ...values: unknown[]): Promise<Result>;
}

export async function windowOf(browser: Browser): Promise<FirefoxWindow> {
  const { connection } = browser as unknown as { connection: BidiConnection };
  const tree = await connection.send("browsingContext.getTree", { "moz:scope": "chrome" });
  const context = (tree.result as { contexts: { context: string }[] }).contexts[0]?.context;
  if (!context) throw new Error("Firefox shows no window");
  return {
    run: async (work, ...values) => {
      const words = `async (values) => JSON.stringify((await (${work})(...JSON.parse(values))) ?? null)`;
      const { result } = await connection.send("script.callFunction", {
        functionDeclaration: words,
        arguments: [{ type: "string", value: JSON.stringify(values) }],
        awaitPromise: true,
        target: { context },
      });
      return valueIn(result as Answer);
    },
  };
}

interface Answer {
  type: "success" | "exception";
  result?: { value: string };
  exceptionDetails?: { text: string };
}

function valueIn<Result>(answer: Answer): Result {
  if (answer.type === "exception" || !answer.result)
    throw new Error(answer.exceptionDetails?.text ?? "no answer from the window of Firefox");
  return JSON.parse(answer.result.value) as Result;
}
