/** Parts that are elements of the browser's own, each turned into a picture by `content`. */
import type { Marker } from "./marker.ts";
import { type Vector, styled } from "./vector.ts";

interface Part {
  name: string;
  selectors: string[];
  markup: string;
  more?: string;
}

const partsWithContent: Part[] = [
  { name: "placeholder", selectors: ["&::placeholder"], markup: '<input class="&" placeholder="hello">' },
  {
    name: "search",
    selectors: ["&::-webkit-search-cancel-button", "&::-webkit-textfield-decoration-container"],
    markup: '<input type="search" class="&" value="x" style="width:160px">',
    more: "appearance:none;opacity:1;",
  },
  {
    name: "date and time",
    selectors: ["&::-webkit-calendar-picker-indicator", "&::-webkit-datetime-edit"],
    markup: '<input type="date" class="&">',
  },
  {
    name: "number",
    selectors: ["&::-webkit-inner-spin-button"],
    markup: '<input type="number" class="&" value="1">',
    more: "appearance:none;opacity:1;width:30px;height:20px;",
  },
  {
    name: "colour",
    selectors: ["&::-webkit-color-swatch-wrapper", "&::-webkit-color-swatch"],
    markup: '<input type="color" class="&" value="#eeeeee">',
  },
  {
    name: "progress",
    selectors: ["&::-webkit-progress-bar", "&::-webkit-progress-inner-element"],
    markup: '<progress class="&" value="50" max="100" style="appearance:none"></progress>',
  },
  {
    name: "meter",
    selectors: ["&::-webkit-meter-bar", "&::-webkit-meter-inner-element"],
    markup: '<meter class="&" value="50" max="100" style="appearance:none"></meter>',
  },
  {
    name: "details",
    selectors: ["&::details-content"],
    markup: '<details open class="&"><summary>s</summary>content</details>',
  },
  {
    name: "check mark and picker icon",
    selectors: ["&", "&::picker-icon", "&::checkmark"],
    markup: '<select class="&"><option>o</option></select>',
    more: "appearance:base-select;",
  },
  {
    name: "scroll markers and buttons",
    selectors: ["& p::scroll-marker", "&::scroll-button(right)", "&::scroll-button(*)"],
    markup:
      '<div class="&" style="width:200px;height:60px;overflow:auto;scroll-marker-group:after"><p style="width:500px">a</p><p>b</p><p>c</p></div>',
  },
  {
    name: "marker of a summary",
    selectors: ["& summary::marker"],
    markup:
      '<details open class="&" style="padding-left:90px"><summary style="display:list-item">s</summary>c</details>',
  },
];

function rulesOf({ selectors, more = "" }: Part, marker: Marker): string {
  return selectors
    .map(
      (selector) => `${selector}{${more}content:url(${marker.svg})!important;visibility:visible!important}`,
    )
    .join("");
}

export const contents: Vector[] = partsWithContent.map((part) => ({
  name: `content of a part: ${part.name}`,
  html: (marker) => styled(marker, rulesOf(part, marker), part.markup),
}));
