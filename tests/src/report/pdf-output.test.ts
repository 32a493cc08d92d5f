/** What a document writes, and the Blob it becomes. */
import fc from "fast-check";
import type { PdfReference } from "pdfkit";
import { expect, test } from "vitest";
import { PdfOutput } from "../../../src/report/pdf/pdf-output.ts";

/** As pdfkit ends an object without a stream of its own. */
function objectIn(output: PdfOutput): PdfReference {
  const data: Record<string, unknown> = {};
  const end = () => {
    output.addLine("1 0 obj");
    output.addLine(`<<\n/Length ${data["Length"]}\n>>`);
    output.addLine("endobj");
  };
  return { data, end } as unknown as PdfReference;
}

async function bytesOf(output: PdfOutput): Promise<Buffer> {
  output.addLine("%%EOF");
  const whole = output.whole();
  expect(whole.size).toBe(output.length);
  return Buffer.from(await whole.arrayBuffer());
}

const lengths = fc.array(fc.oneof(fc.nat(300), fc.constantFrom(600_000, 1_048_576, 1_500_000)), {
  maxLength: 8,
});

test("every byte of every piece, in its order, also where the writer uses its memory again", async () => {
  await fc.assert(
    fc.asyncProperty(lengths, async (all) => {
      const output = new PdfOutput();
      const shared = new Uint8Array(1_500_000);
      for (const [index, length] of all.entries()) output.add(shared.subarray(0, length).fill(index + 1));
      const expected = all.map((length, index) => Buffer.alloc(length, index + 1));
      expect((await bytesOf(output)).equals(Buffer.concat([...expected, Buffer.from("%%EOF\n")]))).toBe(true);
    }),
    { numRuns: 12 },
  );
});

test("lines have one byte a character and a line end, however long they are", async () => {
  await fc.assert(
    fc.asyncProperty(lengths, async (all) => {
      const output = new PdfOutput();
      const lines = all.map((length, index) => String.fromCharCode(0xf0 + index).repeat(length));
      for (const line of lines) output.addLine(line);
      const expected = Buffer.from(`${[...lines, "%%EOF"].join("\n")}\n`, "latin1");
      expect((await bytesOf(output)).equals(expected)).toBe(true);
    }),
    { numRuns: 12 },
  );
});

test("a Blob is the stream of the object that ends with it, and of no other", async () => {
  const output = new PdfOutput();
  output.endWith(objectIn(output), new Blob(["picture"]));
  objectIn(output).end();
  const first = "1 0 obj\n<<\n/Length 7\n>>\nstream\npicture\nendstream\nendobj\n";
  const second = "1 0 obj\n<<\n/Length undefined\n>>\nendobj\n";
  expect((await bytesOf(output)).toString()).toBe(`${first}${second}%%EOF\n`);
});

test("a document that was not written to its end is none", () => {
  const output = new PdfOutput();
  output.addLine("%PDF-1.7");
  expect(() => output.whole()).toThrow();
});
