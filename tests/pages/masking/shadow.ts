/** Pictures in shadow trees, and rules that reach across them. */
import { type Vector, onceMasked, script } from "./vector.ts";

const loud = "visibility:visible!important;opacity:1!important";

function inTree(mode: "open" | "closed") {
  return (m: { id: string; png: string; svg: string }) =>
    `<div id="${m.id}"></div>${script(
      `const root = document.getElementById("${m.id}").attachShadow({ mode: "${mode}" });
       root.innerHTML = '<style>*{transition:all 9999s!important}i{background:url(${m.svg})!important}</style><img src="${m.png}" style="${loud}"><i style="display:block;width:60px;height:40px">x</i>';`,
    )}`;
}

export const shadow: Vector[] = [
  { name: "open tree", html: inTree("open") },
  { name: "closed tree", html: inTree("closed") },
  {
    name: "closed trees within closed trees",
    html: (m) =>
      `<div id="${m.id}"></div>${script(
        `let host = document.getElementById("${m.id}");
         for (let depth = 0; depth < 4; depth += 1) {
           const root = host.attachShadow({ mode: "closed" });
           root.innerHTML = '<img src="${m.png}" style="${loud}"><section></section>';
           host = root.querySelector("section");
         }`,
      )}`,
  },
  {
    name: "tree written into the document",
    html: (m) =>
      `<div><template shadowrootmode="closed"><style>:host{display:block;width:60px;height:40px;background:url(${m.png})!important}img{${loud}}</style><img src="${m.svg}"></template></div>`,
  },
  {
    name: "slotted pictures and parts",
    html: (m) =>
      `<style>#${m.id}::part(p){background:url(${m.png})!important;display:block;width:60px;height:40px}</style><div id="${m.id}"><template shadowrootmode="open"><style>::slotted(img){${loud}}</style><i part="p">x</i><slot></slot></template><img src="${m.png}"></div>`,
  },
  {
    name: "adopted sheet in a tree",
    html: (m) =>
      `<div id="${m.id}"></div>${script(
        `const sheet = new CSSStyleSheet();
         sheet.replaceSync("b::before{content:url(${m.png})!important;${loud}}i{display:block;width:60px;height:40px;background:url(${m.svg})!important}");
         const root = document.getElementById("${m.id}").attachShadow({ mode: "closed" });
         root.innerHTML = "<b></b><i></i>"; root.adoptedStyleSheets = [sheet];`,
      )}`,
  },
  {
    name: "a tree on an element of the page's skeleton",
    html: (m) =>
      `<article id="${m.id}">a</article>${script(
        `const root = document.getElementById("${m.id}").attachShadow({ mode: "closed", slotAssignment: "manual" });
         root.innerHTML = '<style>:host{background:url(${m.png})!important;display:block;height:40px}</style><slot></slot><canvas width="60" height="40"></canvas>';
         const brush = root.querySelector("canvas").getContext("2d"); brush.fillStyle = "${m.colour}"; brush.fillRect(0, 0, 60, 40);`,
      )}`,
  },
  {
    name: "trees attached once the mask is there",
    html: (m) =>
      `<div id="${m.id}" style="height:60px">${script("")}</div>${onceMasked(
        m,
        `const host = document.createElement("div"), root = host.attachShadow({ mode: "closed" });
         root.innerHTML = '<img src="${m.dataPng}" style="${loud}"><i style="display:block;width:60px;height:40px;background:url(${m.dataPng})!important"></i>';
         document.getElementById("${m.id}").replaceChildren(host);`,
      )}<img src="${m.png}">`,
  },
  {
    name: "picture carried from tree to tree",
    html: (m) =>
      `<div id="${m.id}" style="height:60px"></div>${script(
        `const roots = ["open", "closed"].map((mode) => { const host = document.createElement("div"); document.getElementById("${m.id}").append(host); return host.attachShadow({ mode }); });
         const picture = new Image(); picture.src = "${m.png}"; picture.setAttribute("style", "${loud}");
         let turn = 0; setInterval(() => roots[turn++ % 2].append(picture), 30);`,
      )}`,
  },
];
