/** The layers that protect a bundle, each asked of a program that is not ours. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Paper } from "./sealed-case.ts";

/** `count` is what BagIt validators hold against Payload-Oxum; `paper` and `key` are the seal and the fingerprint on the sheet. */
export const layers = [
  "zip",
  "manifest",
  "count",
  "audit",
  "tags",
  "log",
  "signature",
  "stamp",
  "paper",
  "key",
] as const;
export type Layer = (typeof layers)[number];

/** The log's chain from its first line, and its end against the head inside the seal: what ten lines can do. */
const chain = `
import hashlib, json, re, sys
previous, lines = '0' * 64, open('data/custody/log.jsonl', 'rb').read().split(b'\\n')
for number, line in enumerate(lines[:-1]):
    entry = json.loads(line)
    if entry['previous'] != previous or entry['sequence'] != number: sys.exit(number + 1)
    previous = hashlib.sha256(line).hexdigest()
sys.exit(0 if 'Custody-Log-Head: ' + previous + '\\n' in open('bag-info.txt').read() else 255)
`;

const count =
  "test \"$(find data -type f -printf '%s\\n' | awk '{s+=$1} END {print s\".\"NR}')\" = \"$(sed -n 's/^Payload-Oxum: //p' bag-info.txt)\"";

const fingerprint =
  "openssl pkey -pubin -in proof/public-key.pem -outform DER 2>&1 | sha256sum | cut -d' ' -f1";

/** Each succeeds while its layer holds. `BUNDLE` is the container, the folder is what came out of it. */
function commands({ seal, keySha256, rootFile }: Paper): Record<Layer, string> {
  const stamp = `openssl ts -verify -data tagmanifest-sha256.txt -in proof/tagmanifest-sha256.txt.tsr`;
  return {
    zip: "! 7z t ../BUNDLE.zip 2>&1 | grep -qiE 'warning|error'",
    manifest: "sha256sum -c --quiet --strict manifest-sha256.txt",
    count,
    audit: "hashdeep -r -l -c sha256 -a -k hashdeep-known.txt data",
    tags: "sha256sum -c --quiet --strict tagmanifest-sha256.txt",
    log: `python3 -c "${chain}"`,
    signature:
      "openssl dgst -sha256 -verify proof/public-key.pem -signature proof/tagmanifest-sha256.txt.sig tagmanifest-sha256.txt",
    stamp: `${stamp} -CAfile ${rootFile} -untrusted proof/tsa-ca.pem`,
    paper: `test "$(sha256sum < tagmanifest-sha256.txt)" = "${seal}  -"`,
    key: `test "$(${fingerprint})" = "${keySha256}"`,
  };
}

/** Names of the layers that do not hold, as the programs of others say. */
export async function brokenLayers(zip: Blob, paper: Paper): Promise<Layer[]> {
  const folder = mkdtempSync(join(tmpdir(), "keepleaf-tamper-"));
  try {
    writeFileSync(join(folder, "BUNDLE.zip"), new Uint8Array(await zip.arrayBuffer()));
    const bag = join(folder, "bag");
    mkdirSync(bag);
    // A container that is odd but can be read is unpacked with a warning: what is inside is judged all the same.
    run("unzip -q -o ../BUNDLE.zip; mv keepleaf-*/* .", bag);
    return layers.filter((layer) => run(commands(paper)[layer], bag) !== 0);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(command: string, folder: string): number | null {
  const { error, status } = spawnSync("bash", ["-c", command], { cwd: folder, stdio: "pipe" });
  if (error) throw error;
  return status;
}
