/** Pages that are a vector as a whole: they cover the window or are no ordinary document. */
import { type Vector, script } from "./vector.ts";

const loud = "visibility:visible!important;opacity:1!important";

export const alone: Vector[] = [
  {
    name: "ground of the whole page",
    isAlone: true,
    html: (m) =>
      `<style>html{background:url(${m.png})!important}body{background:url(${m.svg})!important}</style><p>Words.</p>`,
  },
  {
    name: "open dialog with a backdrop",
    isAlone: true,
    html: (m) =>
      `<style>dialog::backdrop{background:url(${m.png})!important;transition:all 9999s}</style><dialog id="${m.id}"><img src="${m.png}" style="${loud}">Words.</dialog>${script(
        `document.getElementById("${m.id}").showModal();`,
      )}`,
  },
  {
    name: "popover with a backdrop",
    isRare: true,
    isAlone: true,
    html: (m) =>
      `<style>[popover]::backdrop{background:url(${m.png})!important}</style><img popover="manual" id="${m.id}" src="${m.svg}" style="${loud}">${script(
        `document.getElementById("${m.id}").showPopover();`,
      )}`,
  },
  {
    name: "view transition that never ends",
    isAlone: true,
    html: (m) =>
      `<style>::view-transition-group(*),::view-transition-old(*),::view-transition-new(*){animation-duration:9999s!important;visibility:visible!important;animation-fill-mode:both!important}::view-transition{background:url(${m.png})!important}#${m.id}{view-transition-name:p!important}</style><img id="${m.id}" src="${m.png}" width="60" height="40">${script(
        `addEventListener("load", () => setTimeout(() => document.startViewTransition?.(() => document.getElementById("${m.id}").style.marginLeft = "90px"), 50));`,
      )}<p>Words.</p>`,
  },
  {
    name: "view transitions again and again",
    isAlone: true,
    isRare: true,
    html: (m) =>
      `<style>::view-transition-group(p){animation-duration:9999s}#${m.id}{view-transition-name:p!important}</style><img id="${m.id}" src="${m.png}" width="60" height="40">${script(
        `setInterval(() => document.startViewTransition?.(() => document.getElementById("${m.id}").style.marginLeft = Math.random() * 90 + "px").finished.catch(() => 0), 400);`,
      )}<p>Words.</p>`,
  },
  {
    name: "frame set",
    isRare: true,
    isAlone: true,
    html: () => "",
    document: (m) => ({
      type: "text/html; charset=utf-8",
      text: `<!doctype html><title>f</title><frameset cols="50%,50%"><frame src="${m.svg}" style="${loud}"><frame src="${m.png}"></frameset>`,
    }),
  },
  {
    name: "document in XHTML",
    isAlone: true,
    html: () => "",
    document: (m) => ({
      type: "application/xhtml+xml",
      text: `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>Words.</p><img src="${m.png}" alt="" style="${loud}"/><div style="width:60px;height:40px;background:url(${m.svg})!important"></div><svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="60" height="40" fill="${m.colour}"/></svg></body></html>`,
    }),
  },
  {
    name: "picture by itself",
    isAlone: true,
    html: () => "",
    document: (m) => ({ type: "image/svg+xml", text: m.svgText }),
  },
  {
    name: "document that rewrites itself from its root",
    isRare: true,
    isAlone: true,
    html: (m) =>
      `<p>Words.</p>${script(
        `const text = '<body><p>Words.</p><img src="${m.dataPng}" style="${loud}"><div style="width:60px;height:40px;background:url(${m.dataPng})!important"></div>';
         setInterval(() => { const root = document.createElement("html"); root.innerHTML = text; document.replaceChild(root, document.documentElement); }, 40);`,
      )}`,
  },
  {
    name: "document opened and written again",
    isAlone: true,
    html: (m) =>
      `<p>Words.</p>${script(
        `const text = '<p>Words.</p><img src="${m.dataPng}" style="${loud}">';
         let turns = 0; setTimeout(function again() { document.open(); document.write(text); document.close(); if (turns++ < 200) setTimeout(again, 60); }, 60);`,
      )}`,
  },
];
