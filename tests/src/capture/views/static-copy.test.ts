/** Laws of static copies, judged by a parser of other people: whatever the page, nothing in its copy runs or loads. */
import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { expect, test } from "vitest";
import { hasInlineMedia } from "../../../../src/capture/inline-media.ts";
import { staticCopy } from "../../../../src/capture/views/inert-markup.ts";
import type { PageElement, PageNode, PageTree } from "../../../../src/capture/views/page-tree.ts";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const choices = { isMasked: false, mostCharacters: 1_000_000 };

function elementsOf(markup: string): Element[] {
  const found: Element[] = [];
  const walk = (node: Node) => {
    if ("tagName" in node) found.push(node);
    if ("content" in node) walk(node.content);
    if ("childNodes" in node) for (const child of node.childNodes) walk(child);
  };
  walk(parse(markup));
  return found;
}

const runsOrLoads =
  /^(?:script|iframe|frame|object|embed|link|base|portal|fencedframe|applet|source|track|animate|set|use|noscript|param)$/i;
const actingAttribute =
  /^(?:on.*|src|srcset|href|xlink:href|action|formaction|poster|background|data|ping|srcdoc|manifest|cite|longdesc|imagesrcset|to|from|values|attributename|nonce|autofocus|http-equiv)$/i;

/** What a reader of the copy would have to fear. */
function threatsIn(markup: string): string[] {
  return elementsOf(markup).flatMap((element) => {
    const names = element.attrs.map(({ name, prefix }) => (prefix ? `${prefix}:${name}` : name));
    const isOwnMeta = element.tagName === "meta" && element.attrs.every(({ value }) => !/url=/i.test(value));
    const acting = isOwnMeta ? [] : names.filter((name) => actingAttribute.test(name));
    // What a field says is words, whatever they are.
    const others = element.attrs.filter(({ name }) => element.tagName !== "input" || name !== "value");
    const text = others.map(({ value }) => value).filter((value) => /^\s*javascript:/i.test(value));
    return [...(runsOrLoads.test(element.tagName) ? [element.tagName] : []), ...acting, ...text];
  });
}

const name = fc.oneof(
  fc.constantFrom(
    ..."a p div span img video audio input textarea select option button form iframe object embed script style link".split(
      " ",
    ),
    ..."meta base template noscript svg math path use image foreignObject title table tr td pre plaintext xmp my-post".split(
      " ",
    ),
    ..."html head body frameset mglyph malignmark mtext annotation-xml desc listing animate set canvas slot li".split(
      " ",
    ),
  ),
  fc.string({ maxLength: 5 }),
);
const hostile = fc.constantFrom(
  "javascript:alert(1)",
  " java\nscript:alert(1)",
  "https://elsewhere.example/a.png",
  '"><img src=x onerror=alert(1)>',
  "'><script>alert(1)</script>",
  "</style><img src=x>",
  "</textarea><script>",
  "--><base href=x>",
  "&lt;img src=x&gt;",
  "background:url(https://elsewhere.example/b)",
  "data:image/png;base64,AAAABBBB",
  "x\0y",
  "\ud800",
);
const text = fc.oneof(hostile, fc.string({ maxLength: 12 }));
const attributeName = fc.oneof(
  fc.constantFrom(
    ..."src href srcset style class id onclick onload action formaction poster background data srcdoc ping".split(
      " ",
    ),
    ..."xlink:href type value name media http-equiv content d fill values to nonce autofocus data-token width".split(
      " ",
    ),
  ),
  fc.string({ maxLength: 4 }),
);
const namespace = fc.constantFrom("html" as const, "svg" as const, "math" as const);

const { node } = fc.letrec<{ node: PageNode; element: PageElement }>((tie) => ({
  node: fc.oneof({ depthSize: "small", withCrossShrink: true }, text, tie("element")),
  element: fc.record(
    {
      name,
      namespace,
      attributes: fc.array(fc.tuple(attributeName, text), { maxLength: 4 }),
      children: fc.array(tie("node"), { maxLength: 4 }),
      shadow: fc.record({
        mode: fc.constantFrom("open" as const, "closed" as const),
        children: fc.array(tie("node"), { maxLength: 3 }),
        adopted: fc.array(text, { maxLength: 2 }),
      }),
      styleText: fc.option(text),
      value: text,
      isChecked: fc.boolean(),
      frame: tie("element"),
    },
    { requiredKeys: ["name", "namespace", "attributes", "children"] },
  ),
}));

const page: fc.Arbitrary<PageTree> = fc.record({
  root: fc.array(node, { maxLength: 6 }).map(
    (children): PageElement => ({
      name: "html",
      namespace: "html",
      attributes: [],
      children: [
        { name: "head", namespace: "html", attributes: [], children },
        { name: "body", namespace: "html", attributes: [["onload", "x()"]], children },
      ],
    }),
  ),
  adopted: fc.array(text, { maxLength: 2 }),
});

