/**
 * Bundles packed once and kept: what was sound must stay sound, and what was found must be found, in every later version.
 * A new format adds its own files here; these stay as they are.
 */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Verification } from "../../src/verify/verification.ts";
import { verifyBundle } from "../../src/verify/verify-bundle.ts";

function verified(name: string): Promise<Verification> {
  return verifyBundle(new Blob([readFileSync(new URL(name, import.meta.url))]));
}

test("the sound bundle is sound, with its seal", async () => {
  expect(await verified("sound.zip")).toMatchObject({
    isSound: true,
    findings: [],
    seal: "a0e0950c485e75f9683eb6af5bd5b76553c7698f10afc08b122178d5bad73fd0",
    bagName: "keepleaf-20261121T113105Z-7c4190",
    recipient: "self",
    files: 24,
    items: [{ folder: "c0001" }, { folder: "c0002" }],
    log: { lines: 5 },
  });
});

test("the tampered bundle: a list edited, a table removed, a file added, a line of the log dropped", async () => {
  const { isSound, findings } = await verified("tampered.zip");
  expect(isSound).toBe(false);
  expect(findings.map(({ code, path, line }) => [code, path, line])).toEqual([
    ["file-unexpected", "data/added.txt", undefined],
    ["file-missing", "data/custody/log.csv", undefined],
    ["file-changed", "data/custody/log.jsonl", undefined],
    ["file-changed", "data/report/urls.txt", undefined],
    ["count-differs", undefined, undefined],
    ["log-broken", "data/custody/log.jsonl", 3],
  ]);
});

test("the forged bundle: the time of a post edited and every list written anew", async () => {
  const { isSound, findings } = await verified("forged.zip");
  expect(isSound).toBe(false);
  expect(findings).toEqual([
    { code: "item-differs", path: "data/captures/c0001/capture.json", detail: "case.json" },
    { code: "item-not-in-log", path: "data/captures/c0001/capture.json" },
  ]);
});

test("the bundle with strips is sound: its picture is rebuilt from its frames, pixel for pixel", async () => {
  expect(await verified("picture.zip")).toMatchObject({
    isSound: true,
    findings: [],
    seal: "136c265b2e45a127114524b1da6458039e6ea7c527ea312dad2ff2251509b1e5",
    items: [{ folder: "c0001", frames: 4, verdict: "complete" }],
  });
});

test("the forged strip: one pixel edited and every digest written anew", async () => {
  const { isSound, findings } = await verified("forged-picture.zip");
  expect(isSound).toBe(false);
  expect(findings).toContainEqual({
    code: "composite-differs",
    path: "data/captures/c0001/tile-001.png",
    detail: "row 25",
  });
});
