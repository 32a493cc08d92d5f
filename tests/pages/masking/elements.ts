/** Elements that draw a picture by being what they are. */
import type { Marker } from "./marker.ts";
import { type Vector, box, script, styled } from "./vector.ts";

const loud = "visibility:visible!important;opacity:1!important";

function writtenFrame(marker: Marker, end: string): string {
  const words = `<img src='${marker.dataSvg}' style='${loud}'>`;
  return `<iframe id="${marker.id}" width="60" height="40"></iframe>${script(
    `const { contentDocument: document } = window.document.getElementById("${marker.id}"); document.write("${words}"); ${end}`,
  )}`;
}

export const elements: Vector[] = [
  { name: "img, inline important", html: (m) => `<img src="${m.png}" style="${loud}">` },
  {
    name: "img of a data address",
    html: (m) => `<img src="${m.dataSvg}" style="all:revert!important;${loud}">`,
  },
  {
    name: "picture with a ground of its own",
    html: (m) =>
      `<picture style="display:block;width:60px;height:40px;background:url(${m.png})!important"><source srcset="${m.svg}"><img></picture>`,
  },
  { name: "input of type image", html: (m) => `<input type="IMAGE" src="${m.png}" style="${loud}" alt="a">` },
  {
    name: "canvas",
    html: (m) =>
      `<canvas id="${m.id}" width="60" height="40" style="${loud}"></canvas>${script(
        `const brush = document.getElementById("${m.id}").getContext("2d"); brush.fillStyle = "${m.colour}"; brush.fillRect(0, 0, 60, 40);`,
      )}`,
  },
  {
    name: "canvas through a bitmap",
    html: (m) =>
      `<canvas id="${m.id}" width="60" height="40" style="${loud}"></canvas>${script(
        `const sheet = new OffscreenCanvas(60, 40), brush = sheet.getContext("2d"); brush.fillStyle = "${m.colour}"; brush.fillRect(0, 0, 60, 40);
         document.getElementById("${m.id}").getContext("bitmaprenderer").transferFromImageBitmap(sheet.transferToImageBitmap());`,
      )}`,
  },
  {
    name: "video poster",
    html: (m) => `<video poster="${m.png}" width="60" height="40" style="${loud}"></video>`,
  },
  {
    name: "video that plays a stream",
    html: (m) =>
      `<video id="${m.id}" width="60" height="40" muted autoplay style="${loud}"></video>${script(
        `const sheet = document.createElement("canvas"); sheet.width = 60; sheet.height = 40;
         const brush = sheet.getContext("2d");
         setInterval(() => { brush.fillStyle = "${m.colour}"; brush.fillRect(0, 0, 60, 40); }, 50);
         document.getElementById("${m.id}").srcObject = sheet.captureStream(20);`,
      )}`,
  },
  {
    name: "iframe of a written document",
    html: (m) =>
      `<iframe width="60" height="40" style="${loud}" srcdoc="<body style='margin:0;background:${m.colour}'>"></iframe>`,
  },
  {
    name: "iframe of an address",
    html: (m) => `<iframe width="60" height="40" style="${loud}" src="${m.svg}"></iframe>`,
  },
  {
    name: "iframe of another origin",
    html: (m) =>
      `<iframe id="${m.id}" width="60" height="40" style="border:0"></iframe>${script(
        `const elsewhere = new URL("${m.svg}", location.href); elsewhere.hostname = "127.0.0.1"; document.getElementById("${m.id}").src = elsewhere;`,
      )}`,
  },
  {
    name: "iframe written into by its parent",
    html: (m) => writtenFrame(m, "document.close();"),
  },
  {
    // Such a page never finishes loading: whoever opens it waits for as long as he ever waits.
    name: "iframe written into by its parent and left open",
    isRare: true,
    html: (m) => writtenFrame(m, ""),
  },
  {
    name: "object",
    html: (m) =>
      `<object data="${m.svg}" type="image/svg+xml" width="60" height="40" style="${loud}"></object>`,
  },
  {
    name: "object that falls back on an img",
    html: (m) =>
      `<object data="/nothing.png" type="image/png" style="${loud}"><img src="${m.png}" style="${loud}"></object>`,
  },
  { name: "embed", html: (m) => `<embed src="${m.svg}" width="60" height="40" style="${loud}">` },
  {
    name: "svg shape",
    html: (m) =>
      `<svg width="60" height="40" style="${loud}"><rect width="60" height="40" fill="${m.colour}" style="${loud}"/></svg>`,
  },
  {
    name: "svg image and use",
    html: (m) =>
      `<svg width="60" height="40"><symbol id="${m.id}"><image href="${m.png}" style="${loud}"/></symbol><use href="#${m.id}" style="${loud}"/></svg>`,
  },
  {
    name: "svg pattern",
    html: (m) =>
      `<svg width="60" height="40"><pattern id="${m.id}" width="60" height="40" patternUnits="userSpaceOnUse"><image href="${m.png}"/></pattern><circle r="30" cx="30" cy="20" fill="url(#${m.id})" style="${loud}"/></svg>`,
  },
  {
    name: "svg with HTML inside",
    html: (m) =>
      `<svg width="60" height="40"><foreignObject width="60" height="40">${box(`background:${m.colour};${loud}`)}</foreignObject></svg>`,
  },
  {
    name: "svg that animates its own visibility",
    html: (m) =>
      `<svg width="60" height="40"><set attributeName="opacity" to="1"/><rect width="60" height="40" fill="${m.colour}"><set attributeName="visibility" to="visible"/><animate attributeName="opacity" values="1;1" dur="1s" repeatCount="indefinite"/></rect></svg>`,
  },
  {
    name: "svg text painted with a pattern",
    html: (m) =>
      `<svg width="200" height="40"><pattern id="${m.id}" width="60" height="40" patternUnits="userSpaceOnUse"><image href="${m.png}"/></pattern><text y="38" font-size="48" font-weight="900" fill="url(#${m.id})">MMM</text></svg>`,
  },
  {
    name: "img in a button, a summary and a legend",
    html: (m) =>
      `<button><img src="${m.png}" style="${loud}"></button><details open><summary><img src="${m.svg}" style="${loud}"></summary></details><fieldset><legend><img src="${m.png}"></legend></fieldset>`,
  },
  {
    name: "img of a built-in kind made anew",
    html: (m) =>
      `${script(`customElements.define("x-${m.id}", class extends HTMLImageElement {}, { extends: "img" });`)}<img is="x-${m.id}" src="${m.png}" style="${loud}">`,
  },
  {
    name: "custom element that draws in its own tree",
    html: (m) =>
      `<x-${m.id}></x-${m.id}>${script(`customElements.define("x-${m.id}", class extends HTMLElement {
        constructor() { super(); const root = this.attachShadow({ mode: "closed" });
          const picture = new Image(); picture.src = "${m.png}"; picture.setAttribute("style", "${loud}"); root.append(picture); } });`)}`,
  },
  {
    name: "img in ruby, table, list, label and marquee",
    html: (m) =>
      `<ruby><img src="${m.png}"><rt>r</rt></ruby><table><td><img src="${m.png}"></table><label><img src="${m.png}"></label><marquee><img src="${m.png}" style="${loud}"></marquee>`,
  },
  {
    name: "mathml with a ground",
    html: (m) =>
      `<math><mi style="background:url(${m.png})!important">xxxxxxxx</mi><mtext><img src="${m.png}" style="${loud}"></mtext></math>`,
  },
  {
    name: "img of no box, its ground through its children",
    html: (m) =>
      `<div style="display:contents;${loud}"><img style="will-change:opacity,transform;${loud}" src="${m.png}"></div>`,
  },
  {
    name: "img under a part that is drawn when needed",
    html: (m) =>
      `<div style="content-visibility:auto;contain-intrinsic-size:60px"><img src="${m.png}" style="${loud}">${box(`background:url(${m.svg})!important`)}</div>`,
  },
  {
    name: "img laid out in three dimensions",
    html: (m) =>
      `<div style="transform-style:preserve-3d;perspective:400px"><img src="${m.png}" style="transform:translateZ(1px);backface-visibility:visible;${loud}"></div>`,
  },
  {
    name: "select whose button holds a picture",
    html: (m) =>
      `<style>.${m.id},.${m.id}::picker(select){appearance:base-select}</style><select class="${m.id}"><button style="background:url(${m.svg})!important"><selectedcontent></selectedcontent></button><option><img src="${m.png}" style="${loud}">o</option></select>`,
  },
  {
    name: "element in no slot of its host",
    html: (m) =>
      `<div id="${m.id}"><img src="${m.png}" style="${loud}"></div>${script(
        `const host = document.getElementById("${m.id}"); setTimeout(() => { const root = host.attachShadow({ mode: "open" }); root.append(document.createElement("slot")); }, 50);`,
      )}`,
  },
  {
    name: "attributes of old",
    html: (m) =>
      `<table background="${m.png}" width="60" height="40"><tr><td background="${m.svg}">a</table>`,
  },
  {
    name: "ground of form parts",
    html: (m) =>
      styled(
        m,
        `&{background:url(${m.png})!important}`,
        `<textarea class="&"></textarea><button class="&">b</button><select multiple class="&"><option class="&">o</select><fieldset class="&"><legend class="&">l</legend></fieldset><hr class="&" style="height:20px"><output class="&">o</output>`,
      ),
  },
];
