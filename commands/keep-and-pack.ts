/** The whole job without a person: keeps each page, packs one bundle, checks it, and tells the result. */
import type { KeepleafBrowser } from "./browser/launch-browser.ts";
import { launchBrowser } from "./browser/launch-browser.ts";
import { chooseLanguage } from "./browser/choose-language.ts";
import { type KeepOutcome, keepPage } from "./browser/keep-page.ts";
import { packCase } from "./browser/pack-case.ts";
import { openToKeep, pagesAtHand } from "./open-pages.ts";
import { printBundle } from "./print-bundle.ts";
import type { PageToKeep, StartPlan } from "./read-arguments.ts";
import { inBoth, tell } from "./say-both.ts";
import { type FailureCode, failureCodes } from "../src/base/failure.ts";
import { languages, say } from "../src/words/say.ts";
import type { PlannedRun } from "./show-pages.ts";

/** 0 only when every page was kept and the bundle verifies. */
export async function keepAndPack({ plan, browserPath, extensionFolder }: PlannedRun): Promise<number> {
  const { pages, isClosedOff, stop } = await pagesAtHand(plan);
  const keepleaf = await launchBrowser({
    browserPath,
    extensionFolder,
    isHeadless: true,
    isClosedOff,
    language: "zh-TW",
  });
  try {
    await chooseLanguage(keepleaf, "zh-TW");
    const kept = await keepEach(keepleaf, pages, plan);
    if (kept === 0) {
      tell("command.nothing-to-pack");
      return 1;
    }
    const isSound = await packAndCheck(keepleaf, plan);
    return isSound && kept === pages.length ? 0 : 1;
  } finally {
    await keepleaf.browser.close();
    await stop();
  }
}

/** How many were kept. */
async function keepEach(
  keepleaf: KeepleafBrowser,
  pages: readonly PageToKeep[],
  plan: StartPlan,
): Promise<number> {
  let kept = 0;
  for (const page of pages) {
    tell("command.keeping", { address: page.address });
    const reasons = await reasonsNotKept(keepleaf, page, plan);
    if (reasons.length === 0) kept += 1;
    tell(reasons.length === 0 ? "command.kept" : "command.not-kept", { address: page.address });
    for (const reason of reasons) console.log(reason);
  }
  return kept;
}

/** Nothing when the page was kept. */
async function reasonsNotKept(
  keepleaf: KeepleafBrowser,
  page: PageToKeep,
  plan: StartPlan,
): Promise<string[]> {
  const opened = await openToKeep(keepleaf, page).catch(() => null);
  if (opened === null) return [inBoth("command.page-not-opened")];
  try {
    return reasonsIn(await keepPage(keepleaf, opened, plan.about));
  } finally {
    await opened.close().catch(() => undefined);
  }
}

function reasonsIn(outcome: KeepOutcome): string[] {
  switch (outcome.kind) {
    case "kept":
      return [];
    case "silent":
      return [inBoth("command.no-answer", { seconds: outcome.seconds })];
    case "failed":
      return languages.map((language) => {
        const code = knownCode(outcome.code);
        return [say(language, `failure.${code}.what`), say(language, `failure.${code}.do`)].join(" ");
      });
  }
}

function knownCode(code: string): FailureCode {
  return failureCodes.find((known) => known === code) ?? "browser-refused";
}

async function packAndCheck(keepleaf: KeepleafBrowser, plan: StartPlan): Promise<boolean> {
  const recipient = plan.recipient;
  const [chinese, english] = languages.map((language) =>
    say(language, "command.packing", { recipient: say(language, `recipient.${recipient}`) }),
  );
  console.log(`${chinese}\n${english}`);
  const packed = await packCase(keepleaf, recipient, plan.outFolder);
  if (packed) return await printBundle(packed);
  tell("command.not-packed");
  return false;
}
