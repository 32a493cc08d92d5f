/** The lists that are pasted into forms, and the times as readers in Taiwan write them. */
import { expect, test } from "vitest";
import { noAnswers } from "../../../src/cases/answers.ts";
import { type FactBody, noTags, type Tags } from "../../../src/cases/case-fact.ts";
import { caseFactsOf } from "../../../src/cases/case-facts.ts";
import { noTime } from "../../../src/cases/typed-time.ts";
import { pasteCenter } from "../../../src/report/paste-center.ts";
import { pastePolice } from "../../../src/report/paste-police.ts";
import { pasteSchool } from "../../../src/report/paste-school.ts";
import { documentTime, taipeiTime, taipeiTimeOf } from "../../../src/report/taipei-time.ts";
import { urlList } from "../../../src/report/url-list.ts";
import { sampleMedia } from "../bundle/sample-item.ts";
import { factSequence } from "../cases/fact-sequence.ts";
import { sampleSubject } from "./sample-subject.ts";

function rowsOf(text: string): string[][] {
  return text
    .split("\r\n")
    .filter((line) => line.includes(" | "))
    .map((line) => line.split(" | "));
}

test("the centre's list has one row for each picture address, the largest picture first", async () => {
  const small = { ...sampleMedia("https://img.example/icon.png"), box: { x: 0, y: 0, width: 2, height: 2 } };
  const large = sampleMedia("https://img.example/photo.jpg");
  const [head, ...rows] = rowsOf(
    pasteCenter("zh-TW", await sampleSubject([{ media: [small, large, small] }])),
  );
  expect(head).toEqual([
    "網站名稱",
    "頁面網址",
    "影像網址",
    "發布者帳號",
    "發布者ID",
    "發布時間",
    "擷取時間",
  ]);
  expect(rows.map(([, , media]) => media)).toEqual([large.url, small.url]);
  expect(rows[0]).toEqual([
    "範例社群",
    "https://social.example/p/1?ref=share#top",
    large.url,
    "@test_a",
    "（缺）",
    "115 年 11 月 20 日（五）23:05:00，台北時間",
    "115 年 11 月 21 日（六）19:14:07，台北時間",
  ]);
});

test("a page without a picture address keeps its row, a repeated one is merged", async () => {
  const media = [sampleMedia("https://img.example/a.jpg")];
  const url = "https://social.example/same";
  const rows = rowsOf(pasteCenter("zh-TW", await sampleSubject([{ url, media }, { url, media }, {}])));
  expect(rows.slice(1).map(([, page, address]) => [page, address])).toEqual([
    [url, "https://img.example/a.jpg"],
    ["https://social.example/p/3?ref=share#top", "（缺）"],
  ]);
});

test("an address that leads nowhere says so, and no picture is written out", async () => {
  const media = [
    sampleMedia("blob:https://social.example/1"),
    sampleMedia("data:image/png;base64,AAAA"),
    { ...sampleMedia("https://frame.example"), kind: "frame" as const },
  ];
  const text = pasteCenter("zh-TW", await sampleSubject([{ media }]));
  expect(text).toContain("blob:https://social.example/1（blob，離開那個分頁就打不開）");
  expect(text).toContain("（圖寫在頁面裡，沒有自己的網址）");
  expect(text).not.toMatch(/AAAA|frame\.example/);
});

test("a bar in a value never makes a column", async () => {
  const sketch = { url: "https://social.example/a|b", media: [sampleMedia("https://img.example/c|d")] };
  const rows = rowsOf(pasteCenter("zh-TW", await sampleSubject([sketch])));
  expect(rows[1]?.slice(1, 3)).toEqual(["https://social.example/a%7Cb", "https://img.example/c%7Cd"]);
  expect(rows.every((row) => row.length === 7)).toBe(true);
});

test("the police list groups pages by account and gives each its digest", async () => {
  const subject = await sampleSubject([{}, { poster: "測試帳號乙" }, {}]);
  const text = pastePolice("zh-TW", subject);
  expect(text).toContain("- 測試帳號甲（@test_a），平台 ID （缺）（第 1、3 筆）\r\n");
  expect(text).toContain("- 測試帳號乙（@test_a），平台 ID （缺）（第 2 筆）\r\n");
  for (const { sha256 } of subject.items) expect(text).toContain(`capture.json ${sha256}\r\n`);
});

