/** The small parts of a bag, each held to its law. */
import fc from "fast-check";
import { PNG } from "pngjs";
import { expect, test } from "vitest";
import { bagInfoText, readBagInfo } from "../../../src/bundle/bag-info.ts";
import { isSafePath } from "../../../src/archive/safe-path.ts";
import { bagName, bagPaths, isBagPath } from "../../../src/bundle/bag-layout.ts";
import { fromBase64, toBase64 } from "../../../src/bundle/base64.ts";
import { hasInlineMedia } from "../../../src/capture/inline-media.ts";
import { manifestText, readManifest } from "../../../src/bundle/manifest.ts";
import { packBundle } from "../../../src/bundle/pack-bundle.ts";
import { plainPngSize } from "../../../src/bundle/png-form.ts";
import { baggingDate, dosDateTime, sealingStamp } from "../../../src/bundle/sealing-time.ts";
import { knownInstructions, verifyInstructions } from "../../../src/bundle/verify-instructions.ts";
import { sha256Hex } from "../../../src/base/digest.ts";
import { bagContents, textIn } from "./bag-contents.ts";
import { packInput, sampleCase } from "./sample-case.ts";

const digest = fc.stringMatching(/^[0-9a-f]{64}$/);
const path = fc.stringMatching(/^data\/[a-z0-9/.-]{1,20}$/);

test("reading a manifest inverts writing it", () => {
  const lines = fc.uniqueArray(fc.record({ path, sha256: digest }), { selector: (line) => line.path });
  fc.assert(
    fc.property(lines, (written) => {
      const sorted = written.toSorted((one, other) => (one.path < other.path ? -1 : 1));
      expect(readManifest(manifestText(written))).toEqual({ kind: "read", lines: sorted });
    }),
  );
});

test("a manifest that is not as it is written is refused at its line", () => {
  const line = (name: string) => `${"0".repeat(64)}  data/${name}\n`;
  expect(readManifest(line("b") + line("a"))).toEqual({ kind: "malformed", line: 2 });
  expect(readManifest(line("a") + line("a"))).toEqual({ kind: "malformed", line: 2 });
  expect(readManifest(line("a").trimEnd())).toEqual({ kind: "malformed", line: 1 });
  expect(readManifest(line("a").replace("  ", " *"))).toEqual({ kind: "malformed", line: 1 });
  expect(readManifest(`\uFEFF${line("a")}`)).toEqual({ kind: "malformed", line: 1 });
});

test("bag-info is read exactly as it is written, and not otherwise", async () => {
  const text = textIn(
    await bagContents((await packBundle(packInput(await sampleCase()))).zip),
    bagPaths.info,
  );
  const info = readBagInfo(text);
  expect(info && "Law-As-Of" in info && bagInfoText(info)).toBe(text);
  for (const changed of [
    `${text}Extra: 1\n`,
    text.replace("police", "anyone"),
    text.toLowerCase(),
    `${text}\n`,
    text.slice(0, -1),
  ]) {
    expect(readBagInfo(changed)).toBeNull();
  }
});

test("base64 of any bytes is what Node makes of them, and is read back", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    }),
  );
  const long = new Uint8Array(100_001).map((_, index) => index);
  expect(toBase64(long)).toBe(Buffer.from(long).toString("base64"));
  expect(fromBase64("%%%")).toBeNull();
});

test("a path that could leave its folder, on any system, is not safe", () => {
  const unsafe = [
    "../a",
    "a/../b",
    "/a",
    "a//b",
    "a\\b",
    "C:a",
    "a/.",
    "a\0b",
    "nul",
    "data/CON.txt",
    "a.",
    "a ",
    "a/b*",
    "",
    "a\nb",
  ];
  for (const name of unsafe) expect(isSafePath(name)).toBe(false);
  for (const name of Object.values(bagPaths)) expect(isSafePath(name) && isBagPath(name)).toBe(true);
  for (const name of [
    "data/x.txt",
    "data/captures/c1/a.png",
    "data/captures/c0001/a/b.png",
    "proof/a.sig",
    "proof/tagmanifest-sha256.txt.1.tsr",
  ]) {
    expect(isBagPath(name)).toBe(false);
  }
});

test("the sealing time is Taipei's in the ZIP and in the date, UTC in the name", () => {
  const utc = "2026-11-21T23:59:59.999Z";
  expect(sealingStamp(utc)).toBe("20261121T235959Z");
  expect(bagName(utc, "0a1b2c")).toBe("keepleaf-20261121T235959Z-0a1b2c");
  expect(baggingDate(utc)).toBe("2026-11-22");
  expect(dosDateTime(utc)).toBe(
    (((2026 - 1980) << 25) | (11 << 21) | (22 << 16) | (7 << 11) | (59 << 5) | 29) >>> 0,
  );
  expect(() => dosDateTime("1979-01-01T00:00:00.000Z")).toThrow(RangeError);
});

test("a picture written into text is seen however its slashes are escaped", () => {
  const inline = [
    "data:image/png;base64,AA",
    "DATA: image/gif;x=1,A",
    String.raw`data:image\/webp;base64,AA`,
    String.raw`data:image\\\/webp,A`,
    "data:video%2Fmp4;base64,AA",
    "data:image/svg+xml,%3Csvg",
  ];
  for (const text of inline) expect(hasInlineMedia(`before ${text} after`)).toBe(true);
  const harmless = [
    "data:image/png",
    "data:image/png;base64 (2040 characters)",
    "data:text/plain,hello",
    "metadata:image, and more",
    "img-src data:; style-src",
  ];
  for (const text of harmless) expect(hasInlineMedia(text)).toBe(false);
});

/** A chunk whose CRC is left zero: the form is asked, not the checksum. */
function chunk(type: string, content = ""): Buffer {
  const bytes = Buffer.alloc(12 + content.length);
  bytes.writeUInt32BE(content.length);
  bytes.write(type + content, 4, "latin1");
  return bytes;
}

test("only one plain PNG is a plain PNG", () => {
  const png = PNG.sync.write(new PNG({ width: 3, height: 2 }));
  const end = png.length - 12;
  const between = (extra: Buffer) => Buffer.concat([png.subarray(0, end), extra, png.subarray(end)]);
  expect(plainPngSize(png)).toEqual({ width: 3, height: 2 });
  expect(plainPngSize(between(chunk("pHYs", "123456789")))).toEqual({ width: 3, height: 2 });
  const others = [
    between(chunk("eXIf", "thumbnail")),
    between(chunk("tEXt", "words")),
    between(chunk("acTL")),
    Buffer.concat([png, png]),
    Buffer.concat([png, Buffer.from([0])]),
    png.subarray(0, -1),
    Buffer.from("GIF89a"),
    Buffer.alloc(0),
  ];
  for (const bytes of others) expect(plainPngSize(bytes)).toBeNull();
});

test("the verifier knows the instructions as they are written today", async () => {
  expect(knownInstructions.at(-1)).toBe(await sha256Hex(verifyInstructions()));
});
