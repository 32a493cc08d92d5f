/** Forged pictures: no picture gets into a bundle that may not have it, whatever lists are written anew. */
import { expect, test } from "vitest";
import { type BagContents, putText } from "../bundle/bag-contents.ts";
import { appendTo, capture, type ForgeryRow, forged, png, replaceIn } from "./forge.ts";

function drawInReport(bag: BagContents, object: string): void {
  const report = Buffer.from(bag.files.get("data/report/evidence-report.pdf") ?? []);
  const at = report.lastIndexOf("xref");
  const drawn = Buffer.from(`<<\n${object}\n>>\n`, "latin1");
  bag.files.set(
    "data/report/evidence-report.pdf",
    new Uint8Array(Buffer.concat([report.subarray(0, at), drawn, report.subarray(at)])),
  );
}

const forgeries: ForgeryRow[] = [
  [
    "a picture in a bundle without pictures",
    (bag) => void bag.files.set("data/captures/c0001/frame-000.png", png),
    "file-extra",
    { recipient: "school" },
  ],
  [
    "a picture drawn into the report that is no frame",
    (bag) => drawInReport(bag, "/Type /XObject\n/Subtype /Image\n/Length 4\n>>\nstream\nAAAA\nendstream"),
    "picture-not-allowed",
  ],
  [
    "a picture of another codec in the report",
    (bag) => drawInReport(bag, "/Filter /DCTDecode"),
    "picture-not-allowed",
  ],
  [
    "a picture under a name in another spelling",
    (bag) => drawInReport(bag, "/Subtype/Image\n/Length 4\n>>\nstream\nAAAA\nendstream"),
    "picture-not-allowed",
  ],
  [
    "a picture under an escaped name",
    (bag) => drawInReport(bag, "/S#75btype /#49mage\n/Length 4\n>>\nstream\nAAAA\nendstream"),
    "picture-not-allowed",
  ],
  ["a file attached to the report", (bag) => drawInReport(bag, "/Type /EmbeddedFile"), "picture-not-allowed"],
  [
    "a picture written into a text",
    (bag) => putText(bag, "data/report/urls.txt", "data:image/png;base64,AAAA"),
    "picture-not-allowed",
  ],
  [
    "a frame with something behind its end",
    (bag) => appendTo(bag, "data/captures/c0001/frame-001.png"),
    "picture-not-allowed",
  ],
  [
    "a picture that is no frame",
    (bag) => void bag.files.set("data/captures/c0001/photo.png", png),
    "picture-not-allowed",
  ],
  [
    "a picture under the name of a text",
    (bag) => void bag.files.set("data/captures/c0001/text.txt", new Uint8Array([0xff, 0xd8, 0xff, 0xe0])),
    "picture-not-allowed",
  ],
  [
    "an item whose mask was not on",
    replaceIn(capture, '"isMasked":true,"number"', '"isMasked":false,"number"'),
    "picture-not-allowed",
  ],
];

test.each(forgeries)(
  "%s is found although every list was written anew",
  async (...[, edit, code, sketch]) => {
    const { isSound, findings } = await forged(edit, sketch);
    expect(isSound).toBe(false);
    expect(findings.map((finding) => finding.code)).toContain(code);
  },
);

test("an adult case may hold what a page wrote, as text", async () => {
  const text = "data:image/png;base64,AAAA";
  const { findings } = await forged(() => undefined, { about: "adult", items: [{ text, title: text }] });
  expect(findings).toEqual([]);
});
