/** `proof/README-verify.txt`: fixed text, so that the verifier can tell when somebody changed it. */
import { windowsText } from "../report/windows-text.ts";
import { proofCommands, type VerifyCommand, verifyCommands, zipCommands } from "../report/verify-commands.ts";
import { type Language, languages, say } from "../words/say.ts";

export function verifyInstructions(): string {
  return windowsText(languages.flatMap((language) => [...inLanguage(language), ""]));
}

function inLanguage(language: Language): string[] {
  return [
    say(language, "report.verify.title"),
    "",
    say(language, "report.verify.before"),
    "",
    ...commandLines(language, zipCommands),
    say(language, "report.verify.where"),
    "",
    ...commandLines(language, verifyCommands),
    say(language, "report.verify.proofs"),
    "",
    ...commandLines(language, proofCommands),
    say(language, "report.first.seal"),
    say(language, "report.first.differs"),
  ];
}

function commandLines(language: Language, commands: readonly VerifyCommand[]): string[] {
  return commands.flatMap(({ key, command }) => [
    say(language, `report.command.${key}`),
    `    ${command}`,
    "",
  ]);
}

/**
 * SHA-256 of every text this file ever had, newest last: the file is outside the seal, so its digest is known here.
 * A changed sentence adds a line; an old bundle must still be found unchanged.
 */
export const knownInstructions: readonly string[] = [
  "43c5ce6e0f7900c2e673c1d992ecb342a3f0224be1ecd82f430eb414e6414460",
  "6972e577b144cb8b178d01239b7f232e1d91861c0f69efebaed77ab3dda596de",
];
