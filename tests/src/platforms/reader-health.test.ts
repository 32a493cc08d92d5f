/** Readers say how old they are, and each is tried on as many pages as it claims. */
import { expect, test } from "vitest";
import { platformFor, platforms } from "../../../src/platforms/platform-table.ts";
import { isStale } from "../../../src/platforms/reader-health.ts";
import { savedPages } from "../../platforms/saved-pages.ts";

test("a reader is old after 120 days without a look", () => {
  expect(isStale("2026-11-27", "2027-03-27T00:00:00Z")).toBe(false);
  expect(isStale("2026-11-27", "2027-03-28T00:00:01Z")).toBe(true);
});

test("every reader has an id of its own, and the generic one is asked last", () => {
  const ids = platforms.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.at(-1)).toBe("generic");
});

test.each(platforms)("$id says how many pages it is tried on", ({ id, fixtureCount }) => {
  const own = savedPages.filter(({ url }) => platformFor(new URL(url))?.id === id);
  expect(own.length).toBe(fixtureCount);
});

test("the twelve platforms people name first are tried on three layouts or more", () => {
  const first = "facebook instagram threads x tiktok youtube telegram discord dcard ptt plurk generic".split(
    " ",
  );
  const few = platforms.filter(({ id, fixtureCount }) => first.includes(id) && fixtureCount < 3);
  expect(few.map(({ id }) => id)).toEqual([]);
});
