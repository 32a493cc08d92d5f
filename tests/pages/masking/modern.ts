/** What style sheets and markup have learnt lately, and addresses that nobody but the browser can read. */
import { type Vector, box, script, styled } from "./vector.ts";

const loud = "visibility:visible!important;opacity:1!important";
const div = '<div class="&" style="width:60px;height:40px">x</div>';

export const modern: Vector[] = [
  {
    name: "function of the page's own",
    html: (m) =>
      styled(m, `@function --${m.id}(){result:url(${m.png})}&{background:--${m.id}()!important}`, div) +
      `<img src="${m.png}">`,
  },
  {
    name: "value that depends on an if",
    html: (m) => styled(m, `&{--on:1;background:if(style(--on:1):url(${m.png});else:none)!important}`, div),
  },
  {
    name: "address out of an attribute",
    html: (m) =>
      styled(
        m,
        `&{background:image-set(attr(data-a type(<string>)) 1x)!important}`,
        `<div class="&" data-a="${m.png}" style="width:60px;height:40px">x</div>`,
      ) + `<img src="${m.png}">`,
  },
  {
    name: "style query and scroll query",
    html: (m) =>
      styled(
        m,
        `@container style(--c:1){&{background:url(${m.png})!important}}@container scroll-state(scrollable:none){&{border-image:url(${m.svg}) 4}}`,
        `<div style="--c:1;container-type:scroll-state">${div}</div>`,
      ),
  },
  {
    name: "first style of what appears",
    html: (m) =>
      styled(
        m,
        `&{transition:background-image 9999s allow-discrete,display 9999s allow-discrete!important;background:url(${m.svg})}@starting-style{&{background:url(${m.png})}}`,
        `<div id="${m.id}" style="height:60px"></div>`,
      ) +
      script(
        `setInterval(() => { const fresh = document.createElement("div"); fresh.className = "${m.id}"; fresh.style.cssText = "width:60px;height:40px"; document.getElementById("${m.id}").replaceChildren(fresh); }, 100);`,
      ),
  },
  {
    name: "sheet whose rules nobody may read",
    html: (m) =>
      `<link rel="stylesheet" href="data:text/css,.${m.id}{background:url(${m.png.replace("/marker", "http://localhost/marker")})}"><style>@import url("data:text/css,.${m.id}{background:url(${m.dataSvg})!important;width:60px;height:40px}");</style><div class="${m.id}">x</div>`,
  },
  {
    name: "parts and slotted elements with content of their own",
    html: (m) =>
      `<style>#${m.id}::part(p)::before{content:url(${m.png})!important;${loud}}#${m.id}::part(f)::file-selector-button{content:url(${m.svg})!important}</style><div id="${m.id}"><template shadowrootmode="closed"><style>::slotted(b)::after{content:url(${m.png})!important;${loud}}</style><i part="p">x</i><input type="file" part="f"><slot></slot></template><b>b</b></div>`,
  },
  {
    name: "shown again after it was skipped",
    html: (m) =>
      `<div id="${m.id}" style="content-visibility:hidden;min-height:60px"><template shadowrootmode="closed"><img src="${m.png}" style="${loud}"><i style="display:block;width:60px;height:40px;background:url(${m.png})!important"></i></template></div>${script(
        `const place = document.getElementById("${m.id}"); let turn = 0; setInterval(() => { turn += 1; place.style.contentVisibility = turn % 5 ? "visible" : "hidden"; }, 40);`,
      )}`,
  },
  {
    name: "in the top layer out of a drawing",
    html: (m) =>
      `<svg width="200" height="60"><foreignObject width="200" height="60"><div id="${m.id}"><template shadowrootmode="closed"><div popover="manual" style="${loud};inset:0 0 auto auto;width:60px;height:40px;border:0;padding:0;background:url(${m.png})!important"><img src="${m.png}" style="${loud}"></div></template></div></foreignObject></svg><div id="${m.id}h"></div>${script(
        `const host = document.getElementById("${m.id}h"), root = host.attachShadow({ mode: "closed" }); root.innerHTML = '<div popover="manual" style="${loud};inset:auto auto 0 0;width:60px;height:40px;border:0;padding:0;background:url(${m.png})!important"></div>'; root.firstChild.showPopover();`,
      )}`,
  },
  {
    name: "object and picture without boxes of their own",
    html: (m) =>
      `<object style="display:contents!important;${loud}">${box(`background:url(${m.png})!important;${loud}`)}<img src="${m.png}" style="${loud}"></object><picture style="display:contents!important;${loud}"><img src="${m.svg}" style="${loud}"></picture>`,
  },
  {
    name: "canvas drawn by a worker",
    html: (m) =>
      `<canvas id="${m.id}" width="60" height="40" style="${loud}"></canvas>${script(
        `const code = 'onmessage = ({ data }) => { const brush = data.getContext("2d"); const draw = () => { brush.fillStyle = "${m.colour}"; brush.fillRect(0, 0, 60, 40); requestAnimationFrame(draw); }; draw(); }';
         const sheet = document.getElementById("${m.id}").transferControlToOffscreen(); new Worker(URL.createObjectURL(new Blob([code]))).postMessage(sheet, [sheet]);`,
      )}`,
  },
  {
    name: "input that becomes an image and text again",
    html: (m) =>
      `<input id="${m.id}" src="${m.png}" style="${loud};width:60px;height:40px;border:0;padding:0"><img src="${m.png}">${script(
        `const field = document.getElementById("${m.id}"); let turn = 0; setInterval(() => { turn += 1; field.type = turn % 2 ? "image" : "text"; }, 40);`,
      )}`,
  },
  {
    name: "frames within frames, one of another origin",
    html: (m) =>
      `<iframe id="${m.id}" width="90" height="60"></iframe>${script(
        `const inner = new URL("${m.svg}", location.href); inner.hostname = "127.0.0.1"; document.getElementById("${m.id}").srcdoc = '<body style="margin:0"><iframe width=80 height=50 style="border:0" srcdoc="<body style=margin:0><iframe width=70 height=40 style=border:0 src=' + inner + '></iframe>"></iframe>';`,
      )}`,
  },
  {
    name: "object and embed of written documents",
    html: (m) =>
      `<object width="60" height="40" style="${loud}" data="data:text/html,<body style='margin:0;background:${m.colour.replace("#", "%23")}'>"></object><embed width="60" height="40" style="${loud}" src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><rect width='60' height='40' fill='${m.colour.replace("#", "%23")}'/></svg>">`,
  },
  {
    name: "drawing with markers and strokes of a pattern",
    html: (m) =>
      `<svg width="120" height="60"><defs><marker id="${m.id}" markerWidth="20" markerHeight="20" style="${loud}"><rect width="20" height="20" fill="${m.colour}"/></marker></defs><path d="M10 10h60" stroke="#888" stroke-width="4" marker-end="url(#${m.id})" style="${loud}"/></svg>`,
  },
  {
    name: "shadow of a filter",
    html: (m) =>
      `<p style="margin:0;filter:drop-shadow(90px 0 0 ${m.colour}) drop-shadow(0 9px 0 ${m.colour})!important">MMMM</p>`,
  },
  {
    name: "anchored to a word",
    html: (m) =>
      `<b style="anchor-name:--${m.id}">word</b><img src="${m.png}" style="position:absolute;position-anchor:--${m.id};position-area:right;${loud}"><div style="height:50px"></div>`,
  },
  {
    name: "restyled by what stands beside it",
    html: (m) =>
      styled(
        m,
        `section:has(.${m.id}on) &{background:url(${m.png})!important}`,
        `${div}<i id="${m.id}"></i>`,
      ) +
      script(
        `let turn = 0; setInterval(() => { turn += 1; document.getElementById("${m.id}").className = turn % 3 ? "${m.id}on" : ""; }, 50);`,
      ),
  },
  {
    name: "list of an image at a summary, a button and a heading",
    html: (m) =>
      styled(
        m,
        `&{list-style:url(${m.png}) inside!important;display:list-item!important}`,
        '<h3 class="&" style="margin:0">h</h3><details><summary class="&">s</summary></details>',
      ),
  },
  { name: "image by its old name", html: (m) => `<image src="${m.png}" style="${loud}"></image>` },
];
