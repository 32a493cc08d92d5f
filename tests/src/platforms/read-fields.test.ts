/** What a page says of its poster and time, and what is never invented. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fields, firstFieldNames } from "../../../src/platforms/field.ts";
import { readFields } from "../../../src/platforms/read-fields.ts";
import { isSameInstant } from "../../../src/platforms/same-instant.ts";
import { pageReading } from "../../fakes/page-reading.ts";

const url = "https://social.example/p/88420";
const time = "2026-11-20T23:05:00+08:00";

function post(change: object): string {
  return JSON.stringify({ "@context": "https://schema.org", "@type": "SocialMediaPosting", url, ...change });
}

function read(change: Parameters<typeof pageReading>[0]) {
  const { posterName, posterProfileUrl, postedAt } = readFields(pageReading(change), null);
  return { name: posterName, profile: posterProfileUrl, time: postedAt };
}

const timeElement = {
  machine: time,
  shown: "昨天",
  locator: "time",
  property: null,
  article: 0,
  isNested: false,
  isHidden: false,
};
const author = {
  shown: "測試帳號甲",
  href: null,
  locator: "a",
  article: 0,
  isNested: false,
  isHidden: false,
};

describe("what a page says of itself", () => {
  it("is read from the JSON-LD of this very post, with its source", () => {
    const jsonLd = [
      post({ author: { name: "測試帳號甲", url: "https://social.example/u/417" }, datePublished: time }),
    ];
    const fields = read({ jsonLd });
    expect(fields.name).toMatchObject({ state: "found", value: "測試帳號甲" });
    expect(fields.name.candidates[0]).toMatchObject({
      method: "json-ld",
      raw: "測試帳號甲",
      confidence: "high",
    });
    expect(fields.profile.value).toBe("https://social.example/u/417");
    expect(fields.time).toMatchObject({ state: "found", value: time });
  });

  it("is read from the JSON-LD that has this post's number, however its address is written", () => {
    const jsonLd = [
      post({
        url: "https://social.example/u/pfbid0abc",
        identifier: "10157024746512051:9:0",
        datePublished: time,
      }),
    ];
    const at = (number: string) => read({ jsonLd, url: `https://social.example/u/${number}` }).time.state;
    expect([at("10157024746512051"), at("10157024746512052")]).toEqual(["found", "not-found"]);
  });

  it("is read from Open Graph, meta, bylines and time elements", () => {
    const meta = [
      { name: "article:published_time", content: time },
      { name: "author", content: "測試帳號甲" },
    ];
    expect(read({ meta })).toMatchObject({ name: { value: "測試帳號甲" }, time: { value: time } });
    const shown = read({ articles: 1, times: [timeElement], authors: [author] });
    expect(shown).toMatchObject({ name: { value: "測試帳號甲" }, time: { value: time } });
  });

  it("is a conflict, never merged, where two sources differ", () => {
    const fields = read({
      jsonLd: [post({ author: { name: "測試帳號甲" }, datePublished: time })],
      meta: [{ name: "article:published_time", content: "2026-11-19T08:00:00Z" }],
      authors: [{ ...author, shown: "測試帳號乙" }],
    });
    expect([fields.name.state, fields.time.state]).toEqual(["conflict", "conflict"]);
    expect(fields.time.candidates).toHaveLength(2);
  });
});

describe("`meta[author]`", () => {
  it("is what the page shows too; a name that it shows nowhere is kept and not shown", () => {
    const named = (content: string, text: string, isHidden = false) =>
      read({ meta: [{ name: "author", content }], outline: [{ parent: -1, tag: "p", text, isHidden }] }).name;
    expect(named("測試帳號甲", "作者：測試帳號甲").value).toBe("測試帳號甲");
    expect(named("ada example, Test Paper", "By Ada Example").value).toBe("ada example, Test Paper");
    for (const unseen of [named("測試帳號甲", "頁尾"), named("測試帳號甲", "測試帳號甲", true)]) {
      expect(unseen).toMatchObject({ state: "not-found", value: null });
      expect(unseen.candidates.map(({ value }) => value)).toEqual(["測試帳號甲"]);
    }
  });
});

const nothing = { state: "not-found", value: null };

describe("page data of something else", () => {
  it.each([
    [
      "another page's post",
      [post({ url: "https://social.example/p/1", author: { name: "測試帳號乙" }, datePublished: time })],
    ],
    [
      "one of many posts",
      [1, 2].map((id) =>
        post({
          url: `https://social.example/p/${id}`,
          author: { name: `測試帳號${id}` },
          datePublished: time,
        }),
      ),
    ],
    [
      "two different entities that both claim the page",
      ["甲", "乙"].map((name) => post({ author: { name: `測試帳號${name}` }, datePublished: time })),
    ],
    [
      "a comment",
      [post({ comment: [{ "@type": "Comment", author: { name: "測試帳號乙" }, datePublished: time }] })],
    ],
    ["a change", [post({ dateModified: time })]],
    ["broken data", ["{", "[]", "null", '{"@type":"SocialMediaPosting","author":7,"datePublished":7}']],
  ])("is not taken from %s", (_what, jsonLd) => {
    expect(read({ jsonLd })).toMatchObject({ name: nothing, profile: nothing, time: nothing });
  });
});

describe("what a page does not say", () => {
  it("is not taken from one of several times, or from a time outside the article", () => {
    const later = { ...timeElement, machine: "2026-11-21T00:00:00Z" };
    expect(read({ articles: 1, times: [timeElement, later] }).time).toMatchObject(nothing);
    expect(read({ articles: 2, times: [timeElement] }).time).toMatchObject(nothing);
    expect(read({ articles: 0, times: [{ ...timeElement, article: -1 }] }).time).toMatchObject(nothing);
    expect(read({ articles: 1, times: [{ ...timeElement, machine: "昨天" }] }).time).toMatchObject(nothing);
  });

  it("is not taken from a comment or a quoted post within the article", () => {
    const nested = {
      articles: 1,
      times: [{ ...timeElement, isNested: true }],
      authors: [{ ...author, isNested: true }],
    };
    expect(read(nested)).toMatchObject({ name: nothing, time: nothing });
    const both = {
      articles: 1,
      times: [timeElement, { ...timeElement, machine: "2026-11-21T00:00:00Z", isNested: true }],
    };
    expect(read(both).time).toMatchObject({ state: "found", value: time });
  });

  it("is not taken from one of several bylines", () => {
    expect(read({ authors: [author, { ...author, shown: "測試帳號乙" }] }).name).toMatchObject(nothing);
  });
});

describe("any page", () => {
  it("gives fields of the right shape and no value without a candidate that has it", () => {
    const text = fc.string({ maxLength: 40 });
    const change = fc.record({
      jsonLd: fc.array(
        fc.oneof(
          text,
          fc.json(),
          fc.object().map((value) => post(value)),
        ),
        { maxLength: 4 },
      ),
      meta: fc.array(
        fc.record({ name: fc.constantFrom("author", "article:author", "og:site_name"), content: text }),
      ),
    });
    fc.assert(
      fc.property(change, (changed) => {
        const fields = readFields(pageReading(changed), null);
        expect(Fields.safeParse(fields).success).toBe(true);
        for (const name of firstFieldNames) {
          const { value, candidates } = fields[name];
          if (value !== null) expect(candidates.map((candidate) => candidate.value)).toContain(value);
        }
      }),
    );
  });

  it("without a reading keeps what the browser knows", () => {
    const fields = readFields(null, { url: "https://www.social.example/x", title: "標題" });
    expect([fields.platform.value, fields.pageTitle.value, fields.postedAt.value]).toEqual([
      "social.example",
      "標題",
      null,
    ]);
  });
});

describe("two times are the same", () => {
  it.each([
    ["2026-11-20T23:05:00+08:00", "2026-11-20T15:05:00.000Z", true],
    ["2026-11-20T23:05:00+0800", "2026-11-20T15:05Z", true],
    ["2026-11-20T23:05:00+08:00", "2026-11-20T15:07:00Z", false],
    ["2026-11-20", "2026-11-20T23:05:00+08:00", true],
    ["2026-11-20", "2026-11-24T23:05:00+08:00", false],
    ["昨天", "昨天", true],
    ["昨天", "2026-11-20", false],
  ])("%s and %s: %s", (one, other, isSame) => {
    expect(isSameInstant(one, other)).toBe(isSame);
    expect(isSameInstant(other, one)).toBe(isSame);
  });
});

describe("a field the platform keeps to itself", () => {
  const at = (url: string) => readFields(pageReading({ url }), null);

  it("is blocked, not overlooked: of a shared file its owner, of an anonymous post its number", () => {
    const mega = at("https://mega.nz/file/AbCdEfGh#key");
    for (const name of ["posterName", "posterHandle", "posterId", "posterProfileUrl"] as const) {
      expect(mega[name]).toEqual({ state: "blocked", value: null, candidates: [] });
    }
    expect(mega.postedAt.state).toBe("not-applicable");
    const dcard = at("https://www.dcard.tw/f/talk/p/123456789");
    expect([dcard.posterId.state, dcard.posterName.state]).toEqual(["blocked", "not-found"]);
  });

  it("is blocked where a notice says that the post is gone, and the notice stays as it was said", () => {
    const url = "https://www.threads.net/@test_a/post/C8JnaKaNjOX";
    const notice = { parent: -1, tag: "p", text: "這則貼文已被刪除" };
    const gone = readFields(pageReading({ url, outline: [notice] }), null);
    expect(gone.availability?.value).toBe("這則貼文已被刪除");
    expect(gone.posterId.state).toBe("blocked");
    expect(gone.postId?.state).toBe("derived");
    expect(at(url).posterId.state).toBe("not-found");
  });
});
