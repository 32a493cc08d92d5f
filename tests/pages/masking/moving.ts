/** Pages that change while they are kept: what loads late, is inserted, restyled, or fights once it notices the mask. */
import { type Vector, box, onceMasked, script } from "./vector.ts";

const loud = "visibility:visible!important;opacity:1!important";

export const moving: Vector[] = [
  {
    name: "rewritten every 50 ms",
    html: (m) =>
      `<div id="${m.id}" style="height:60px"></div>${script(
        `setInterval(() => { document.getElementById("${m.id}").innerHTML = '<img src="${m.dataSvg}" style="${loud}"><b style="display:block;width:60px;height:40px;background:url(${m.dataSvg})!important"></b>'; }, 50);`,
      )}`,
  },
  {
    name: "inserted anew before every drawn frame",
    html: (m) =>
      `<div id="${m.id}" style="height:60px"></div>${script(
        `const place = document.getElementById("${m.id}"), sheet = document.createElement("canvas"); sheet.width = 60; sheet.height = 40;
         const turn = () => { const copy = sheet.cloneNode(); const brush = copy.getContext("2d"); brush.fillStyle = "${m.colour}"; brush.fillRect(0, 0, 60, 40); place.replaceChildren(copy); requestAnimationFrame(turn); };
         turn();`,
      )}`,
  },
  {
    name: "restyled before every drawn frame",
    html: (m) =>
      `${box("", `id="${m.id}"`)}<img id="${m.id}i" src="${m.png}">${script(
        `let turn = 0; const restyle = () => { turn += 1;
           document.getElementById("${m.id}").setAttribute("style", "width:60px;height:40px;background:url(${m.png})!important;order:" + turn);
           document.getElementById("${m.id}i").setAttribute("style", "${loud};order:" + turn);
           requestAnimationFrame(restyle); }; restyle();`,
      )}`,
  },
  {
    name: "frames put in again and again",
    html: (m) =>
      `<div id="${m.id}" style="height:60px"></div>${script(
        `setInterval(() => { const frame = document.createElement("iframe"); frame.setAttribute("style", "${loud}"); frame.width = 60; frame.height = 40;
           document.getElementById("${m.id}").replaceChildren(frame); frame.contentDocument.body.style.background = "${m.colour}"; }, 60);`,
      )}`,
  },
  {
    name: "loads only when scrolled to",
    html: (m) =>
      `<div style="height:300px"></div><img loading="lazy" width="60" height="40" src="${m.png}" style="${loud}">`,
  },
  {
    name: "fights with rules once it sees the mask",
    html: (m) =>
      `<img id="${m.id}" src="${m.png}">${box(`background:url(${m.svg})`, `class="${m.id}"`)}${onceMasked(
        m,
        `const sheet = new CSSStyleSheet(); sheet.replaceSync("@layer z{*{visibility:visible!important;opacity:1!important}}.${m.id}{background:url(${m.svg})!important}");
         if (document.adoptedStyleSheets.length < 9) document.adoptedStyleSheets.push(sheet);
         document.getElementById("${m.id}").style.setProperty("visibility", "visible", "important");`,
      )}`,
  },
  {
    name: "fights with animations once it sees the mask",
    html: (m) =>
      `<img id="${m.id}" src="${m.png}">${onceMasked(
        m,
        `document.getElementById("${m.id}").animate({ opacity: [1, 1], visibility: ["visible", "visible"] }, { duration: 1e5, fill: "both", composite: "replace" });`,
      )}`,
  },
  {
    name: "goes to the top layer once it sees the mask",
    html: (m) =>
      `<div id="${m.id}" popover="manual" style="inset:auto 0 0 auto;${loud}"><img src="${m.png}" style="${loud}"></div>${script(
        `document.getElementById("${m.id}").showPopover();`,
      )}${onceMasked(m, `const top = document.getElementById("${m.id}"); top.hidePopover(); top.showPopover();`)}`,
  },
  {
    name: "turns other elements into pictures once it sees the mask",
    html: (m) =>
      `<img src="${m.png}">${box("", `id="${m.id}"`)}${onceMasked(
        m,
        `const place = document.getElementById("${m.id}"); place.style.cssText += ";content:url(${m.dataPng})!important"; place.innerHTML = '<svg width="60" height="40"><rect width="60" height="40" fill="${m.colour}"/></svg>';`,
      )}`,
  },
  {
    name: "colour font that comes once it sees the mask",
    html: (m) =>
      `<img src="${m.png}"><p style="margin:0;font:40px/1 f${m.id}">AAA</p>${onceMasked(
        m,
        `if (window["${m.id}"]) return; window["${m.id}"] = true; new FontFace("f${m.id}", "url(/marker/${m.id}.ttf)").load().then((face) => document.fonts.add(face));`,
      )}`,
  },
];
