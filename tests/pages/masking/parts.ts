/** Parts that the browser draws itself, each with an image put on it. */
import type { Marker } from "./marker.ts";
import { type Vector, styled } from "./vector.ts";

interface Part {
  name: string;
  selectors: string[];
  markup: string;
  more?: string;
}

/** `&` is the vector's own class. Each selector stands in a rule of its own: an unknown one drops only itself. */
const partsOfControls: Part[] = [
  {
    name: "placeholder",
    selectors: ["&::placeholder", "&::-moz-placeholder"],
    markup: '<input class="&" placeholder="hello">',
  },
  {
    name: "file button",
    selectors: ["&::file-selector-button", "&::-webkit-file-upload-button"],
    markup: '<input type="file" class="&">',
  },
  {
    name: "range",
    selectors: [
      "&::-webkit-slider-thumb",
      "&::-webkit-slider-runnable-track",
      "&::-webkit-slider-container",
      "&::-moz-range-thumb",
      "&::-moz-range-track",
      "&::-moz-range-progress",
    ],
    markup: '<input type="range" class="&" style="appearance:none">',
    more: "appearance:none;width:30px;height:30px;",
  },
  {
    name: "search",
    selectors: [
      "&::-webkit-search-cancel-button",
      "&::-webkit-search-decoration",
      "&::-webkit-textfield-decoration-container",
    ],
    markup: '<input type="search" class="&" value="x" style="width:160px">',
    more: "appearance:none;width:30px;height:30px;",
  },
  {
    name: "date and time",
    selectors: [
      "&::-webkit-calendar-picker-indicator",
      "&::-webkit-datetime-edit",
      "&::-webkit-datetime-edit-fields-wrapper",
      "&::-webkit-datetime-edit-year-field",
      "&::-webkit-datetime-edit-text",
      "&::-webkit-date-and-time-value",
      "&::-webkit-clear-button",
    ],
    markup: '<input type="date" class="&"><input type="datetime-local" class="&">',
  },
  {
    name: "number",
    selectors: ["&::-webkit-inner-spin-button", "&::-webkit-outer-spin-button"],
    markup: '<input type="number" class="&" value="1">',
    more: "appearance:none;opacity:1;width:30px;height:30px;",
  },
  {
    name: "colour",
    selectors: ["&::-webkit-color-swatch", "&::-webkit-color-swatch-wrapper", "&::-moz-color-swatch"],
    markup: '<input type="color" class="&" value="#eeeeee">',
  },
  {
    name: "check box and radio button",
    selectors: ["&", "&::before", "&::checkmark"],
    markup: '<input type="checkbox" checked class="&"><input type="radio" checked class="&">',
    more: 'appearance:none;content:"";display:block;width:30px;height:30px;',
  },
  {
    name: "progress",
    selectors: [
      "&::-webkit-progress-bar",
      "&::-webkit-progress-value",
      "&::-webkit-progress-inner-element",
      "&::-moz-progress-bar",
    ],
    markup: '<progress class="&" value="50" max="100" style="appearance:none"></progress>',
  },
  {
    name: "meter",
    selectors: [
      "&::-webkit-meter-bar",
      "&::-webkit-meter-optimum-value",
      "&::-webkit-meter-suboptimum-value",
      "&::-webkit-meter-inner-element",
      "&::-moz-meter-bar",
    ],
    markup: '<meter class="&" value="50" max="100" style="appearance:none"></meter>',
  },
  {
    name: "details",
    selectors: ["&::details-content", "& summary::marker", "& summary::-webkit-details-marker"],
    markup: '<details open class="&"><summary>s</summary>content</details>',
  },
  {
    name: "select in its own look",
    selectors: ["&", "&::picker-icon", "&::picker(select)", "& option::checkmark"],
    markup: '<select class="&"><option>o</option></select>',
    more: "appearance:base-select;",
  },
  {
    name: "scroll bars and resizer",
    selectors: [
      "&::-webkit-scrollbar",
      "&::-webkit-scrollbar-thumb",
      "&::-webkit-scrollbar-track",
      "&::-webkit-scrollbar-track-piece",
      "&::-webkit-scrollbar-button",
      "&::-webkit-scrollbar-corner",
      "&::-webkit-resizer",
    ],
    markup:
      '<div class="&" style="width:90px;height:50px;overflow:scroll;resize:both"><p style="width:300px;height:300px">x</p></div>',
    more: "width:20px;height:20px;",
  },
  {
    name: "scroll markers, buttons and columns",
    selectors: [
      "&::scroll-marker-group",
      "& p::scroll-marker",
      "&::column",
      "&::column::scroll-marker",
      "&::scroll-button(*)",
      "&::scroll-button(right)",
    ],
    markup:
      '<div class="&" style="width:200px;height:60px;overflow:auto;columns:1;scroll-marker-group:after"><p>a</p><p>b</p><p>c</p><p>d</p></div>',
    more: 'content:"m";display:block;width:30px;height:20px;',
  },
  {
    name: "controls of sound and film",
    selectors: [
      "&::-webkit-media-controls-panel",
      "&::-webkit-media-controls-enclosure",
      "&::-webkit-media-controls",
    ],
    markup: '<audio controls class="&" style="visibility:visible!important;opacity:1!important"></audio>',
  },
];

function rulesOf({ selectors, more = "" }: Part, marker: Marker): string {
  return selectors
    .map(
      (selector) =>
        `${selector}{${more}background:url(${marker.png})!important;border:4px solid #888;border-image:url(${marker.svg}) 4!important}`,
    )
    .join("");
}

export const parts: Vector[] = partsOfControls.map((part) => ({
  name: `part: ${part.name}`,
  html: (marker) => styled(marker, rulesOf(part, marker), part.markup),
}));
