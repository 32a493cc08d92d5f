/** Documents of other kinds, and documents that keep the screen of an older one. */
import { type Vector, script } from "./vector.ts";

const loud = "visibility:visible!important;opacity:1!important";

export const documents: Vector[] = [
  {
    name: "XHTML whose root is a drawing",
    isRare: true,
    isAlone: true,
    html: () => "",
    document: (m) => ({
      type: "application/xhtml+xml",
      text: `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200" style="${loud}"><desc>${m.token}</desc><rect width="60" height="40" fill="${m.colour}" style="${loud}"/><foreignObject y="50" width="200" height="60"><p xmlns="http://www.w3.org/1999/xhtml">Words.</p></foreignObject></svg>`,
    }),
  },
  {
    name: "root replaced by a drawing",
    isAlone: true,
    isRare: true,
    html: (m) =>
      `<p>Words.</p>${script(
        `const root = new DOMParser().parseFromString('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200" style="${loud}"><rect width="60" height="40" fill="${m.colour}" style="${loud}"/></svg>', "image/svg+xml").documentElement;
         setTimeout(() => document.replaceChild(document.adoptNode(root), document.documentElement), 50);`,
      )}`,
  },
  {
    name: "root replaced by an img",
    isAlone: true,
    isRare: true,
    html: (m) =>
      `<p>Words.</p>${script(
        `const root = new Image(60, 40); root.src = "${m.dataPng}"; root.setAttribute("style", "display:block;${loud}");
         setTimeout(() => document.replaceChild(root, document.documentElement), 50);`,
      )}`,
  },
  {
    name: "written anew behind a sheet that never comes",
    isAlone: true,
    isRare: true,
    html: (m) =>
      `<p>Words.</p><img src="${m.png}" style="${loud}" width="60" height="40">${script(
        `const again = () => { document.open(); document.write('<!doctype html><head><link rel="stylesheet" href="/never-' + Math.random() + '.css" blocking="render"></head><body><p>Words.</p>'); };
         addEventListener("load", () => setTimeout(again, 1500));`,
      )}`,
  },
  {
    name: "frame of a document in the top layer",
    isAlone: true,
    isRare: true,
    html: (m) =>
      `<p>Words.</p><iframe id="${m.id}" popover="manual" width="60" height="40" style="${loud};border:0" srcdoc="<body style='margin:0;background:${m.colour}'>"></iframe><object id="${m.id}o" popover="manual" width="60" height="40" style="${loud}" type="text/html" data="data:text/html,<body style='margin:0;background:${m.colour.replace("#", "%23")}'>"></object>${script(
        `document.getElementById("${m.id}").showPopover(); document.getElementById("${m.id}o").showPopover();`,
      )}`,
  },
];
