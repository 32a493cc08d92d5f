/** Pictures drawn by programs, and pages that bring theirs at every event they hear of. */
import { type Vector, box, script, styled } from "./vector.ts";

const loud = "visibility:visible!important;opacity:1!important";

export const live: Vector[] = [
  {
    name: "canvas in three dimensions",
    html: (m) =>
      `<canvas id="${m.id}" width="60" height="40" style="${loud};background:${m.colour}"></canvas>${script(
        `const context = document.getElementById("${m.id}").getContext("webgl", { preserveDrawingBuffer: true });
         const parts = "${m.colour}".slice(1).match(/../g).map((part) => parseInt(part, 16) / 255); context?.clearColor(...parts, 1); context?.clear(context.COLOR_BUFFER_BIT);`,
      )}`,
  },
  {
    name: "image of one colour and gradients by their old names",
    html: (m) =>
      `${box(`background:image(${m.colour})!important`)}${box(`background:-webkit-linear-gradient(${m.colour},${m.colour})!important`)}${box(`background:-webkit-gradient(linear,0 0,0 100%,from(${m.colour}),to(${m.colour}))!important`)}${box(`background:-webkit-image-set(url(${m.png}) 1x)!important`)}`,
  },
  {
    name: "picture made of a thousand gradients",
    html: (m) =>
      box(
        `background:${Array.from({ length: 150 }, (_, at) => `linear-gradient(${m.colour},${m.colour}) ${(at % 15) * 4}px ${Math.floor(at / 15) * 4}px/3px 3px no-repeat`).join()}!important`,
      ),
  },
  {
    name: "property of the kind image, animated by a script",
    html: (m) =>
      styled(
        m,
        `@property --${m.id}{syntax:"<image>";inherits:false;initial-value:url(${m.png})}&{background:var(--${m.id})!important}`,
        `<div class="&" id="${m.id}" style="width:60px;height:40px">x</div>`,
      ) +
      script(
        `document.getElementById("${m.id}").animate({ "--${m.id}": ["url(${m.png})", "url(${m.svg})"] }, { duration: 1e6, iterations: Infinity });`,
      ),
  },
  {
    name: "animations that a trigger starts",
    html: (m) =>
      styled(
        m,
        `@keyframes k${m.id}{from,to{background:url(${m.png});opacity:1;visibility:visible}}&{timeline-trigger:--t${m.id} view();animation:k${m.id} 9999s both;animation-trigger:--t${m.id} play}`,
        '<div class="&" style="width:60px;height:40px">x</div>',
      ) + `<img src="${m.png}">`,
  },
  {
    name: "shown at every event of the page's life",
    html: (m) =>
      `<div id="${m.id}" style="height:60px;content-visibility:auto;overflow:auto"><img src="${m.png}" style="${loud}"></div>${script(
        `const place = document.getElementById("${m.id}");
         const show = () => { const picture = new Image(60, 40); picture.src = "${m.png}"; picture.setAttribute("style", "${loud}");
           const ground = document.createElement("i"); ground.setAttribute("style", "display:block;width:60px;height:40px;background:url(${m.png})!important");
           const sheet = new CSSStyleSheet(); sheet.replaceSync("#${m.id} :is(img,i){visibility:visible!important;opacity:1!important;content:url(${m.png})!important}");
           if (document.adoptedStyleSheets.length < 40) document.adoptedStyleSheets.push(sheet);
           place.replaceChildren(picture, ground); };
         for (const kind of ["scroll", "scrollend", "resize", "focus", "blur", "visibilitychange", "pointermove"]) addEventListener(kind, show, true);
         place.addEventListener("contentvisibilityautostatechange", show);
         new IntersectionObserver(show, { threshold: [0, 0.5, 1] }).observe(place); new ResizeObserver(show).observe(document.body); document.fonts.onloadingdone = show;`,
      )}`,
  },
  {
    name: "picture that a sheet in the head brings when printed is switched on",
    html: (m) =>
      `<style id="${m.id}s" media="print">.${m.id}{background:url(${m.png})!important;border-image:url(${m.svg}) 4!important}</style>${box("", `class="${m.id}"`)}${script(
        `let turn = 0; setInterval(() => { turn += 1; document.getElementById("${m.id}s").media = turn % 4 ? "all" : "print"; }, 40);`,
      )}`,
  },
  {
    name: "button and label that carry a document of their own",
    html: (m) =>
      `<label><object type="image/png" data="${m.png}" width="60" height="40" style="${loud}"></object></label><button><svg width="60" height="40"><use href="${m.svg}#x"/><rect width="60" height="40" fill="${m.colour}"/></svg></button><embed type="text/html" src="data:text/html,<body style='margin:0;background:${m.colour.replace("#", "%23")}'>" width="60" height="40" style="${loud}">`,
  },
];
