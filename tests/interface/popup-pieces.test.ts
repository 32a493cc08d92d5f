/** What the popup says of a page, and how much room it takes. */
import { describe, expect, it } from "vitest";
import { popupRoom } from "../../extension/popup/popup-room.ts";
import { caseWith } from "../../extension/popup/popup-state.ts";
import { shortAddress, siteOf } from "../../extension/popup/site-of.ts";
import { caseFile } from "../store/store-samples.ts";

describe("the page in front", () => {
  it("is a site, a file, or closed to us", () => {
    expect(siteOf("https://social.example:8443/p/1?x#y")).toEqual({
      kind: "web",
      host: "social.example:8443",
    });
    expect(siteOf("file:///a/b.html")).toEqual({ kind: "file" });
    for (const closed of [null, "", "chrome://version", "about:blank", "not an address"]) {
      expect(siteOf(closed)).toEqual({ kind: "closed" });
    }
  });

  it("has a short address that keeps both ends", () => {
    expect(shortAddress("https://www.social.example/p/88420/")).toBe("social.example/p/88420");
    const long = shortAddress(`https://social.example/${"a".repeat(200)}/the-end`);
    expect(long).toHaveLength(32);
    expect(long.startsWith("social.example/")).toBe(true);
    expect(long.endsWith("/the-end")).toBe(true);
  });
});

describe("the popup's room", () => {
  it("leaves the rail in sight on a small screen and never grows past 600", () => {
    expect(popupRoom(1_080)).toBe(600);
    expect(popupRoom(600)).toBe(500);
    expect(popupRoom(200)).toBe(300);
  });
});

describe("the record an answer leads to", () => {
  it("is the newest one with that answer", () => {
    const older = { ...caseFile, code: "A-01", createdAtUtc: "2026-11-01T00:00:00.000Z" };
    const newer = { ...caseFile, code: "A-03", createdAtUtc: "2026-11-03T00:00:00.000Z" };
    expect(caseWith([older, newer], "adult")?.code).toBe("A-03");
    expect(caseWith([older, newer], "unknown")).toBeNull();
  });
});
