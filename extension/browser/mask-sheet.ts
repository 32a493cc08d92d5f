/**
 * The sheet that hides every picture in a page before a shot. Important declarations of the user origin win over
 * everything a page can write, reach into open and closed shadow roots, and change no DOM.
 * Default-deny: by kind of element and by property, never by size, place or what a picture shows.
 */
import { browser } from "./api.ts";

/** Nothing on any box may draw an image, and no transition or animation may keep drawing an old one. */
const noImages = [
  "transition: none",
  "animation: none",
  "background-image: none",
  "border-image-source: none",
  "mask-image: none",
  "-webkit-mask-box-image: none",
  "list-style-image: none",
  "cursor: auto",
  "-webkit-box-reflect: none",
  "filter: none",
  "backdrop-filter: none",
  "shape-outside: none",
  "view-transition-name: none",
];

const hidden = ["visibility: hidden", "opacity: 0"];

/** Each in a rule of its own: an unknown selector drops its whole rule in another browser. */
const generatedParts = [
  "::before",
  "::after",
  "::checkmark",
  "::picker-icon",
  "::scroll-button(*)",
  "::scroll-marker",
];
const plainParts = [
  "::backdrop",
  "::placeholder",
  "::first-letter",
  "::first-line",
  "::file-selector-button",
  "::details-content",
  "::scroll-marker-group",
  "::column",
  "::picker(select)",
  "::-webkit-scrollbar",
  "::-webkit-scrollbar-thumb",
  "::-webkit-scrollbar-track",
  "::-webkit-scrollbar-track-piece",
  "::-webkit-scrollbar-button",
  "::-webkit-scrollbar-corner",
  "::-webkit-resizer",
  "::-webkit-slider-thumb",
  "::-webkit-slider-runnable-track",
  "::-webkit-progress-bar",
  "::-webkit-progress-value",
  "::-webkit-meter-bar",
  "::-webkit-meter-optimum-value",
  "::-webkit-search-cancel-button",
  "::-webkit-search-results-button",
  "::-webkit-calendar-picker-indicator",
  "::-webkit-inner-spin-button",
  "::-webkit-color-swatch",
  "::-moz-range-thumb",
  "::-moz-range-track",
  "::-moz-range-progress",
  "::-moz-progress-bar",
  "::-moz-meter-bar",
];

const pictures =
  "img, picture, video, audio, canvas, iframe, frame, object, embed, portal, fencedframe, svg, svg *, input[type='image' i]";

/**
 * `token` is `--k` and hex, random, so that no page can have set what it stands for. The driver looks for it in two
 * places: as a custom property on the root, and as the name of the printed page, which is not inherited and has no
 * look on a screen, on every element of every shadow tree.
 * Chromium does not restyle what stands in shadow trees when a sheet is inserted: only elements that change for some
 * other reason get it (measured on 156). An inherited property that is given a new random value on everything makes
 * all of them change; this one has no look where there is no touch screen.
 */
export function maskSheet(token: string): string {
  return [
    rule("*", [
      ...noImages,
      "content: normal",
      `-webkit-tap-highlight-color: #${token.slice(-8)}`,
      `page: ${token.slice(2)}`,
    ]),
    rule("::marker", ["content: normal"]),
    ...generatedParts.map((part) => rule(`*${part}`, [...noImages, ...hidden])),
    ...plainParts.map((part) => rule(`*${part}`, noImages)),
    rule("::view-transition", ["display: none"]),
    rule(pictures, hidden),
    rule(":root", [`${token}: 1`]),
  ].join("\n");
}

function rule(selector: string, declarations: readonly string[]): string {
  return `${selector} { ${declarations.map((declaration) => `${declaration} !important;`).join(" ")} }`;
}

export async function insertMask(tabId: number, token: string): Promise<void> {
  await browser.scripting.insertCSS({
    target: { tabId, allFrames: true },
    origin: "USER",
    css: maskSheet(token),
  });
}

/** Puts the page back as it was; a tab or document that is gone needs nothing. */
export async function removeMask(tabId: number, token: string): Promise<void> {
  try {
    await browser.scripting.removeCSS({
      target: { tabId, allFrames: true },
      origin: "USER",
      css: maskSheet(token),
    });
  } catch {
    // The tab is closed or shows another site: the sheet went with its document.
  }
}
