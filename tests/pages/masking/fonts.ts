/** Letters whose colours come out of a font: what calls itself a font of the device, what comes late, what draws marks. */
import { type Vector, script, styled } from "./vector.ts";

const face = (family: string, id: string) => `@font-face{font-family:${family};src:url(/marker/${id}.ttf)}`;

export const fonts: Vector[] = [
  {
    name: "font that takes the name of the device's own",
    html: (m) =>
      `<style>${face('"system-ui"', m.id)}${face('"sans-serif"', m.id)}</style><p style='margin:0;font:40px/1 "system-ui","sans-serif"!important'>AAA</p>`,
  },
  {
    name: "font of a shadow tree",
    html: (m) =>
      `<style>${face(`f${m.id}`, m.id)}</style><div><template shadowrootmode="closed"><style>p{margin:0;font:40px/1 f${m.id}!important}</style><p>AAA</p></template></div>`,
  },
  {
    name: "font made of bytes by a script",
    html: (m) =>
      `<p style="margin:0;font:40px/1 f${m.id}">AAA</p>${script(
        `fetch("/marker/${m.id}.ttf").then((answer) => answer.arrayBuffer()).then((bytes) => new FontFace("f${m.id}", bytes).load()).then((face) => document.fonts.add(face));`,
      )}`,
  },
  {
    name: "font of parts, marks and values",
    html: (m) =>
      styled(
        m,
        `${face(`f${m.id}`, m.id)}&{text-emphasis:"A";font-size:30px}&,&::before,&::first-letter,&::marker,&::placeholder{font-family:f${m.id}!important}&::before{content:"A"}`,
        '<ul><li class="&">AAA</li></ul><input class="&" value="AAA"><input class="&" placeholder="AAA"><select class="&"><option class="&">AAA</select>',
      ),
  },
  {
    name: "font held by an animation",
    html: (m) =>
      `<style>${face(`f${m.id}`, m.id)}</style><p id="${m.id}" style="margin:0;font-size:40px">AAA</p>${script(
        `document.getElementById("${m.id}").animate({ fontFamily: ["f${m.id}", "f${m.id}"] }, { duration: 1e7, fill: "both" });`,
      )}`,
  },
];
