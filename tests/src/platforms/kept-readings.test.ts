/** What is kept of a page can be read again, shown for choosing, and reported without a word of it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAgain, readDifferences } from "../../../src/evidence/kept-reading.ts";
import { withoutSecrets } from "../../../src/capture/without-secrets.ts";
import { pageTexts } from "../../../src/platforms/page-texts.ts";
import { readFields } from "../../../src/platforms/read-fields.ts";
import { siteReport } from "../../../src/platforms/site-report.ts";
import { readSavedText } from "../../fakes/saved-page.ts";
import { pageReading } from "../../fakes/page-reading.ts";

const planted = [
  "測試帳號甲",
  "secret_handle",
  "1981398750557065646",
  "planted-text",
  "x.example",
  "mysterious-element",
  "plantedkey",
];
const url = "https://x.com/secret_handle/status/1981398750557065646";
const page = `<main><article data-testid="tweet" data-plantedkey="1"><div data-testid="User-Name"><a href="https://x.example/secret_handle">測試帳號甲</a></div>
  <mysterious-element>planted-text</mysterious-element></article></main>
  <script type="application/json">{"secret_handle":{"plantedkey":"planted-text","user":{"pk":1981398750557065646,"username":"secret_handle"}}}</script>`;

describe("the report of a changed site", () => {
  it("has structure, and none of the page's words, names or addresses", async () => {
    const reading = await readSavedText(page, url);
    const { health } = readFields(reading, null);
    const report = siteReport(health ?? expect.fail("no reader"), reading);
    expect(report).toMatch(/article\[.*data-testid/);
    expect(report).toContain("user > pk");
    for (const text of planted) expect(report).not.toContain(text);
    expect(JSON.stringify(reading)).toContain("planted-text");
  });

  it("has nothing of a page that is made of names", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{12,20}$/), (name) => {
        const reading = pageReading({
          outline: [{ parent: -1, tag: name, text: name, attributes: { [name]: name, "data-testid": name } }],
          scripts: [
            { kind: "json", name, text: JSON.stringify({ [name]: { [name]: name, user: { [name]: 1 } } }) },
          ],
        });
        const health = {
          reader: "x",
          version: 1,
          lastVerified: "2026-11-27",
          fixtureCount: 1,
          missing: [],
          hasChanged: true,
        };
        expect(siteReport(health, reading)).not.toContain(name);
      }),
    );
  });
});

describe("a kept reading", () => {
  it("gives the same fields again", async () => {
    const reading = await readSavedText(page, url);
    const { text: _text, media: _media, ...rest } = reading;
    const kept = JSON.stringify({ format: "keepleaf-reading-1", ...rest });
    expect(readAgain(kept)).toEqual(readFields(reading, null));
    expect(readAgain("{")).toBeNull();
  });

  it("lists what the page showed, posts first, each once", async () => {
    const reading = await readSavedText(
      "<nav>選單</nav><article><p>甲乙</p><p>甲乙</p><p hidden>藏著</p></article>",
      url,
    );
    expect(pageTexts(reading.outline).map(({ text }) => text)).toEqual(["甲乙", "選單"]);
  });

  it("keeps 64-bit numbers whole from the page to the field", async () => {
    await fc.assert(
      fc.asyncProperty(fc.bigInt({ min: 1n << 53n, max: (1n << 63n) - 1n }), async (id) => {
        const script = `{"a":[{"pk":${id},"taken_at":1718269611,"code":"C8JnaKaNjOX","user":{"pk":${id},"username":"t"}}]}`;
        const reading = pageReading({
          url: `https://www.instagram.com/stories/t/${id}/`,
          scripts: [{ kind: "json", name: "x", text: script }],
        });
        const again = readAgain(JSON.stringify({ ...reading, text: undefined, media: undefined }));
        for (const fields of [readFields(reading, null), again]) {
          expect([fields?.postId?.value, fields?.posterId.value]).toEqual([String(id), String(id)]);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("what opens a session", () => {
  it.each([
    '"csrf_token":"planted1"',
    '"accessToken": "planted1"',
    '\\"fb_dtsg\\":\\"planted1\\"',
    '"DTSGInitialData",[],{"token":"planted1"}',
    '"sessionid":"planted1"',
    '"email":"planted1"',
  ])("%s is left out", (text) => {
    expect(withoutSecrets(`{${text},"id":"77"}`)).not.toContain("planted1");
    expect(withoutSecrets(`{${text},"id":"77"}`)).toContain('"id":"77"');
  });

  it("is not kept from the page, nor are drafts and form values", async () => {
    const html = `<div data-csrf-token="planted1" contenteditable="true">planted1</div><textarea>planted1</textarea>
      <input value="planted1"><p>字</p><script type="application/json">{"csrf":"planted1"}</script><img src="data:image/png;base64,planted1">`;
    const { text: _text, media: _media, ...read } = await readSavedText(html, url);
    expect(JSON.stringify(read)).not.toContain("planted1");
  });
});

describe("reading again", () => {
  it("tells every field that is read otherwise now, with both values, and nothing else", async () => {
    const reading = await readSavedText(page, url);
    const { text: _text, media: _media, ...kept } = reading;
    const now = readAgain(JSON.stringify(kept)) ?? expect.fail("not read");
    const then = readFields(reading, null);
    expect(readDifferences(then, now)).toEqual([]);
    const unread = { ...then, posterHandle: { state: "not-found" as const, value: null, candidates: [] } };
    expect(readDifferences(unread, now)).toEqual([
      { name: "posterHandle", before: null, now: now.posterHandle },
    ]);
    expect(now.posterHandle.value).toBe("secret_handle");
  });
});
