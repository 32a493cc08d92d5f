/** Parts of a part: what the browser makes of an element of its own may have generated content like any other. */
import type { Marker } from "./marker.ts";
import { type Vector, styled } from "./vector.ts";

const loud = "visibility:visible!important;opacity:1!important";
const details = '<details open class="&" style="min-height:60px"><summary>s</summary>content</details>';

const picture = (m: Marker) => `content:url(${m.svg})!important;${loud}`;
const ground = (m: Marker) => `background:url(${m.png})!important;${loud}`;

export const partsOfParts: Vector[] = [
  {
    name: "generated before and after the content of details",
    html: (m) =>
      styled(
        m,
        `&::details-content::before{${picture(m)}}&::details-content::after{content:"";display:block;width:60px;height:40px;${ground(m)}}`,
        details,
      ),
  },
  {
    name: "marker of the content of details",
    html: (m) =>
      styled(
        m,
        `&::details-content{display:list-item!important;margin-left:90px}&::details-content::marker{content:url(${m.svg})!important}`,
        details,
      ),
  },
  {
    name: "marker of what is generated before the content of details",
    html: (m) =>
      styled(
        m,
        `&::details-content::before{content:"x";display:list-item!important;margin-left:90px;${loud}}&::details-content::before::marker{content:url(${m.svg})!important}`,
        details,
      ),
  },
  {
    name: "list of an image at the content of details",
    html: (m) =>
      styled(
        m,
        `&::details-content{display:list-item!important;margin-left:90px;list-style:url(${m.svg}) inside!important}`,
        details,
      ),
  },
  {
    name: "first letter and first line of the content of details",
    html: (m) =>
      styled(
        m,
        `&::details-content{display:block}&::details-content::first-letter{font-size:40px;${ground(m)}}&::details-content::first-line{${ground(m)}}`,
        details,
      ),
  },
  {
    name: "scroll marker of the content of details",
    html: (m) =>
      styled(
        m,
        `&{width:200px;height:60px;overflow:auto;scroll-marker-group:after}&::details-content::scroll-marker{display:block;width:60px;height:40px;${picture(m)}}`,
        '<details open class="&"><summary>s</summary><p style="height:200px">x</p></details>',
      ),
  },
  {
    name: "scroll buttons and columns of the content of details",
    html: (m) =>
      styled(
        m,
        `&::details-content{display:block;width:200px;height:60px;overflow:auto;columns:1;scroll-marker-group:after}&::details-content::scroll-button(*){width:60px;height:40px;${picture(m)}}&::details-content::column::scroll-marker{${picture(m)}}&::details-content::scroll-marker-group{${ground(m)}}`,
        '<details open class="&"><summary>s</summary><p>a</p><p>b</p><p>c</p><p>d</p></details>',
      ),
  },
  {
    name: "icon of an element that asks for a permission",
    html: (m) =>
      styled(
        m,
        `&::permission-icon{${picture(m)};${ground(m)}}&::permission-icon::before{${picture(m)}}&::permission-icon::after{content:"";display:block;width:60px;height:40px;${ground(m)}}`,
        '<geolocation class="&"></geolocation><usermedia type="camera" class="&"></usermedia>',
      ) + `<img src="${m.png}">`,
  },
  {
    name: "button of what says more",
    html: (m) =>
      styled(
        m,
        `&::interest-button{width:60px;height:40px;${picture(m)}}`,
        `<button class="&" interestfor="${m.id}">b</button><a class="&" href="#x" interestfor="${m.id}">a</a><div popover id="${m.id}">p</div>`,
      ) + `<img src="${m.png}">`,
  },
  {
    name: "generated parts without boxes of their own",
    html: (m) =>
      styled(
        m,
        `&::before{display:contents!important;content:url(${m.svg})!important;visibility:visible!important;opacity:1!important}&::after{display:contents!important;content:url(${m.png}) "x"!important;visibility:visible!important}`,
        '<div class="&">x</div>',
      ),
  },
  {
    name: "parts of parts across trees",
    html: (m) =>
      `<style>#${m.id}::part(d)::details-content::before{${picture(m)}}#${m.id}::part(d)::details-content::after{content:"";display:block;width:60px;height:40px;${ground(m)}}</style><div id="${m.id}"><template shadowrootmode="closed"><details open part="d"><summary>s</summary>x</details></template></div>`,
  },
];
