/** Packs the sample case in a process of its own and prints that process's offset and the digest of the container. */
import { sha256Hex } from "../../../src/base/digest.ts";
import { packBundle } from "../../../src/bundle/pack-bundle.ts";
import { packInput, sampleCase } from "./sample-case.ts";

const { zip } = await packBundle(packInput(await sampleCase()));
const offsetMinutes = -new Date("2026-11-21T11:31:05Z").getTimezoneOffset();
process.stdout.write(`${offsetMinutes} ${await sha256Hex(zip)}\n`);
