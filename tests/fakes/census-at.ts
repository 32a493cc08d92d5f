/** A look at a plain page, scrolled so far, with these things hidden in its window. */
import type { Census } from "../../src/capture/frame.ts";
import type { HiddenBox } from "../../src/capture/mask/hidden-box.ts";

export function censusAt(scrollY: number, hidden: HiddenBox[]): Census {
  return {
    url: "https://example.org/post",
    originX: 0,
    scrollX: 0,
    scrollY,
    documentWidth: 1_280,
    documentHeight: 10_000,
    clientWidth: 1_280,
    clientHeight: 800,
    innerWidth: 1_280,
    innerHeight: 800,
    devicePixelRatio: 1,
    pendingImages: 0,
    viewDigest: "0",
    occluders: [],
    moving: [],
    hidden,
    isMasked: true,
  };
}
