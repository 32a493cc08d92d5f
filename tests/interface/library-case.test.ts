/** What the library shows of a record: its days, its items, what lies outside the browser. */
import { describe, expect, it } from "vitest";
import { notYetPacked } from "../../extension/library/backed-up.ts";
import { bundleShare } from "../../extension/library/bundle-share.ts";
import { dayGroups, openDays, type TimelineEntry } from "../../extension/library/day-groups.ts";
import { itemTitle } from "../../extension/library/item-title.ts";
import { readContents } from "../../extension/library/library-contents.ts";
import { readMediaList } from "../../extension/library/media-list.ts";
import { noAnswers } from "../../src/cases/answers.ts";
import { type FactBody, noTags } from "../../src/cases/case-fact.ts";
import { caseFactsOf } from "../../src/cases/case-facts.ts";
import { toldEvents } from "../../src/cases/timeline.ts";
import type { StoredItem } from "../../src/evidence/evidence-store.ts";
import { caseFor } from "../fakes/case-for.ts";
import { recordCustody } from "../../src/evidence/record-custody.ts";
import { factSequence } from "../src/cases/fact-sequence.ts";
import { at, itemNumber } from "../store/store-samples.ts";
import { keptCase } from "./kept-case.ts";

function keptAt(number: number, utc: string): StoredItem {
  return { item: { ...itemNumber(number), startedAt: { ...at, utc } }, readBackAt: at };
}

function nameOf(entry: TimelineEntry): number | string {
  return entry.kind === "kept" ? entry.stored.item.number : entry.event.entry.body.words;
}

describe("the timeline", () => {
  it("has the newest day first, and in a day the newest item first", () => {
    const groups = dayGroups(
      [
        keptAt(1, "2026-11-14T01:00:00.000Z"),
        keptAt(2, "2026-11-20T16:30:00.000Z"),
        keptAt(3, "2026-11-21T11:00:00.000Z"),
      ],
      [],
    );
    expect(groups.map(({ day, entries }) => [day, entries.map(nameOf)])).toEqual([
      ["2026-11-21", [3, 2]],
      ["2026-11-14", [1]],
    ]);
  });

  it("has a person's own words among them by their clock, and what has no day at the end", () => {
    const told = (words: string, day: string | null, clock: string | null): FactBody => ({
      ...{ kind: "incident", incident: "said", happened: { day, clock, words: "" } },
      ...{ account: "", words, tags: noTags },
    });
    const facts = caseFactsOf(
      noAnswers,
      factSequence(
        told("早上", "2026-11-21", "09:00"),
        told("傍晚", "2026-11-21", "19:30"),
        told("那天", "2026-11-21", null),
        told("不記得", null, null),
        told("之前", "2026-11-13", null),
      ),
    );
    const kept = [keptAt(1, "2026-11-21T02:00:00.000Z"), keptAt(2, "2026-11-21T11:00:00.000Z")];
    const groups = dayGroups(kept, toldEvents(facts));
    expect(groups.map(({ day, entries }) => [day, entries.map(nameOf)])).toEqual([
      ["2026-11-21", ["傍晚", 2, 1, "早上", "那天"]],
      ["2026-11-13", ["之前"]],
      [null, ["不記得"]],
    ]);
  });
});

describe("a long timeline", () => {
  it("shows the newest days whole, up to some thirty entries, and folds the others", () => {
    const day = (date: number, count: number) => ({
      day: `2026-11-${String(date).padStart(2, "0")}`,
      entries: Array.from({ length: count }, (): TimelineEntry => ({ kind: "kept", stored: keptAt(1, "") })),
    });
    const open = (...counts: number[]) => [...openDays(counts.map((count, index) => day(28 - index, count)))];
    expect(open(3, 20, 7)).toEqual(["2026-11-28", "2026-11-27", "2026-11-26"]);
    expect(open(3, 20, 8, 1)).toEqual(["2026-11-28", "2026-11-27"]);
    expect(open(64, 1)).toEqual(["2026-11-28"]);
    expect(open()).toEqual([]);
  });
});

describe("an item in a list", () => {
  it("calls an item by its title, else by its place", () => {
    const item = itemNumber(1);
    expect(itemTitle(item)).toBe("測試");
    expect(
      itemTitle({ ...item, address: { ...item.address, title: "  ", url: "https://a.example/x" } }),
    ).toBe("a.example");
    expect(itemTitle({ ...item, address: { ...item.address, title: "", url: "???" } })).toBe("???");
  });
});

describe("what is not backed up", () => {
  it("is everything until a whole bundle was packed, and then what came after", async () => {
    const { store, clock, caseFile, keep } = await keptCase();
    const left = async () =>
      notYetPacked(await store.listItems(caseFile.id), await store.readLog(caseFile.id)).map(
        ({ item }) => item.number,
      );
    const packFor = (recipient: string) =>
      recordCustody(store, {
        caseId: caseFile.id,
        at: clock.now(),
        action: "bundle.packed",
        facts: { recipient },
      });
    await keep();
    await keep();
    expect(await left()).toEqual([2, 1]);
    await packFor("school");
    expect(await left()).toEqual([2, 1]);
    await packFor("self");
    expect(await left()).toEqual([]);
    await keep();
    expect(await left()).toEqual([3]);
  });
});

describe("contents", () => {
  it("are those of the wanted record", async () => {
    const { store, clock, caseFile, keep } = await keptCase();
    await keep();
    clock.pass(1_000);
    const other = await caseFor({ store, clock, newId: () => crypto.randomUUID() }, "minor");
    expect((await readContents(store, other.id)).items).toEqual([]);
    const contents = await readContents(store, caseFile.id);
    expect(contents.items).toHaveLength(1);
    expect(contents.keptCount).toBe(1);
    expect(contents.cases.map(({ code }) => code)).toEqual(["A-02", "A-01"]);
  });

  it("without a wish are those of the newest record that holds something", async () => {
    const { store, clock, caseFile, keep } = await keptCase();
    await keep();
    clock.pass(1_000);
    await caseFor({ store, clock, newId: () => crypto.randomUUID() }, "minor");
    expect((await readContents(store, null)).caseFile).toEqual(caseFile);
  });
});

describe("a recipient's share", () => {
  it("names what goes in and what stays out, and counts only what goes in", async () => {
    const { store, caseFile, keep } = await keptCase("minor");
    await keep();
    const items = await store.listItems(caseFile.id);
    const all = bundleShare("police", items);
    expect(all).toMatchObject({ kindsIn: ["text", "media"], kindsOut: [], isMasked: true });
    expect(all.sizeBytes).toBeGreaterThan(0);
    expect(bundleShare("center", items)).toMatchObject({ kindsIn: ["media"], kindsOut: ["text"] });
    expect(bundleShare("school", items)).toMatchObject({ kindsIn: [], sizeBytes: 0 });
  });
});

describe("media addresses", () => {
  it("are read from what was kept", async () => {
    const { store, keep } = await keptCase();
    const item = await keep();
    const file = await store.readFile(item.id, "media.json");
    expect(readMediaList((await file?.text()) ?? "")).toEqual([]);
    const picture = {
      kind: "image",
      url: "https://img.example/1.jpg",
      box: { x: 0, y: 0, width: 1, height: 1 },
    };
    expect(readMediaList(JSON.stringify({ media: [picture] }))).toEqual([picture]);
  });

  it("are none where the file is not ours", () => {
    for (const text of ["", "{", "null", '{"media":[{"kind":"script"}]}'])
      expect(readMediaList(text)).toBeNull();
  });
});
