/** Laws of style sheets that load nothing: whatever the text, no token of it names something to fetch. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { inertStyle } from "../../../../src/capture/views/inert-style.ts";

/** Pieces that hide addresses from a careless reader, between arbitrary text. */
const piece = fc.oneof(
  fc.constantFrom(
    "url(",
    'url("x"',
    "URL(",
    "u\\72l(",
    "\\75 rl(",
    "u/**/rl(",
    "image-set(",
    "-webkit-image-set('a' 1x)",
    "src(",
    "@import",
    "@\\69mport 'x';",
    "</style>",
    "<img src=x>",
    "<!--",
    "-->",
    "/*",
    "*/",
    "/*keepleaf ",
    '"',
    "'",
    "\\",
    "\n",
    ")",
    "(",
    "}",
    "{",
    ";",
    "\\<",
    "\\3c ",
    "cross-fade(",
    "element(#a)",
    "paint(x)",
  ),
  fc.string({ maxLength: 6 }),
);
const sheet = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(""));

/** An own reading of CSS, by other means: strings and comments taken out, escapes resolved, then names looked for. */
function loadsSomething(css: string): boolean {
  // An escape comes first: the quote in `\'` opens no string.
  const bare = css.replace(
    /\\[\s\S]|\/\*[\s\S]*?\*\/|"(?:\\[\s\S]|[^"\\\n\r\f])*"|'(?:\\[\s\S]|[^'\\\n\r\f])*'/g,
    (part) => (part.startsWith("\\") ? part : " "),
  );
  const meant = bare.replace(/\\([0-9a-f]{1,6})\s?|\\(.)/gi, (_, code: string | undefined, character = "") =>
    inName(code ? String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)) : character),
  );
  return /(?<![#@][\w-]*)(?:url|src|image(?:-set)?|cross-fade|element|paint)\(|@import/i.test(meant);
}

/** What is escaped is part of a name (CSS Syntax Level 3, §4.3.11): neither `\@` nor `\(` begins anything. */
function inName(character: string): string {
  return /[\w-]/.test(character) ? character : "_";
}

test("no sheet names anything to fetch", () => {
  fc.assert(fc.property(sheet, (css) => !loadsSomething(inertStyle(css))));
});

test("no sheet can end its element or begin a tag", () => {
  fc.assert(fc.property(sheet, (css) => !/<[^\s=]|<$/.test(inertStyle(css))));
});

test("a second run changes nothing", () => {
  fc.assert(
    fc.property(sheet, (css) => {
      const once = inertStyle(css);
      expect(inertStyle(once)).toBe(once);
    }),
  );
});

test.each([
  ["a { color: red }", "a { color: red }"],
  ["@media (width < 600px) { p { margin: 0 } }", "@media (width < 600px) { p { margin: 0 } }"],
  ["p { background: red url(a.png) no-repeat }", "p { background: red none/*keepleaf a.png*/ no-repeat }"],
  [
    "p { background: image-set('a.png' 1x, url(b) 2x) }",
    "p { background: none/*keepleaf a.png' 1x, url(b) 2x*/ }",
  ],
  ['@import "x.css" screen; p {}', '@keepleaf-left-out  "x.css" screen; p {}'],
  [
    "q::before { content: '「'; width: calc(1px * var(--n)) }",
    "q::before { content: '「'; width: calc(1px * var(--n)) }",
  ],
  ["p { --a: u\\72l(x) }", "p { --a: none/*keepleaf x*/ }"],
])("%s", (css, inert) => {
  expect(inertStyle(css)).toBe(inert);
});

test("no picture written into a sheet stays in its remark", () => {
  const png = `url(data:image/png;base64,${"A".repeat(40)})`;
  expect(inertStyle(`p { background: ${png} }`)).not.toContain("AAAA");
});

test("the judge of these laws sees an address where there is one", () => {
  expect(["u\\72l(x)", "a{b:url(x)}", "@import 'x'", "\\75 rl(x"].filter(loadsSomething)).toHaveLength(4);
});
