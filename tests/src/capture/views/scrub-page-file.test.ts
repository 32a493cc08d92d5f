/** Laws of scrubbed archives: what opens an account goes, words stay, and the writing of lines loses nothing. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { fromQuotedPrintable, toQuotedPrintable } from "../../../../src/capture/views/quoted-printable.ts";
import { scrubMarkup, scrubPageFile } from "../../../../src/capture/views/scrub-page-file.ts";

test("quoted-printable comes back as it was, in lines short enough for everyone", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
      const written = toQuotedPrintable(text.toWellFormed());
      expect(fromQuotedPrintable(written)).toBe(text.toWellFormed());
      expect(written.split("\r\n").every((line) => line.length <= 76 && !/[ \t]$/.test(line))).toBe(true);
    }),
  );
});

test.each([
  '<input type="hidden" name="x" value="S3CR3T">',
  '<input value="S3CR3T" type="PASSWORD">',
  '<input autocomplete="one-time-code" value="S3CR3T">',
  '<meta name="csrf-token" content="S3CR3T">',
  '<div data-authorization="S3CR3T" class="a">',
  '<p onclick="send(\'S3CR3T\')" nonce="S3CR3T">',
  '<script type="application/json">{"token":"S3CR3T"}</script>',
  "<!-- S3CR3T -->",
])("%s loses its secret", (markup) => {
  expect(scrubMarkup(`<b>前</b>${markup}<b>後</b>`)).not.toContain("S3CR3T");
  expect(scrubMarkup(`<b>前</b>${markup}<b>後</b>`)).toMatch(/^<b>前<\/b>.*<b>後<\/b>$/s);
});

test.each([
  '<a class="x" href="https://social.example/p/1?a=1&amp;b=2">字</a>',
  '<input type="text" name="nickname" value="測試帳號甲">',
  '<meta charset="utf-8"><meta name="viewport" content="width=device-width">',
  '<img alt="一張 &lt;圖&gt;" src="cid:1">',
])("%s stays as it is", (markup) => {
  expect(scrubMarkup(markup)).toBe(markup);
});

const archive = (html: string) =>
  [
    "From: <Saved by Blink>",
    "MIME-Version: 1.0",
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Part--x----"',
    "",
    "------Part--x----",
    "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable",
    "",
    toQuotedPrintable(html),
    "------Part--x----",
    "Content-Type: image/png\r\nContent-Transfer-Encoding: base64",
    "",
    "iVBORw0KGgo=",
    "------Part--x------",
    "",
  ].join("\r\n");

test("in an archive the page is scrubbed, and its other parts stay byte for byte", () => {
  const scrubbed = scrubPageFile(archive('<p>內文</p><input type="hidden" value="S3CR3T">')) ?? "";
  const page = scrubbed.split("------Part--x----")[1] ?? "";
  expect(fromQuotedPrintable(page)).toContain("<p>內文</p>");
  expect(fromQuotedPrintable(scrubbed)).not.toContain("S3CR3T");
  expect(scrubbed).toContain("base64\r\n\r\niVBORw0KGgo=\r\n------Part--x------");
});

test("what is no archive, and a page written in a way that cannot be read, is not kept", () => {
  expect(scrubPageFile("<p>S3CR3T")).toBeNull();
  const binary = archive("x")
    .replace("quoted-printable", "binary")
    .replace(/\r\n\r\nx\r\n/, "\r\n\r\nS3CR3T\r\n");
  expect(scrubPageFile(binary)).not.toContain("S3CR3T");
});
