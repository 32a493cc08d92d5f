/** The mask as the driver sees it: whether it holds, and what it needs besides the first sheet. */
import { areDeviceFontsInForce, hasWebFonts, isMaskInForce } from "./mask-check.ts";
import { rememberScroll } from "./scroll-places.ts";

export class PageMask {
  readonly #token: string;
  readonly #insertDeviceFonts: () => Promise<void>;
  #scrollBack: () => void = () => undefined;

  constructor(token: string, insertDeviceFonts: () => Promise<void>) {
    this.#token = token;
    this.#insertDeviceFonts = insertDeviceFonts;
  }

  isInForce(): boolean {
    return isMaskInForce(this.#token);
  }

  /** Where the page has fonts of its own, asks for the sheet against them; true when the page looks different now. */
  async replaceFonts(): Promise<boolean> {
    if (!hasWebFonts() || areDeviceFontsInForce(this.#token)) return false;
    this.#scrollBack = rememberScroll();
    await this.#insertDeviceFonts();
    return true;
  }

  /** Once the sheets are out: words that had moved may have moved the page. */
  putBack(): void {
    this.#scrollBack();
  }
}
