/**
 * The rules that hide every picture in a page before a shot. Important declarations of the user origin win over
 * everything a page can write, reach into open and closed shadow roots, and change no DOM.
 * Default-deny: by kind of element and by property, never by size, place or what a picture shows.
 */

/** Nothing may keep drawing what it drew before, nor draw it anew. */
const holdStill = ["transition: none", "animation: none"];

/** Nothing on any box may draw an image, or a picture made of shadows. */
const noImages = [
  ...holdStill,
  "background-image: none",
  "border-image-source: none",
  "mask-image: none",
  "mask-border-source: none",
  "-webkit-mask-box-image: none",
  "list-style-image: none",
  "cursor: auto",
  "-webkit-box-reflect: none",
  "filter: none",
  "backdrop-filter: none",
  "shape-outside: none",
  "box-shadow: none",
  "text-shadow: none",
  "mix-blend-mode: normal",
  "view-transition-name: none",
];

const outOfSight = ["visibility: hidden", "opacity: 0"];

/** The same for a part, which may have a marker of its own. */
const partOutOfSight = [...holdStill, ...outOfSight, "list-style-image: none", "view-transition-name: none"];

/**
 * Parts whose own content may be an image: out of sight whole. Each in a rule of its own: an unknown selector drops its
 * whole rule. Every declaration is worked out for each element that could have the part, so these say no more than that
 * (measured: with all of `noImages` here the sheet takes a large page twice as long).
 */
const generatedParts = [
  "::before",
  "::after",
  "::checkmark",
  "::picker-icon",
  "::scroll-marker",
  "::column::scroll-marker",
];
/**
 * Parts that the browser makes of an element of its own, which may have such parts like any other. Chromium takes them
 * for parts of that element, which `*` reaches; Firefox does not (measured on ESR 153).
 */
const backedParts = ["::details-content", "::picker(select)", "::permission-icon"];
const plainParts = [
  "::backdrop",
  "::placeholder",
  "::first-letter",
  "::first-line",
  "::selection",
  "::target-text",
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
  "::-webkit-slider-container",
  "::-webkit-slider-thumb",
  "::-webkit-slider-runnable-track",
  "::-webkit-progress-inner-element",
  "::-webkit-progress-bar",
  "::-webkit-progress-value",
  "::-webkit-meter-inner-element",
  "::-webkit-meter-bar",
  "::-webkit-meter-optimum-value",
  "::-webkit-meter-suboptimum-value",
  "::-webkit-meter-even-less-good-value",
  "::-webkit-search-cancel-button",
  "::-webkit-search-decoration",
  "::-webkit-search-results-button",
  "::-webkit-textfield-decoration-container",
  "::-webkit-calendar-picker-indicator",
  "::-webkit-clear-button",
  "::-webkit-date-and-time-value",
  "::-webkit-datetime-edit",
  "::-webkit-datetime-edit-fields-wrapper",
  "::-webkit-datetime-edit-text",
  "::-webkit-datetime-edit-ampm-field",
  "::-webkit-datetime-edit-day-field",
  "::-webkit-datetime-edit-hour-field",
  "::-webkit-datetime-edit-millisecond-field",
  "::-webkit-datetime-edit-minute-field",
  "::-webkit-datetime-edit-month-field",
  "::-webkit-datetime-edit-second-field",
  "::-webkit-datetime-edit-week-field",
  "::-webkit-datetime-edit-year-field",
  "::-webkit-inner-spin-button",
  "::-webkit-outer-spin-button",
  "::-webkit-color-swatch-wrapper",
  "::-webkit-color-swatch",
  "::-webkit-details-marker",
  "::-webkit-file-upload-button",
  "::-webkit-input-placeholder",
  "::-moz-range-thumb",
  "::-moz-range-track",
  "::-moz-range-progress",
  "::-moz-progress-bar",
  "::-moz-meter-bar",
  "::-moz-color-swatch",
  "::-moz-list-bullet",
];

/** What draws a picture by being what it is. The parts of an SVG may each claim to be visible again. */
export const pictureElements =
  "img, picture, video, audio, canvas, iframe, frame, object, embed, portal, fencedframe, model, svg, svg *, input[type='image' i]";

/**
 * `token` is `--k` and hex, random, so that no page can have set what it stands for. The driver looks for it in two
 * places: as a custom property on the root, and as the name of the printed page, which is not inherited and has no
 * look on a screen, on every element of every shadow tree.
 * Chromium does not restyle what stands in shadow trees when a sheet is inserted: only elements that change for some
 * other reason get it (measured on 156). An inherited property that is given a new random value on everything makes
 * all of them change; this one has no look where there is no touch screen.
 */
export function maskRules(token: string): string {
  return [
    rule("*", [
      ...noImages,
      "content: normal",
      // The check after the shot asks what stands at a point, and the answer leaves out what takes no clicks.
      "pointer-events: auto",
      `-webkit-tap-highlight-color: #${token.slice(-8)}`,
      `page: ${token.slice(2)}`,
    ]),
    // Of list items only. That of a generated part stands within it, out of sight; a rule for it would have those parts
    // made for every element (measured: then the sheet takes a page half as long again).
    rule("*::marker", [...holdStill, "content: normal", "text-shadow: none"]),
    ...generatedParts.map((part) => rule(`*${part}`, partOutOfSight)),
    ...backedParts.flatMap((part) => [
      ...["::before", "::after"].map((within) => rule(`*${part}${within}`, partOutOfSight)),
      ...["::first-letter", "::first-line"].map((within) => rule(`*${part}${within}`, noImages)),
      rule(`*${part}::marker`, [...holdStill, "content: normal", "text-shadow: none"]),
    ]),
    // Four parts of every element: not even their boxes are worked out.
    rule("*::scroll-button(*)", ["display: none"]),
    // Many are elements of the browser's own, which `content` may turn into a picture.
    ...plainParts.map((part) => rule(`*${part}`, [...noImages, "content: normal"])),
    rule("::view-transition", ["display: none"]),
    rule(pictureElements, outOfSight),
    rule(":root", [`${token}: 1`]),
  ].join("\n");
}

/**
 * A web font may be a picture: its letters may have colours of their own. Where a page has any web font, its words are
 * drawn in the fonts of the device. Only then, for it moves words a little. The driver looks for the same two signs
 * as above, each ending in `f`; and as above, one value is new on everything so that shadow trees are reached.
 */
export function deviceFontRules(token: string): string {
  const lettersWithin = ["::first-letter", "::first-line", "::marker"];
  const within = backedParts.flatMap((part) => lettersWithin.map((letters) => `${part}${letters}`));
  const parts = [...generatedParts, "::marker", ...plainParts, ...within];
  const deviceFonts = "font-family: system-ui, sans-serif";
  return [
    rule("*", [
      deviceFonts,
      `-webkit-tap-highlight-color: #${token.slice(-16, -8)}`,
      `page: ${token.slice(2)}f`,
    ]),
    ...parts.map((part) => rule(`*${part}`, [deviceFonts])),
    rule(":root", [`${token}f: 1`]),
  ].join("\n");
}

function rule(selector: string, declarations: readonly string[]): string {
  return `${selector} { ${declarations.map((declaration) => `${declaration} !important;`).join(" ")} }`;
}
