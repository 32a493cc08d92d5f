/** What the popup says of a page, and how much room it takes. */
import { describe, expect, it } from "vitest";
import { popupRoom } from "../../extension/popup/popup-room.ts";
import { caseChoices, choiceFor } from "../../extension/popup/case-choices.ts";
import { shortAddress, siteOf } from "../../extension/popup/site-of.ts";
import { unsortedCase } from "../../src/evidence/choose-case.ts";
import { caseFor } from "../fakes/case-for.ts";
import { FixedClock } from "../fakes/fixed-clock.ts";
import { MemoryStore } from "../fakes/memory-store.ts";

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

describe("the records to choose from", () => {
  const making = () => ({
    store: new MemoryStore(),
    clock: new FixedClock(),
    newId: () => crypto.randomUUID(),
  });

  it("are all there are, newest first, and always one that nobody answered for", async () => {
    const tools = making();
    expect(await caseChoices(tools.store)).toEqual([{ file: null, mask: "age-unknown", isUnanswered: true }]);
    const own = await caseFor(tools, "adult");
    tools.clock.pass(1_000);
    const child = await caseFor(tools, "minor");
    const choices = await caseChoices(tools.store);
    expect(choices.map(({ file, mask }) => [file?.code ?? null, mask])).toEqual([
      ["A-02", "under-18"],
      ["A-01", null],
      [null, "age-unknown"],
    ]);
    expect(choiceFor(choices, own.id).file).toEqual(own);
    expect(choiceFor(choices, crypto.randomUUID()).file).toBeNull();
    expect(choiceFor(choices, child.id).mask).toBe("under-18");
  });

  it("name the one without answers by its code once it is there", async () => {
    const tools = making();
    const { code } = await unsortedCase(tools);
    expect((await caseChoices(tools.store)).map(({ file }) => file?.code)).toEqual([code]);
  });
});