test("the police list says each type with the items and the accounts it was chosen for", async () => {
  const subject = await sampleSubject([{}, {}]);
  const [first, second] = subject.items.map(({ item }) => item.id);
  const tagsOf = (itemId: string | null, tags: Partial<Tags>): FactBody => ({
    kind: "tags",
    itemId,
    tags: { ...noTags, ...tags },
  });
  const facts = caseFactsOf(
    noAnswers,
    factSequence(
      tagsOf(first ?? null, { types: ["doxing"], stalking: ["watching"] }),
      tagsOf(second ?? null, { types: ["doxing"] }),
      tagsOf(null, { types: ["impersonation"] }),
      {
        ...{ kind: "incident", incident: "said", happened: noTime, account: "", words: "測試的話" },
        tags: { ...noTags, stalking: ["watching"] },
      },
    ),
  );
  const text = pastePolice("zh-TW", { ...subject, facts });
  expect(text).toContain("- 人肉搜索　第 1、2 筆\r\n- 偽造或冒用身分\r\n");
  expect(text).toContain("- 跟蹤騷擾第 1 款（監視觀察）　第 1 筆，寫下的經過 1 件\r\n");
  expect(text).toContain("- 對方說過的話，測試的話，跟蹤騷擾第 1 款（監視觀察）\r\n");
});

test("the school's menu goes by what was chosen for single pages too", async () => {
  const subject = await sampleSubject([{}]);
  const tags: Tags = { ...noTags, types: ["gender-hate", "doxing"] };
  const itemId = subject.items[0]?.item.id ?? null;
  const facts = caseFactsOf(noAnswers, factSequence({ kind: "tags", itemId, tags }));
  const items = subject.items.map((reported) => ({ ...reported, tags }));
  const text = pasteSchool("zh-TW", { ...subject, facts, items });
  expect(text).toContain("類型：人肉搜索\r\n");
  expect(text).toContain("性霸凌事件");
  expect(text).toContain("　基於性別貶抑或仇恨之言論或行為　人肉搜索\r\n");
});

test("urls.txt has every page address once, as it was kept", async () => {
  const url = "https://social.example/p/1?x=1&y=%20#frag";
  expect(urlList(await sampleSubject([{ url }, {}, { url }]))).toBe(
    `\uFEFF${url}\r\nhttps://social.example/p/2?ref=share#top\r\n`,
  );
});

test("urls.txt has the address a person gave beside the page's, as given", async () => {
  const subject = await sampleSubject([{ url: "https://social.example/feed" }]);
  const given = "https://social.example/p/9?ref=share#c3";
  const listedAs = (state: "typed" | "pointed" | "found") => {
    const permalink = { state, value: given, candidates: [] };
    const items = subject.items.map((reported) => ({
      ...reported,
      item: { ...reported.item, fields: { ...reported.item.fields, permalink } },
    }));
    return urlList({ ...subject, items });
  };
  const both = `\uFEFFhttps://social.example/feed\r\n${given}\r\n`;
  expect([listedAs("typed"), listedAs("pointed")]).toEqual([both, both]);
  expect(listedAs("found")).toBe("\uFEFFhttps://social.example/feed\r\n");
});

test("times are read on Taipei's clock; only a whole instant is", () => {
  expect(taipeiTime("zh-TW", "2026-02-28T16:00:01.000Z")).toBe("115 年 3 月 1 日（日）00:00:01，台北時間");
  expect(taipeiTime("en", "2026-02-28T16:00:01.000Z")).toBe("2026-3-1 (Sun) 00:00:01, Taipei time");
  expect(documentTime("zh-TW", "2026-02-28T16:00:01.000Z")).toMatch(/^中華民國 115 年/);
  expect(taipeiTimeOf("zh-TW", "2026-03-01T01:00+09:00")).toBe("115 年 3 月 1 日（日）00:00:00，台北時間");
  expect(taipeiTimeOf("zh-TW", " 2026-03-01 01:00:00,5+0900 ")).toBe(
    "115 年 3 月 1 日（日）00:00:00，台北時間",
  );
  for (const text of ["昨天 22:58", "2026-03-01", "2026-03-01T01:00", "2026-13-99T00:00Z", ""]) {
    expect(taipeiTimeOf("zh-TW", text)).toBeNull();
  }
});
