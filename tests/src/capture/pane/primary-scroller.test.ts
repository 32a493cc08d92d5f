/** Which inner scroller is captured by itself: the largest of those that fill most of the window and hide something. */
import { expect, test } from "vitest";
import { primaryScroller, Scroller } from "../../../../src/capture/pane/scroller.ts";

const window = { width: 1000, height: 800 };

function scroller(width: number, height: number, hiddenBelow = 500): Scroller {
  return Scroller.parse({
    locator: "html>body>div",
    label: "",
    box: { x: 0, y: 0, width, height },
    hiddenAbove: 0,
    hiddenBelow,
    hiddenBeside: 0,
    isConversation: false,
  });
}

test.each([
  ["none of two narrow ones", [scroller(300, 800), scroller(400, 800)], -1],
  ["the only one of half the width and more", [scroller(300, 800), scroller(500, 440)], 1],
  ["none that is too low", [scroller(1000, 430)], -1],
  ["the larger of two", [scroller(600, 500), scroller(700, 700), scroller(600, 600)], 1],
  ["none that hides nothing above or below", [scroller(1000, 800, 0)], -1],
  ["none where there is none", [], -1],
])("%s", (_, scrollers, expected) => {
  expect(primaryScroller(scrollers, window)).toBe(expected);
});
