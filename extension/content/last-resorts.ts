/**
 * The only two changes ever made to a page, each a last resort, noted in the capture, and undone exactly: hiding what
 * stands in front of everything, and switching off a scroll snapping that will not let the page be seen.
 */

interface ChangedStyle {
  element: HTMLElement;
  /** The attribute as it was; null where there was none. */
  style: string | null;
}

export class LastResorts {
  readonly #changed: ChangedStyle[] = [];

  hide(elements: readonly HTMLElement[]): void {
    for (const element of elements) this.#set(element, "visibility", "hidden");
  }

  /** False where the document does not snap. */
  stopSnapping(): boolean {
    const snapping = [document.documentElement, document.body].filter(
      (element) => element && getComputedStyle(element).scrollSnapType !== "none",
    );
    for (const element of snapping) this.#set(element, "scroll-snap-type", "none");
    return snapping.length > 0;
  }

  undo(): void {
    for (const { element, style } of this.#changed.splice(0).reverse()) {
      // Chromium removes what it has not written out yet only half, and leaves an empty attribute (measured).
      const isThere = element.getAttribute("style") !== null;
      if (style !== null) element.setAttribute("style", style);
      else if (isThere) element.removeAttribute("style");
    }
  }

  #set(element: HTMLElement, property: string, value: string): void {
    this.#changed.push({ element, style: element.getAttribute("style") });
    element.style.setProperty(property, value, "important");
  }
}
