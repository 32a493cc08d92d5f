/** Which items are of one account: an ID before a handle before an address, and never by a name alone. */
import { describe, expect, it } from "vitest";
import type { Field } from "../../../src/platforms/field.ts";
import type { CustodyEntry } from "../../../src/custody/custody-entry.ts";
import type { EvidenceItem } from "../../../src/evidence/evidence-item.ts";
import { accountOf, accountsOf } from "../../../src/evidence/same-account.ts";
import { at, caseId, itemNumber } from "../../store/store-samples.ts";

const known = (value: string | null, state: Field["state"] = "found"): Field => ({
  ...{ state: value === null ? "not-found" : state, value, candidates: [] },
});

interface Poster {
  platform?: string;
  name?: string;
  handle?: string;
  id?: string;
  profile?: string;
  isInConflict?: boolean;
}

function postOf(number: number, poster: Poster): EvidenceItem {
  const item = itemNumber(number);
  const state = poster.isInConflict ? "conflict" : "found";
  return {
    ...item,
    fields: {
      ...item.fields,
      platform: known(poster.platform ?? null),
      posterName: known(poster.name ?? null),
      posterHandle: known(poster.handle ?? null, state),
      posterId: known(poster.id ?? null, state),
      posterProfileUrl: known(poster.profile ?? null),
    },
  };
}

const groupsOf = (...posters: Poster[]) =>
  accountsOf(
    posters.map((poster, index) => ({ item: postOf(index + 1, poster), readBackAt: at })),
    [],
  );
const numbersOf = (...posters: Poster[]) =>
  groupsOf(...posters).map(({ items }) => items.map(({ item }) => item.number));

const pairs: [what: string, posters: [Poster, Poster], isOne: boolean][] = [
  [
    "one ID under two names",
    [
      { id: "7", handle: "@a" },
      { id: "7", handle: "@b" },
    ],
    true,
  ],
  [
    "two IDs under one handle",
    [
      { id: "7", handle: "@a" },
      { id: "8", handle: "@a" },
    ],
    false,
  ],
  ["one handle, with and without its sign", [{ handle: "@Test_A" }, { handle: "test_a" }], true],
  [
    "one handle on two sites",
    [
      { platform: "X", handle: "@a" },
      { platform: "Threads", handle: "@a" },
    ],
    false,
  ],
  [
    "one ID on two sites",
    [
      { platform: "X", id: "7" },
      { platform: "Threads", id: "7" },
    ],
    false,
  ],
  [
    "one profile address",
    [{ profile: "https://a.example/u/1" }, { profile: "https://a.example/u/1/?utm_source=x" }],
    true,
  ],
  ["one name and nothing else", [{ name: "測試帳號甲" }, { name: "測試帳號甲" }], false],
  [
    "an ID that two sources tell differently",
    [
      { id: "7", isInConflict: true },
      { id: "7", isInConflict: true },
    ],
    false,
  ],
  ["nothing known", [{}, {}], false],
];

describe("an account", () => {
  it.each(pairs)("%s", (_what, posters, isOne) => {
    expect(numbersOf(...posters).some((numbers) => numbers.length === 2)).toBe(isOne);
  });
});

describe("a group of one account", () => {
  it("says what it is known by, and every name it went by, newest first", () => {
    const [account] = groupsOf(
      { id: "7", name: "測試甲甲", handle: "@test_a" },
      { id: "7", name: "測試帳號甲", handle: "@test_a" },
      { id: "7", name: "測試甲甲", handle: "@test_a" },
    );
    expect(account).toMatchObject({ knownBy: "id", names: ["測試甲甲 @test_a", "測試帳號甲 @test_a"] });
    expect(groupsOf({ handle: "@a" })[0]?.knownBy).toBe("handle");
    expect(groupsOf({ profile: "https://a.example/u" })[0]?.knownBy).toBe("profile");
  });

  it("follows what a person corrected", () => {
    const item = postOf(1, { handle: "@read_wrong" });
    const facts = { itemId: item.id, field: "posterHandle", before: "@read_wrong", after: "@a" };
    const corrected: CustodyEntry = {
      ...{ format: "keepleaf-log-1", caseId, sequence: 1, previous: "0".repeat(64), at },
      ...{ action: "item.corrected", facts: { ...facts, method: "typed", locator: "" } },
    };
    expect(accountOf(item, [corrected])).toEqual(accountOf(postOf(2, { handle: "@a" }), []));
    expect(accountOf(item, [])).not.toEqual(accountOf(item, [corrected]));
  });
});
