/** `proof/README-verify.txt`: fixed text, so that the verifier can tell when somebody changed it. */
import { windowsText } from "../report/windows-text.ts";
import { verifyCommands } from "../report/verify-commands.ts";
import { type Language, languages, say } from "../words/say.ts";

export function verifyInstructions(): string {
  return windowsText(languages.flatMap((language) => [...inLanguage(language), ""]));
}

function inLanguage(language: Language): string[] {
  return [
    say(language, "report.verify.title"),
    say(language, "report.verify.where"),
    "",
    ...verifyCommands.flatMap(({ key, command }) => [
      say(language, `report.command.${key}`),
      `    ${command}`,
      "",
    ]),
    say(language, "report.first.seal"),
    say(language, "report.first.differs"),
  ];
}

/**
 * SHA-256 of every text this file ever had, newest last: the file is outside the seal, so its digest is known here.
 * A changed sentence adds a line; an old bundle must still be found unchanged.
 */
export const knownInstructions: readonly string[] = [
  "43c5ce6e0f7900c2e673c1d992ecb342a3f0224be1ecd82f430eb414e6414460",
];
