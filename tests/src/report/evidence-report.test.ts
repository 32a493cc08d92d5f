/** The HTML files of a bundle: what must stand in them, and that a page's text adds nothing but text. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { pictureOf } from "../../../src/evidence/evidence-item.ts";
import { evidenceReport } from "../../../src/report/evidence-report.ts";
import { readMeFirst } from "../../../src/report/read-me-first.ts";
import type { ReportSubject } from "../../../src/report/report-subject.ts";
import type { ItemSketch } from "../bundle/sample-item.ts";
import { hostileTexts } from "./hostile-text.ts";
import { sampleSubject } from "./sample-subject.ts";

const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">`;

function tagsOf(html: string): string[] {
  return Array.from(html.matchAll(/<\/?([a-z][a-z0-9]*|!)[^>]*>/gi), ([, name = ""]) => name.toLowerCase());
}

/** Evidence is JSON, which has no lone surrogates; the reports themselves are asked about those in text-laws. */
function sketchOf(written: string): ItemSketch {
  const text = written.toWellFormed();
  const notes = [{ code: "foreign-frame" as const, detail: text }];
  const verdict = { kind: "complete-with-notes" as const, notes };
  return { url: `https://social.example/${text}`, title: text, poster: text, postedAt: text, verdict };
}

function filesOf(subject: ReportSubject): string[] {
  const readMe = readMeFirst("zh-TW", { subject, pastes: ["paste-center.txt", "paste-police.txt"] });
  return [evidenceReport("zh-TW", subject), evidenceReport("en", subject), readMe];
}

test("a page's text makes no element, no link and no script, whatever it is", {
  timeout: 30_000,
}, async () => {
  const expected = filesOf(await sampleSubject([sketchOf("plain")])).map(tagsOf);
  const anyText = fc.oneof(
    fc.constantFrom(...hostileTexts),
    fc.string({ unit: "binary", minLength: 1, maxLength: 40 }),
  );
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      expect(filesOf(await sampleSubject([sketchOf(text)])).map(tagsOf)).toEqual(expected);
    }),
    { examples: hostileTexts.map((text) => [text]), numRuns: 60 },
  );
});

test("no file has a script, a link, or anything that loads from elsewhere", async () => {
  for (const html of filesOf(await sampleSubject(hostileTexts.map(sketchOf)))) {
    expect(html).toContain(policy);
    expect(tagsOf(html)).not.toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^(script|a|img|link|iframe|object|form|base|video|audio|embed)$/),
      ]),
    );
    const attributes = Array.from(html.matchAll(/<[a-z][^>]*>/gi), ([tag]) => tag).join("");
    expect(attributes).not.toMatch(/\s(?:href|src|on\w+)=/i);
  }
});

test("the cover says what, for whom, when, and what cannot be shown", async () => {
  const html = evidenceReport("zh-TW", { ...(await sampleSubject()), notIncluded: 2 });
  const words = [
    "紀錄 A-07",
    "交付對象：自己備份",
    "中華民國 115 年 11 月 21 日（六）19:31:05，台北時間",
    "2026-11-21T11:31:05.123Z",
    "不能看出",
    "網站當時是否真的送出這個畫面",
    "帳號背後是誰",
    "是否採用由檢察官和法院決定",
    "2 筆曾經留下",
  ];
  for (const word of words) expect(html).toContain(word);
});

test("each item has its facts with their sources, its times, its digests and what was not captured", async () => {
  const subject = await sampleSubject([{ verdict: { kind: "partial", notes: [{ code: "frame-cap" }] } }, {}]);
  const html = evidenceReport("zh-TW", subject);
  expect(html.match(/<section class="item"/g)).toHaveLength(2);
  const words = [
    "115 年 11 月 20 日（五）23:05:00，台北時間（2026-11-20T15:05:00Z）",
    "115 年 11 月 21 日（六）19:14:07，台北時間（2026-11-21T11:14:07.000Z）",
    "畫面文字",
    "這台電腦的時鐘",
    "沒找到",
    "頁面太長，拍到上限就停了。",
    "沒有要註記的。",
    "部分",
  ];
  for (const word of words) expect(html).toContain(word);
  for (const { item, sha256 } of subject.items) {
    for (const digest of [sha256, ...item.files.map((file) => file.sha256)]) expect(html).toContain(digest);
  }
});

test("a conflict shows every value with where it was read", async () => {
  const subject = await sampleSubject([{}]);
  const field = subject.items[0]?.item.fields.postedAt;
  const [candidate] = field?.candidates ?? [];
  if (!field || !candidate) throw new Error("the sample has a time of posting");
  field.state = "conflict";
  field.candidates.push({ ...candidate, value: "昨天 22:58", method: "visible-text" });
  const html = evidenceReport("zh-TW", subject);
  expect(html).toContain("昨天 22:58");
  expect(html).toContain("2026-11-20T15:05:00Z");
  expect(html.match(/兩個不同/g)).toHaveLength(2);
});

test("each frame is in the file once, however many strips show it", async () => {
  const subject = await sampleSubject([{ frames: 3 }]);
  const [reported] = subject.items;
  const surface = (reported && pictureOf(reported.item))?.surfaces[0];
  if (!surface) throw new Error("the sample has a picture");
  surface.placements = surface.placements.flatMap((placement) => [placement, placement]);
  const html = evidenceReport("zh-TW", subject);
  expect(html.match(/base64,QUJD/g)).toHaveLength(2);
  expect(html.match(/<i class="c0001-1"/g)).toHaveLength(2);
});

test("without a picture, or without the right to one, the report says so", async () => {
  const none = evidenceReport("zh-TW", await sampleSubject([{ frames: 0 }]));
  expect(none).toContain("這一筆沒有圖，只有文字和事實。");
  const subject = await sampleSubject([{}]);
  const forSchool = {
    ...subject,
    items: subject.items.map((item) => ({
      ...item,
      leftOut: ["frame" as const],
      frames: new Map<number, string>(),
    })),
  };
  const html = evidenceReport("zh-TW", forSchool);
  expect(html).toContain("這一包不附圖，也不附影像網址。");
  expect(html).not.toContain("data:image");
});

test("the first page names the files of this bundle only", async () => {
  const subject = await sampleSubject();
  expect(readMeFirst("zh-TW", { subject, pastes: [] })).not.toContain("paste-");
  const html = readMeFirst("zh-TW", { subject, pastes: ["paste-police.txt"] });
  expect(html).toContain("report/paste-police.txt");
  expect(html).toContain("sha256sum -c --quiet --strict manifest-sha256.txt &amp;&amp; echo OK");
});
