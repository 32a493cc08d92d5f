/** The same case sealed at the same moment gives the same bytes, wherever and however often it is packed. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { sha256Hex } from "../../../src/base/digest.ts";
import { packBundle } from "../../../src/bundle/pack-bundle.ts";
import { packInput, sampleCase } from "./sample-case.ts";

const script = fileURLToPath(new URL("print-digest.ts", import.meta.url));

function digestIn(zone: string): string {
  const options = { env: { ...process.env, TZ: zone }, encoding: "utf8" as const };
  return execFileSync(process.execPath, ["--import", import.meta.resolve("tsx"), script], options).trim();
}

test("packing twice gives the same bytes", async () => {
  const [one, other] = [
    await packBundle(packInput(await sampleCase())),
    await packBundle(packInput(await sampleCase())),
  ];
  expect(await sha256Hex(one.zip)).toBe(await sha256Hex(other.zip));
  expect(one.seal).toBe(other.seal);
});

test("the order in which items are given makes no difference", async () => {
  const input = packInput(await sampleCase());
  const other = await packBundle({ ...input, items: input.items.toReversed() });
  expect(await sha256Hex(other.zip)).toBe(await sha256Hex((await packBundle(input)).zip));
});

test("the machine's time zone makes no difference", async () => {
  const here = await sha256Hex((await packBundle(packInput(await sampleCase()))).zip);
  expect(digestIn("America/St_Johns")).toBe(`-210 ${here}`);
  expect(digestIn("Pacific/Kiritimati")).toBe(`840 ${here}`);
});
