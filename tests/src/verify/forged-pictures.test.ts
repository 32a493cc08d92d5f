/** Forged pictures: no picture gets into a bundle that may not have it, whatever lists are written anew. */
import { expect, test } from "vitest";
import { putText } from "../bundle/bag-contents.ts";
import { appendTo, capture, type ForgeryRow, forged, png, replaceIn } from "./forge.ts";

const forgeries: ForgeryRow[] = [
  [
    "a picture in a bundle without pictures",
    (bag) => void bag.files.set("data/captures/c0001/frame-000.png", png),
    "item-file-extra",
    { recipient: "school" },
  ],
  [
    "a picture written into the report",
    replaceIn(
      "data/report/evidence-report.html",
      "</style>",
      '.x{background:url("data:image/png;base64,AAAA")}</style>',
    ),
    "picture-not-allowed",
  ],
  [
    "another kind of picture written into the report",
    replaceIn("data/report/evidence-report.html", "</main>", "data:image/jpeg;base64,AAAA</main>"),
    "picture-not-allowed",
  ],
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
