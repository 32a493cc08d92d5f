/** The first page of a bundle: what must stand in it, and that a page's text adds nothing but text. */
import { expect, test } from "vitest";
import { type Recipient, recipients, shares } from "../../../src/bundle/recipient.ts";
import { readMeFirst } from "../../../src/report/read-me-first.ts";
import { sampleSubject } from "./sample-subject.ts";

const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">`;

const told = (recipient: Recipient) => ({ ...shares[recipient], hasImports: true, hasConversations: true });

function tagsOf(html: string): string[] {
  return Array.from(html.matchAll(/<\/?([a-z][a-z0-9]*|!)[^>]*>/gi), ([, name = ""]) => name.toLowerCase());
}

test.each(recipients)("no script, no link, nothing that loads from elsewhere, for %s", async (recipient) => {
  const subject = { ...(await sampleSubject()), recipient };
  const html = readMeFirst("zh-TW", { subject, share: told(recipient) });
  expect(html).toContain(policy);
  expect(tagsOf(html)).not.toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^(script|a|img|link|iframe|object|form|base|video|audio|embed)$/),
    ]),
  );
  const attributes = Array.from(html.matchAll(/<[a-z][^>]*>/gi), ([tag]) => tag).join("");
  expect(attributes).not.toMatch(/\s(?:href|src|on\w+)=/i);
});

test("the first page names the files of this bundle only", async () => {
  const subject = await sampleSubject();
  const school = readMeFirst("zh-TW", { subject, share: told("school") });
  expect(school).not.toMatch(/captures\/|log\.csv|paste-police/);
  expect(school).toContain("report/index.ods");
  const police = readMeFirst("zh-TW", { subject, share: told("police") });
  expect(police).toContain("report/paste-police.txt");
  expect(police).toContain("report/evidence-report.pdf");
  expect(police).toContain("sha256sum -c --quiet --strict manifest-sha256.txt &amp;&amp; echo OK");
});

test("it says what, for whom, when, and what cannot be shown", async () => {
  const html = readMeFirst("zh-TW", { subject: await sampleSubject(), share: told("self") });
  const words = [
    "紀錄 A-07",
    "交付對象：自己備份",
    "中華民國 115 年 11 月 21 日（六）19:31:05，台北時間",
    "2026-11-21T11:31:05.123Z",
    "帳號背後是誰",
    "是否採用由檢察官和法院決定",
  ];
  for (const word of words) expect(html).toContain(word);
});
