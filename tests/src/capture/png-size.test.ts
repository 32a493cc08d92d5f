/** The size of a PNG, read without decoding it. */
import { PNG } from "pngjs";
import { expect, it } from "vitest";
import { pngSize } from "../../../src/capture/png-size.ts";

it("reads what a PNG encoder wrote", () => {
  expect(pngSize(PNG.sync.write(new PNG({ width: 321, height: 7 })))).toEqual({ width: 321, height: 7 });
});

it("knows nothing of other bytes", () => {
  expect(pngSize(new Uint8Array(10))).toBeNull();
  expect(pngSize(new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'/>"))).toBeNull();
});
