/** Shift three times within five seconds leaves; typing capitals does not. */
import { expect, it } from "vitest";
import { noShift, pressShift } from "../../extension/interface/shift-presses.ts";

function leavesAfter(presses: readonly (readonly [key: string, atMs: number])[]): boolean {
  let state = noShift;
  for (const [key, atMs] of presses) state = pressShift(state, key, atMs);
  return state.isThird;
}

it("Shift three times leaves", () => {
  expect(
    leavesAfter([
      ["Shift", 0],
      ["Shift", 300],
      ["Shift", 600],
    ]),
  ).toBe(true);
  expect(
    leavesAfter([
      ["Shift", 0],
      ["Shift", 2_500],
      ["Shift", 5_000],
    ]),
  ).toBe(true);
});

it("Shift twice does not, nor three times too slowly", () => {
  expect(
    leavesAfter([
      ["Shift", 0],
      ["Shift", 300],
    ]),
  ).toBe(false);
  expect(
    leavesAfter([
      ["Shift", 0],
      ["Shift", 2_500],
      ["Shift", 5_001],
    ]),
  ).toBe(false);
});

it("Shift counts the last five seconds, however long somebody hesitates", () => {
  expect(
    leavesAfter([
      ["Shift", 0],
      ["Shift", 6_000],
      ["Shift", 7_000],
      ["Shift", 8_000],
    ]),
  ).toBe(true);
});

it("Shift starts over when another key comes in between", () => {
  expect(
    leavesAfter([
      ["Shift", 0],
      ["A", 100],
      ["Shift", 200],
      ["B", 300],
      ["Shift", 400],
    ]),
  ).toBe(false);
});

it("Shift starts over after leaving", () => {
  expect(
    leavesAfter([
      ["Shift", 0],
      ["Shift", 1],
      ["Shift", 2],
      ["Shift", 3],
    ]),
  ).toBe(false);
});
