/** The sheet is made of numbers alone, and what comes over the border is small and of the right shape. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { markRules } from "../../../../src/capture/pointing/mark-rules.ts";
import { MarkPath, Pointed, pointingLimits } from "../../../../src/capture/pointing/pointed.ts";

const paths = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: pointingLimits.depth });

test("every path makes one selector, and nothing but an outline and the cover", () => {
  fc.assert(
    fc.property(paths, (path) => {
      expect(MarkPath.safeParse(path).success).toBe(true);
      const [, selector, rules] =
        /pointer-events:none!important\}(:root[^{]*)\{([^}]*)\}$/.exec(markRules(path)) ?? [];
      expect(selector).toBe([":root", ...path.map((place) => `:nth-child(${place})`)].join(">"));
      expect(rules?.split(";").map((rule) => rule.split(":")[0])).toEqual(["outline", "outline-offset"]);
    }),
  );
});

test("without a path there is the cover alone", () => {
  expect(markRules(null)).toBe("*,*::before,*::after{pointer-events:none!important}");
});

test.each([[0], [-1], [1.5], ["1){}*{display:none"], [Number.NaN], [1_000_001]])(
  "%s is no place",
  (place) => {
    expect(MarkPath.safeParse([place]).success).toBe(false);
  },
);

const node = (text: string) => ({ parent: -1, tag: "p", text });
const pointed = (nodes: unknown[]) => ({
  part: { locator: "html", nodes },
  around: null,
  link: null,
  datetime: null,
});

test("more than a part of a page is refused", () => {
  const { nodes, characters } = pointingLimits;
  expect(Pointed.safeParse(pointed([node("字".repeat(characters))])).success).toBe(true);
  expect(Pointed.safeParse(pointed([node("字".repeat(characters)), node("字")])).success).toBe(false);
  expect(Pointed.safeParse(pointed(Array(nodes + 1).fill(node("")))).success).toBe(false);
  expect(MarkPath.safeParse(Array(pointingLimits.depth + 1).fill(1)).success).toBe(false);
});
