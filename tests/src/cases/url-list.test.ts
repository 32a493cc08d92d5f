/** The list of addresses: pasted by the dozen, merged by place, kept whole to the last character. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noAnswers } from "../../../src/cases/answers.ts";
import { caseFactsOf } from "../../../src/cases/case-facts.ts";
import { isOneAddress, readPastedUrls } from "../../../src/cases/pasted-urls.ts";
import { noTime } from "../../../src/cases/typed-time.ts";
import { urlKey } from "../../../src/cases/url-key.ts";
import { type KeptAddress, urlRows } from "../../../src/cases/url-rows.ts";
import { factSequence } from "./fact-sequence.ts";

describe("comparing addresses", () => {
  it.each([
    ["https://social.example/p/1", "http://WWW.social.example/p/1/"],
    ["https://social.example/p/1", "https://social.example:443/p/1?utm_source=x&fbclid=y"],
    ["https://x.com/t/status/1", "https://mobile.twitter.com/t/status/1"],
    [
      "https://www.xiaohongshu.com/explore/abc?xsec_token=A&xsec_source=pc",
      "https://www.xiaohongshu.com/explore/abc",
    ],
    ["https://forum.example/t?b=2&a=1", "https://forum.example/t?a=1&b=2"],
  ])("%s and %s are one place", (one, other) => {
    expect(urlKey(one)).toBe(urlKey(other));
  });

  it.each([
    ["https://mega.nz/file/abc#key1", "https://mega.nz/file/abc#key2"],
    ["https://forum.example/t/1?page=1", "https://forum.example/t/1?page=2"],
    ["https://social.example/p/a", "https://social.example/p/A"],
    ["https://a.example/p", "https://b.example/p"],
    ["https://video.example/watch?v=1", "https://video.example/watch?v=2"],
  ])("%s and %s are two", (one, other) => {
    expect(urlKey(one)).not.toBe(urlKey(other));
  });

  it("gives every text a key and never throws", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.webUrl()), (text) => typeof urlKey(text) === "string"));
  });
});

describe("a pasted list", () => {
  it("of 60 lines is read like the person sees it: new ones, repeated ones, lines that are none", () => {
    const fifty = Array.from({ length: 51 }, (_, index) => `https://social.example/p/${88_420 + index}`);
    const again = fifty.slice(0, 7);
    const pasted = [...fifty, ...again, "昨天看到的那一則", "還有一個"].join("\n");
    const read = readPastedUrls(pasted, []);
    expect(read).toMatchObject({
      lines: 60,
      repeated: 7,
      variants: [],
      notUrls: ["昨天看到的那一則", "還有一個"],
    });
    expect(read.fresh).toEqual(fifty);
  });

  it("keeps fragments and passes whole, and the other spelling of a known place as well", () => {
    const mega = "https://mega.nz/folder/AbC#d-E_f/file/xyz";
    const note = "https://www.xiaohongshu.com/explore/64a?xsec_token=AB%3D&xsec_source=pc_feed";
    const read = readPastedUrls(`${mega}\n${note}`, ["https://www.xiaohongshu.com/explore/64a"]);
    expect(read).toMatchObject({ fresh: [mega], repeated: 1, variants: [note] });
  });

  it("finds addresses among words, without the sign that ends the sentence, and without a scheme", () => {
    const read = readPastedUrls(
      "看這個https://a.example/p/1。還有 https://a.example/p/2).\nt.me/test/5\n3.5 分",
      [],
    );
    expect(read.fresh).toEqual(["https://a.example/p/1", "https://a.example/p/2", "https://t.me/test/5"]);
    expect(read.notUrls).toEqual(["3.5 分"]);
  });
});

describe("an address among other signs", () => {
  it.each([
    ["https://wiki.example/X_(Y)", "https://wiki.example/X_(Y)"],
    ["(https://a.example/p/1)", "https://a.example/p/1"],
    ["(see https://wiki.example/X_(Y)).", "https://wiki.example/X_(Y)"],
    ["\u200ehttps://a.example/p/1\u200e", "https://a.example/p/1"],
    ["\u2068https://a.example/p/1\u2069", "https://a.example/p/1"],
    ["\ufeffhttps://a.example/p/1\u200b.", "https://a.example/p/1"],
    ["\u200ba.example/p/1\u200b", "https://a.example/p/1"],
    ["HTTPS://a.example/p/1?q=中文", "HTTPS://a.example/p/1?q=中文"],
    ["https://a.example/p/%E2%80%8B", "https://a.example/p/%E2%80%8B"],
  ])("%j", (line, address) => {
    expect(readPastedUrls(line, [])).toMatchObject({ fresh: [address], notUrls: [] });
  });

  it("that turns the direction of reading in its middle stays whole, and is a place of its own", () => {
    const turned = "https://a.example/p/\u202egpj.1";
    const read = readPastedUrls(`${turned}\nhttps://a.example/p/1.jpg`, []);
    expect(read.fresh).toEqual([turned, "https://a.example/p/1.jpg"]);
  });

  it("is found wherever it stands, whatever sentence ends behind it", () => {
    const isPlain = (url: string) => !/[()[\]{}]|[.,;:!?'"]$/.test(url);
    const address = fc.webUrl({ withQueryParameters: true }).filter(isPlain);
    const ending = fc.constantFrom("", ".", "!", "。", "）", "」", "\u200b", "\u2069", ")", "?)");
    fc.assert(
      fc.property(address, ending, (url, end) => {
        expect(readPastedUrls(`看這個 ${url}${end} 謝謝`, []).fresh).toEqual([url]);
      }),
    );
  });
});

describe("what a pasted list never does", () => {
  it("takes nothing that is not a web address", () => {
    const hostile = [
      "javascript:alert(1)",
      "data:text/html,x",
      "file:///etc/passwd",
      `https://a.example/${"x".repeat(9_000)}`,
    ];
    expect(readPastedUrls(hostile.join("\n"), [])).toMatchObject({ fresh: [], notUrls: hostile });
  });

  it("has nothing new when it is pasted a second time", () => {
    fc.assert(
      fc.property(
        fc.array(fc.webUrl({ withFragments: true, withQueryParameters: true }), { maxLength: 30 }),
        (urls) => {
          const { fresh, variants } = readPastedUrls(urls.join("\n"), []);
          const again = readPastedUrls(urls.join("\n"), [...fresh, ...variants]);
          expect([again.fresh, again.variants]).toEqual([[], []]);
        },
      ),
    );
  });
});

const kept = (number: number, url: string, canonicalUrl: string | null = null): KeptAddress => ({
  itemId: `77777777-7777-4777-8777-${String(number).padStart(12, "0")}`,
  number,
  url,
  canonicalUrl,
  poster: "測試帳號甲",
});

const listed = { kind: "urls" as const, urls: ["https://a.example/p/1", "https://a.example/p/2"] };
const [one = "", two = ""] = listed.urls.map(urlKey);

describe("rows", () => {
  it("become kept when a page with that address is kept, by its own address or the one it names", () => {
    const facts = caseFactsOf(noAnswers, factSequence(listed));
    const rows = urlRows(facts, [
      kept(2, "https://a.example/open?id=2", "https://a.example/p/2"),
      kept(1, "https://www.a.example/p/1/?utm_source=q"),
      kept(3, "https://b.example/x"),
    ]);
    expect(rows.map((row) => [row.urls, row.kept.map(({ number }) => number)])).toEqual([
      [["https://a.example/p/1"], [1]],
      [["https://a.example/p/2"], [2]],
      [["https://b.example/x"], [3]],
    ]);
  });

  it("show how they stand: the later line wins, the number of the report stays", () => {
    const facts = caseFactsOf(
      noAnswers,
      factSequence(
        listed,
        {
          kind: "submission",
          to: "image-center",
          submitted: noTime,
          receipt: "TEST-0001",
          urlKeys: [one, two],
          words: "",
        },
        { kind: "url-status", urlKeys: [two], status: "removed", seen: noTime, receipt: "", words: "" },
        { kind: "url-status", urlKeys: [two], status: "reappeared", seen: noTime, receipt: "", words: "" },
      ),
    );
    expect(urlRows(facts, []).map(({ status, receipt }) => [status, receipt])).toEqual([
      ["submitted", "TEST-0001"],
      ["reappeared", "TEST-0001"],
    ]);
  });

  it("lose no address however it was written", () => {
    const spellings = [
      "https://a.example/p/1",
      "http://www.a.example/p/1/",
      "https://a.example/p/1?fbclid=z",
    ];
    const facts = caseFactsOf(noAnswers, factSequence({ kind: "urls", urls: spellings }));
    expect(urlRows(facts, [])).toMatchObject([{ urls: spellings }]);
  });
});

describe("an address that is typed", () => {
  it.each([
    "https://social.example/p/1?x=1#frag",
    " http://social.example/p/1 ",
    "social.example/p/1",
    "https://mega.nz/file/AbCd#key",
  ])("%s is one", (typed) => {
    expect(isOneAddress(typed)).toBe(true);
  });

  it.each([
    "",
    "測試帳號甲",
    "@test_a",
    "javascript:alert(1)",
    "在 https://social.example/p/1 看到的",
    "https://a.example/ https://b.example/",
    "https://",
  ])("%s is none", (typed) => {
    expect(isOneAddress(typed)).toBe(false);
  });
});
