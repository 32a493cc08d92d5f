/** Forged items: an edit of what was kept is found by the digests in capture.json and in the log. */
import { expect, test } from "vitest";
import { putText } from "../bundle/bag-contents.ts";
import { capture, drop, dropSecondItem, type ForgeryRow, forged, moveItem, png, replaceIn } from "./forge.ts";

const forgeries: ForgeryRow[] = [
  [
    "another address in an item",
    replaceIn(capture, "social.example/p/1", "social.example/p/9"),
    "item-not-in-log",
  ],
  [
    "another picture",
    (bag) =>
      void bag.files.set(
        "data/captures/c0001/frame-001.png",
        bag.files.get("data/captures/c0002/text.txt") ?? png,
      ),
    "item-file-differs",
  ],
  ["another text", replaceIn("data/captures/c0001/text.txt", "測試", "測視"), "item-file-differs"],
  ["a file dropped from an item", drop("data/captures/c0001/text.txt"), "item-file-missing"],
  [
    "a file added to an item",
    (bag) => putText(bag, "data/captures/c0001/more.txt", "more"),
    "item-file-extra",
  ],
  ["an item dropped whole", async (bag) => dropSecondItem(bag), "item-missing"],
  ["an item without capture.json", drop(capture), "file-missing"],
  ["an item in the wrong folder", (bag) => moveItem(bag), "item-differs"],
  ["a fact that items do not have", replaceIn(capture, '{"about"', '{"aaa":1,"about"'), "item-malformed"],
  ["an item that is no JSON", (bag) => putText(bag, capture, "{"), "item-malformed"],
  ["an item nested too deep", (bag) => putText(bag, capture, "[".repeat(100_000)), "item-malformed"],
];

test.each(forgeries)(
  "%s is found although every list was written anew",
  async (...[, edit, code, sketch]) => {
    const { isSound, findings } = await forged(edit, sketch);
    expect(isSound).toBe(false);
    expect(findings.map((finding) => finding.code)).toContain(code);
  },
);
