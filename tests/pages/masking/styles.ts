/** Images that a style sheet puts on any element, and the ways its author can insist. */
import { type Vector, box, script, styled } from "./vector.ts";

const div = '<div class="&" style="width:60px;height:40px">x</div>';

export const styles: Vector[] = [
  { name: "background, inline important", html: (m) => box(`background:url(${m.png})!important`) },
  { name: "background attached to the window", html: (m) => box(`background:url(${m.png}) fixed!important`) },
  { name: "image-set", html: (m) => box(`background-image:image-set(url(${m.png}) 1x)!important`) },
  {
    name: "cross-fade",
    html: (m) =>
      box(
        `background-image:-webkit-cross-fade(url(${m.png}),url(${m.png}),50%);background-image:cross-fade(url(${m.png}) 50%,url(${m.png}))`,
      ),
  },
  {
    name: "linear gradient",
    html: (m) => box(`background:linear-gradient(${m.colour},${m.colour})!important`),
  },
  {
    name: "radial, conic and repeating gradients",
    html: (m) =>
      box(
        `background:conic-gradient(${m.colour},${m.colour}) 0 0/20px 40px no-repeat,radial-gradient(${m.colour},${m.colour}) 20px 0/20px 40px no-repeat,repeating-linear-gradient(${m.colour} 0 4px,transparent 4px 8px)`,
      ),
  },
  {
    name: "gradient clipped to letters",
    html: (m) =>
      `<b style="font-size:40px;color:transparent;background:linear-gradient(${m.colour},${m.colour}) text!important">MMM</b>`,
  },
  {
    name: "paint worklet beside an image",
    html: (m) =>
      `${box(`background:paint(${m.id}),url(${m.png})`)}${box(`background:paint(${m.id})`)}${script(
        `const code = 'registerPaint("${m.id}", class { paint(brush, size) { brush.fillStyle = "${m.colour}"; brush.fillRect(0, 0, size.width, size.height); } })';
         CSS.paintWorklet?.addModule(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));`,
      )}`,
  },
  {
    name: "border image",
    html: (m) => box(`border:20px solid transparent;border-image:url(${m.png}) 20!important`),
  },
  {
    name: "border image of a gradient",
    html: (m) => box(`border:10px solid transparent;border-image:linear-gradient(${m.colour},${m.colour}) 1`),
  },
  {
    name: "mask border",
    html: (m) => box(`-webkit-mask-box-image:url(${m.png});background:url(${m.png})!important`),
  },
  {
    name: "list marker of an image",
    html: (m) =>
      `<ul style="font-size:40px;list-style:url(${m.png}) inside!important"><li style="list-style-image:url(${m.png})!important">l</ul>`,
  },
  {
    name: "list marker with content",
    html: (m) => styled(m, `&::marker{content:url(${m.svg})!important}`, '<ul><li class="&">m</ul>'),
  },
  {
    name: "list marker in transition",
    html: (m) =>
      styled(
        m,
        `&::marker{content:url(${m.svg});transition:all 9999s allow-discrete!important}&{transition:all 9999s allow-discrete;list-style-image:url(${m.svg})}`,
        '<ul style="padding-left:90px"><li class="&">m</ul>',
      ),
  },
  {
    name: "list marker in an animation",
    html: (m) =>
      styled(
        m,
        `@keyframes &-k{from,to{content:url(${m.svg})}}&::marker{animation:&-k 1s infinite!important}`.replaceAll(
          "&-k",
          `${m.id}k`,
        ),
        '<ul style="padding-left:90px"><li class="&">m</ul>',
      ),
  },
  { name: "content of an element", html: (m) => box(`content:url(${m.png})!important`) },
  {
    name: "content of an img without address",
    html: (m) => `<img style="content:url(${m.svg})!important;visibility:visible!important">`,
  },
  {
    name: "generated before and after",
    html: (m) =>
      styled(
        m,
        `&::before{content:url(${m.png})!important;visibility:visible!important;opacity:1!important}&::after{content:"";display:block;width:60px;height:40px;background:url(${m.svg})!important}`,
        '<div class="&">x</div>',
      ),
  },
  {
    name: "generated parts in transition and animation",
    html: (m) =>
      styled(
        m,
        `@keyframes k${m.id}{from,to{content:url(${m.png});background:url(${m.png})}}&::before{content:url(${m.svg});transition:all 9999s allow-discrete!important}&::after{content:"";animation:k${m.id} 1s infinite!important}`,
        '<div class="&" style="padding:20px">x</div>',
      ),
  },
  {
    name: "generated within generated",
    html: (m) =>
      styled(
        m,
        `&::before,&::after{content:"";display:list-item;margin-left:90px;list-style-position:outside;visibility:visible!important;opacity:1!important}&::before::marker,&::after::marker{content:url(${m.svg})!important;visibility:visible!important}&::after{list-style-position:inside}`,
        '<div class="&">x</div>',
      ),
  },
  {
    name: "first letter and first line",
    html: (m) =>
      styled(
        m,
        `&::first-letter{font-size:40px;background:url(${m.png})!important}&::first-line{background:url(${m.svg})!important}`,
        '<p class="&">First letter</p>',
      ),
  },
  {
    name: "reflection of an image",
    html: (m) =>
      box(
        `height:10px;margin-bottom:40px;-webkit-box-reflect:below 0 url(${m.png});background:url(${m.png})!important`,
      ),
  },
  {
    name: "filter that fetches",
    html: (m) =>
      `<svg width="0" height="0"><filter id="${m.id}" x="0" y="0" width="1" height="1"><feImage href="${m.svg}" width="60" height="40"/></filter><filter id="${m.id}f" x="0" y="0" width="1" height="1"><feFlood flood-color="${m.colour}"/></filter></svg>${box(`filter:url(#${m.id})!important;background:#eee`)}${box(`filter:url(#${m.id}f)!important;background:#eee`)}${box(`backdrop-filter:url(#${m.id}f)!important`)}`,
  },
  {
    name: "picture built of shadows",
    html: (m) =>
      box(
        `width:1px;height:1px;box-shadow:${Array.from({ length: 300 }, (_, at) => `${at % 20}px ${Math.floor(at / 20)}px ${m.colour}`).join()}!important`,
      ),
  },
  {
    name: "picture built of the shadows of letters",
    html: (m) => `<div style="text-shadow:20px 0 ${m.colour},30px 0 ${m.colour}!important">MMMM</div>`,
  },
  {
    name: "transition that never ends",
    html: (m) => box(`background:url(${m.png});transition:all 9999s allow-discrete!important`),
  },
  {
    name: "running keyframes, important",
    html: (m) =>
      styled(
        m,
        `@keyframes k${m.id}{from,to{background:url(${m.png});visibility:visible;opacity:1}}&{animation:k${m.id} 60s infinite!important}`,
        `${div}<img class="&" src="${m.png}">`,
      ),
  },
  {
    name: "animation from a script",
    html: (m) =>
      `${box("", `id="${m.id}"`)}<img id="${m.id}i" src="${m.png}">${script(
        `document.getElementById("${m.id}").animate({ backgroundImage: ["url(${m.png})", "url(${m.png})"] }, { duration: 1e6, fill: "both" });
         document.getElementById("${m.id}i").animate({ visibility: ["visible", "visible"], opacity: [1, 1], transform: ["none", "none"] }, { duration: 1e6, fill: "both" });`,
      )}`,
  },
  {
    name: "animation driven by scrolling",
    html: (m) =>
      styled(
        m,
        `@keyframes k${m.id}{from,to{background:url(${m.png});opacity:1;visibility:visible}}&{animation:k${m.id} linear both;animation-timeline:view()}`,
        `${div}<img class="&" src="${m.png}">`,
      ),
  },
  {
    name: "layers",
    html: (m) =>
      styled(
        m,
        `@layer a,b;@layer b{&{background:url(${m.png})}}@layer a{&{background:url(${m.svg})!important}}`,
        div,
      ),
  },
  {
    name: "scope and nesting",
    html: (m) =>
      styled(
        m,
        `@scope(body){&{& &,:scope &{background:url(${m.png})!important}}}@scope(body){&{background:url(${m.png})!important}}`,
        div,
      ),
  },
  {
    name: "container, media and feature queries",
    html: (m) =>
      styled(
        m,
        `@container(min-width:0){&{background:url(${m.png})!important}}@media all{@supports(display:block){&{border:9px solid;border-image:url(${m.svg}) 9!important}}}`,
        `<div style="container-type:inline-size">${div}</div>`,
      ),
  },
  {
    name: "custom property of the kind image",
    html: (m) =>
      styled(
        m,
        `@property --${m.id}{syntax:"<image>";inherits:true;initial-value:url(${m.png})}&{background:var(--${m.id})!important}`,
        div,
      ),
  },
  {
    name: "everything reset",
    html: (m) =>
      `<img src="${m.png}" style="all:unset!important"><img src="${m.png}" style="all:revert-layer!important">${box(`all:initial!important;display:block!important;background:url(${m.png})!important`)}`,
  },
  {
    name: "adopted sheet",
    html: (m) =>
      `${box("", `id="${m.id}"`)}${script(
        `const sheet = new CSSStyleSheet();
         sheet.replaceSync("#${m.id}{background:url(${m.png})!important}img,svg,svg *{visibility:visible!important;opacity:1!important}");
         document.adoptedStyleSheets.push(sheet);`,
      )}<img src="${m.png}">`,
  },
  {
    name: "cursor and shape",
    html: (m) =>
      `<div style="cursor:url(${m.png}),auto!important;float:left;shape-outside:url(${m.png});background:url(${m.png})!important">c</div>`,
  },
  {
    name: "ground of an inline box over two lines",
    html: (m) =>
      `<div style="width:50px"><span style="background:url(${m.png})!important;box-decoration-break:clone">a b c d e f</span></div>`,
  },
  {
    name: "letters of a colour font",
    html: (m) =>
      `<style>@font-face{font-family:f${m.id};src:url(/marker/${m.id}.ttf)}</style><p style="margin:0;font:40px/1 f${m.id}">AAA</p>`,
  },
];
