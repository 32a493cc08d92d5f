/** Pages that are a vector as a whole: what keeps an old picture on the screen, and documents of other kinds. */
import { type Vector, script } from "./vector.ts";

const loud = "visibility:visible!important;opacity:1!important";
const held = (id: string) =>
  `document.getElementById("${id}").remove(); await new Promise((go) => setTimeout(go, 3500));`;

export const frozen: Vector[] = [
  {
    name: "view transition that keeps the screen as it was",
    isAlone: true,
    html: (m) =>
      `<img id="${m.id}" src="${m.png}" width="60" height="40"><p>Words.</p>${script(
        `const again = () => { if (!document.getElementById("${m.id}")) document.body.prepend(Object.assign(new Image(60, 40), { id: "${m.id}", src: "${m.png}" }));
           document.startViewTransition(async () => { ${held(m.id)} }).finished.then(() => setTimeout(again, 50)); };
         addEventListener("load", () => setTimeout(again, 300));`,
      )}`,
  },
  {
    name: "view transition of an element that keeps its part of the screen",
    isRare: true,
    isAlone: true,
    html: (m) =>
      `<div id="${m.id}s" style="contain:layout;view-transition-scope:all"><img id="${m.id}" src="${m.png}" width="60" height="40"><p>Words.</p></div><p>More words.</p>${script(
        `const scope = document.getElementById("${m.id}s"); const again = () => { if (!document.getElementById("${m.id}")) scope.prepend(Object.assign(new Image(60, 40), { id: "${m.id}", src: "${m.png}" }));
           scope.startViewTransition?.(async () => { ${held(m.id)} }).finished.then(() => setTimeout(again, 50)); };
         addEventListener("load", () => setTimeout(again, 300));`,
      )}`,
  },
  {
    name: "ground of a body of old",
    isRare: true,
    isAlone: true,
    html: () => "",
    document: (m) => ({
      type: "text/html; charset=utf-8",
      text: `<title>b</title><body background="${m.png}"><p>Words.</p>`,
    }),
  },
  {
    name: "document of plain XML with a sheet",
    isAlone: true,
    html: () => "",
    document: (m) => ({
      type: "application/xml",
      text: `<?xml version="1.0"?><?xml-stylesheet type="text/css" href="data:text/css,page{display:block;height:90px;background:url(${m.dataSvg})}"?><page>Words.</page>`,
    }),
  },
  {
    name: "page that is busy whenever it is drawn",
    isAlone: true,
    html: (m) =>
      `<img src="${m.png}" style="${loud}"><div style="width:60px;height:40px;background:url(${m.svg})!important"></div><p>Words.</p>${script(
        `const block = () => { const end = performance.now() + 120; while (performance.now() < end); requestAnimationFrame(block); }; block();`,
      )}`,
  },
];
