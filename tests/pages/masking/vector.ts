/** One way to draw a picture on a page. To add one, put it into the list of its kind; nothing else is needed. */
import type { Marker } from "./marker.ts";

export interface Vector {
  name: string;
  /** Markup of a section of its own, 60 pixels high or more. The picture is 60 by 40 at most places. */
  html(marker: Marker): string;
  /** Covers the whole window or changes the whole document: it gets a page of its own. */
  isAlone?: boolean;
  /** Vectors of one word share a page of their own: they take the mask away from the whole of it. */
  sharing?: string;
  /** For the long run only: a page of its own takes as long as twenty vectors on one. */
  isRare?: boolean;
  /** Where the whole document is not of the usual kind. */
  document?(marker: Marker): { type: string; text: string };
}

/** A box with this style; the usual size unless the style says otherwise. */
export function box(style: string, more = ""): string {
  return `<div ${more} style="width:60px;height:40px;${style}"></div>`;
}

/** Style rules for one vector, with `&` for its own class. */
export function styled(marker: Marker, rules: string, markup: string): string {
  return `<style>${rules.replaceAll("&", `.${marker.id}`)}</style>${markup.replaceAll("&", marker.id)}`;
}

/** A script in a scope of its own. */
export function script(text: string): string {
  return `<script>{${text}}</script>`;
}

/** What pages do that notice the mask: they wait until a picture is hidden, then run `fight` again and again. */
export function onceMasked(marker: Marker, fight: string): string {
  return `<img id="${marker.id}-probe" src="${marker.png}" style="width:1px;height:1px">${script(
    `const probe = document.getElementById("${marker.id}-probe");
     const fight = () => { ${fight} };
     const watch = () => {
       if (getComputedStyle(probe).visibility === "hidden") fight();
       requestAnimationFrame(watch);
     };
     watch();`,
  )}`;
}
