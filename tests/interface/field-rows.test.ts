/** Chips say where a value is from, or why there is none; notes become one line a kind. */
import { describe, expect, it } from "vitest";
import { fieldChip, posterField } from "../../extension/interface/field-rows.ts";
import { noteLines } from "../../extension/interface/note-lines.ts";
import { type Field, type Fields, fieldStates } from "../../src/platforms/field.ts";
import { say } from "../../src/words/say.ts";
import { itemNumber } from "../store/store-samples.ts";

function found(value: string, method: Field["candidates"][number]["method"] = "json-ld"): Field {
  return {
    state: "found",
    value,
    candidates: [{ value, method, locator: "x", raw: value, confidence: "high" }],
  };
}

const nothing: Fields = itemNumber(1).fields;

describe("a chip", () => {
  it("names the source of the value that is shown, not of the first one found", () => {
    const two = {
      ...found("乙", "visible-text"),
      candidates: [...found("甲").candidates, ...found("乙", "visible-text").candidates],
    };
    expect(say("zh-TW", fieldChip(two).word)).toBe("畫面文字");
    expect(say("zh-TW", fieldChip(found("甲")).word)).toBe("頁面資料");
  });

  it("has a sign and a word in every state, each its own", () => {
    const chips = fieldStates.map((state) => fieldChip({ ...found("甲"), state }));
    const seen = chips.map(({ icon, word }) => `${icon} ${say("en", word)}`);
    expect(new Set(seen).size).toBe(fieldStates.length);
  });

  it("is never the look of something broken when a value is missing", () => {
    expect(fieldChip(nothing.postedAt)).toMatchObject({ look: "missing", word: "state.not-found" });
  });
});

describe("the poster", () => {
  it("is name and handle together, or whichever there is", () => {
    const both = { ...nothing, posterName: found("測試帳號甲"), posterHandle: found("@test_a") };
    expect(posterField(both).value).toBe("測試帳號甲 @test_a");
    expect(posterField({ ...both, posterName: nothing.posterName }).value).toBe("@test_a");
    expect(posterField({ ...both, posterHandle: nothing.posterHandle }).value).toBe("測試帳號甲");
    expect(posterField(nothing)).toMatchObject({ state: "not-found", value: null });
  });
});

describe("notes", () => {
  it("are counted by kind and keep each detail once", () => {
    const lines = noteLines([
      { code: "hole" },
      { code: "foreign-frame", detail: "https://other.example" },
      { code: "hole" },
      { code: "foreign-frame", detail: "https://other.example" },
    ]);
    expect(lines).toEqual([
      { code: "hole", times: 2, details: [] },
      { code: "foreign-frame", times: 2, details: ["https://other.example"] },
    ]);
  });

  it("keep the judge's own words off the screen", () => {
    expect(noteLines([{ code: "inner-scroller", detail: "primary" }])[0]?.details).toEqual([]);
  });
});
