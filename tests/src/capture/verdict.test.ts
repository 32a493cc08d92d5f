/** Which notes make which verdict. */
import { expect, it } from "vitest";
import { judge, type NoteCode, noteCodes } from "../../../src/capture/verdict.ts";

it("is complete only without notes, or with the mask that was asked for", () => {
  expect(judge([], 3).kind).toBe("complete");
  expect(judge([{ code: "pictures-masked" }], 3).kind).toBe("complete");
  const other = noteCodes.filter((code) => code !== "pictures-masked");
  for (const code of other) expect(judge([{ code }], 3).kind, code).not.toBe("complete");
});

it("has facts only where there is no frame, whatever else is noted", () => {
  for (const code of noteCodes) expect(judge([{ code }], 0).kind).toBe("facts-only");
});

it.each<[NoteCode, string]>([
  ["page-navigated", "partial"],
  ["hole", "partial"],
  ["interrupted", "partial"],
  ["not-a-web-page", "visible-part-only"],
  ["pending-images", "complete-with-notes"],
])("%s makes it %s", (code, kind) => {
  expect(judge([{ code }], 1).kind).toBe(kind);
});

it("is partial when the part that scrolls inside is the page itself", () => {
  expect(judge([{ code: "inner-scroller", detail: "primary" }], 1).kind).toBe("partial");
  expect(judge([{ code: "inner-scroller", detail: "secondary" }], 1).kind).toBe("complete-with-notes");
});
