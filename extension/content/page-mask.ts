/** The mask as the driver sees it: whether it holds, what it hides, and what it needs besides the first sheet. */
import type { HiddenBox } from "../../src/capture/mask/hidden-box.ts";
import type { Painted, Point } from "../../src/capture/mask/painted.ts";
import { type HiddenElement, hiddenInView } from "./hidden-in-view.ts";
import { areDeviceFontsInForce, hasWebFonts, isMaskInForce } from "./mask-check.ts";
import { paintedAt } from "./painted-at.ts";
import { MaskSentry } from "./mask-sentry.ts";
import { allTrees } from "./shadow-roots.ts";
import { rememberScroll } from "./scroll-places.ts";
import { dropStaleParts } from "./stale-parts.ts";
import type { StyledLater } from "./styled-later.ts";

export interface MaskSetting {
  token: string;
  /** What style sheets put on elements, before the mask was there and since. */
  styled: StyledLater;
  insertDeviceFonts: () => Promise<void>;
}

export class PageMask {
  readonly #setting: MaskSetting;
  readonly #sentry: MaskSentry;
  #hidden: HiddenElement[] = [];
  #scrollBack: () => void = () => undefined;

  constructor(setting: MaskSetting) {
    this.#setting = setting;
    this.#sentry = new MaskSentry(setting.token);
  }

  /**
   * Every tree is sought anew: one may have been attached without any change that could be heard of. What took the mask
   * away since the last look counts as well.
   */
  look(): { isMasked: boolean; hidden: HiddenBox[] } {
    const trees = allTrees();
    const { token, styled } = this.#setting;
    this.#hidden = hiddenInView(styled, trees);
    return {
      isMasked: this.#sentry.heldUntil(isMaskInForce(token, trees), trees),
      hidden: this.#hidden.map(({ kind, box, hasAddress }) => ({ kind, box, hasAddress })),
    };
  }

  /** By the last look at what is hidden. */
  paintedAt(points: readonly Point[]): Painted[] {
    return paintedAt(points, this.#hidden);
  }

  /** Where the page has fonts of its own, asks for the sheet against them; true when the page looks different now. */
  async replaceFonts(): Promise<boolean> {
    const { token, insertDeviceFonts } = this.#setting;
    if (!(hasWebFonts() || this.#sentry.hadWebFonts) || areDeviceFontsInForce(token)) return false;
    this.#scrollBack = rememberScroll();
    await insertDeviceFonts();
    dropStaleParts();
    return true;
  }

  stop(): void {
    this.#sentry.stop();
  }

  /** Once the sheets are out: words that had moved may have moved the page. */
  putBack(): void {
    this.#scrollBack();
  }
}
