/** The commands by which anyone checks a bag without us. */

export interface VerifyCommand {
  key:
    | "check-files"
    | "check-lists"
    | "show-seal"
    | "find-added"
    | "windows-seal"
    | "check-zip"
    | "check-signature"
    | "show-key"
    | "check-stamp"
    | "show-time"
    | "check-expired-stamp"
    | "check-report"
    | "read-report"
    | "open-locked";
  /** `BUNDLE.zip` and the words in capitals are to be replaced. */
  command: string;
}

/** Inside the unzipped folder, for every bundle. */
export const verifyCommands: readonly VerifyCommand[] = [
  { key: "check-files", command: "sha256sum -c --quiet --strict manifest-sha256.txt && echo OK" },
  { key: "check-lists", command: "sha256sum -c --quiet --strict tagmanifest-sha256.txt && echo OK" },
  { key: "show-seal", command: "sha256sum tagmanifest-sha256.txt" },
  { key: "find-added", command: "hashdeep -r -l -c sha256 -a -v -k hashdeep-known.txt data" },
  { key: "windows-seal", command: "certutil -hashfile tagmanifest-sha256.txt SHA256" },
];

const signature = "proof/tagmanifest-sha256.txt.sig";
const stamp = "proof/tagmanifest-sha256.txt.tsr";

/** Inside the folder as well: who signed, when it was stamped, whether the report is whole. */
export const proofCommands: readonly VerifyCommand[] = [
  {
    key: "check-signature",
    command: `openssl dgst -sha256 -verify proof/public-key.pem -signature ${signature} tagmanifest-sha256.txt`,
  },
  {
    key: "show-key",
    command: "openssl pkey -pubin -in proof/public-key.pem -outform DER | openssl dgst -sha256",
  },
  {
    key: "check-stamp",
    command: `openssl ts -verify -data tagmanifest-sha256.txt -in ${stamp} -CAfile proof/tsa-ca.pem -untrusted proof/tsa-ca.pem`,
  },
  { key: "show-time", command: `openssl ts -reply -in ${stamp} -text` },
  {
    key: "check-expired-stamp",
    command: `openssl ts -verify -data tagmanifest-sha256.txt -in ${stamp} -CAfile proof/tsa-ca.pem -untrusted proof/tsa-ca.pem -attime EPOCH`,
  },
  { key: "check-report", command: "qpdf --check data/report/evidence-report.pdf" },
  { key: "read-report", command: "pdftotext -layout data/report/evidence-report.pdf -" },
];

/** Beside the ZIP file, before it is opened. */
export const zipCommands: readonly VerifyCommand[] = [
  { key: "check-zip", command: "7z t BUNDLE.zip" },
  { key: "check-zip", command: "unzip -tq BUNDLE.zip" },
  { key: "check-zip", command: "bsdtar -tf BUNDLE.zip" },
  { key: "open-locked", command: "7z x -pPASSPHRASE LOCKED.zip" },
  { key: "open-locked", command: "bsdtar --passphrase PASSPHRASE -xf LOCKED.zip" },
];
