/** The digest of a file too large for the platform to copy: the same, also where compiled code is forbidden. */
import { createHash } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { blobMeans } from "../../../src/verify/read-stored.ts";

afterEach(() => vi.unstubAllGlobals());

const large = new Uint8Array(9 * 1024 * 1024).map((_, index) => index * 7 + (index >> 9));
const expected = createHash("sha256").update(large).digest("hex");

test("is that of every other program", async () => {
  expect(await (await blobMeans(new Blob())).sha256(large)).toBe(expected);
});

test("is worked out by the platform where compiled code is forbidden", async () => {
  const forbidden = () => Promise.reject(new Error("forbidden"));
  vi.stubGlobal("WebAssembly", { compile: forbidden, instantiate: forbidden });
  expect(await (await blobMeans(new Blob())).sha256(large)).toBe(expected);
});