test("whatever the page, nothing in its copy runs, loads or goes anywhere", () => {
  fc.assert(
    fc.property(page, fc.boolean(), (tree, isMasked) => {
      const { markup } = staticCopy(tree, { ...choices, isMasked });
      expect(threatsIn(markup)).toEqual([]);
      expect(hasInlineMedia(markup)).toBe(false);
    }),
  );
});

test("a copy stays within its size but for what closes it, and says what was cut", () => {
  fc.assert(
    fc.property(page, fc.integer({ min: 0, max: 600 }), (tree, mostCharacters) => {
      const { markup, cut } = staticCopy(tree, { isMasked: false, mostCharacters });
      const whole = staticCopy(tree, choices).markup;
      expect(markup === whole || cut.length > 0).toBe(true);
      expect(threatsIn(markup)).toEqual([]);
    }),
  );
});

test("words come back as they were", () => {
  fc.assert(
    fc.property(
      fc.string().filter((words) => !/[\0\r]|data:/.test(words)),
      (words) => {
        const paragraph = { name: "p", namespace: "html" as const, attributes: [], children: [words] };
        const [found] = elementsOf(copyOf(paragraph)).filter(({ tagName }) => tagName === "p");
        const back = (found?.childNodes ?? []).map((child) => ("value" in child ? child.value : "")).join("");
        expect(back).toBe(words.toWellFormed());
      },
    ),
  );
});

function copyOf(...children: PageNode[]): string {
  const body: PageElement = { name: "body", namespace: "html", attributes: [], children };
  const root: PageElement = { name: "html", namespace: "html", attributes: [], children: [body] };
  return staticCopy({ root, adopted: [] }, choices).markup;
}

const field = (attributes: [string, string][], value: string): PageElement => ({
  name: "input",
  namespace: "html",
  attributes,
  children: [],
  value,
});

test.each([
  [[["type", "password"]]],
  [[["type", "hidden"]]],
  [[["autocomplete", "one-time-code"]]],
  [[["autocomplete", "cc-number"]]],
  [
    [
      ["type", "text"],
      ["name", "otp"],
    ],
  ],
  [[["name", "csrf_token"]]],
  [[["type", "file"]]],
] as [string, string][][][])("the value of a field with %j is not written", (attributes) => {
  expect(copyOf(field(attributes, "S3CR3T"))).not.toContain("S3CR3T");
});

test("what a field says is words, also where they read like an address that acts", () => {
  expect(copyOf(field([], "javascript:alert(1)"))).toContain('value="javascript:alert(1)"');
});

test("what a person typed elsewhere is", () => {
  expect(
    copyOf(
      field(
        [
          ["type", "text"],
          ["value", "old"],
        ],
        "測試留言",
      ),
    ),
  ).toContain('value="測試留言"');
  expect(copyOf({ ...field([], "第一行"), name: "textarea" })).toContain("第一行</textarea>");
});

test("addresses are kept as text, attributes on no list are not", () => {
  const image: PageElement = {
    name: "img",
    namespace: "html",
    attributes: [
      ["src", "https://pictures.example/a.png"],
      ["data-authorization", "Bearer S3CR3T"],
    ],
    children: [],
  };
  const copy = copyOf(image);
  expect(copy).toContain('data-keepleaf-src="https://pictures.example/a.png"');
  expect(copy).not.toContain("S3CR3T");
});

test("shadow trees become declarative ones, with the sheets scripts gave them", () => {
  const host: PageElement = {
    name: "my-post",
    namespace: "html",
    attributes: [],
    children: [],
    shadow: { mode: "closed", children: ["內文"], adopted: ["p { color: red }"] },
  };
  expect(copyOf(host)).toContain(
    '<my-post><template shadowrootmode="closed">內文<style>p { color: red }</style></template></my-post>',
  );
});

test("in masked captures a drawing leaves only its place", () => {
  const path: PageElement = { name: "path", namespace: "svg", attributes: [["d", "M1 1h9"]], children: [] };
  const svg: PageElement = { name: "svg", namespace: "svg", attributes: [], children: [path] };
  const body: PageElement = { name: "body", namespace: "html", attributes: [], children: [svg] };
  const root: PageElement = { name: "html", namespace: "html", attributes: [], children: [body] };
  expect(staticCopy({ root, adopted: [] }, choices).markup).toContain("M1 1h9");
  expect(staticCopy({ root, adopted: [] }, { ...choices, isMasked: true }).markup).not.toContain("M1 1h9");
});

test("the judge of these laws sees a threat where there is one", () => {
  const bad = `<p onclick=x><img src=a><svg><use xlink:href=b></svg><a href="javascript:1">c</a><script></script>`;
  expect(threatsIn(bad).sort()).toEqual(
    ["href", "javascript:1", "onclick", "script", "src", "use", "xlink:href"].sort(),
  );
});
