/** The commands by which anyone checks a bag without us, run inside the unzipped folder. */

export interface VerifyCommand {
  key: "check-files" | "check-lists" | "show-seal" | "find-added" | "windows-seal";
  command: string;
}

export const verifyCommands: readonly VerifyCommand[] = [
  { key: "check-files", command: "sha256sum -c --quiet --strict manifest-sha256.txt && echo OK" },
  { key: "check-lists", command: "sha256sum -c --quiet --strict tagmanifest-sha256.txt && echo OK" },
  { key: "show-seal", command: "sha256sum tagmanifest-sha256.txt" },
  { key: "find-added", command: "hashdeep -r -l -c sha256 -a -v -k hashdeep-known.txt data" },
  { key: "windows-seal", command: "certutil -hashfile tagmanifest-sha256.txt SHA256" },
];
