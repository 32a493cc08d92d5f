/** Effects of script: what stands above every style sheet in the cascade, and highlights that only scripts name. */
import { type Vector, box, onceMasked, script, styled } from "./vector.ts";

/** Takes the effect of a running transition, which stands above all, as `effect`, and lets it play for ever. */
export const stolenEffect = (id: string) =>
  `const first = document.getElementById("${id}"); first.getBoundingClientRect();
   first.style.transition = "opacity 9999s, background-image 9999s allow-discrete, visibility 9999s allow-discrete";
   getComputedStyle(first).opacity; first.style.opacity = "0.99"; getComputedStyle(first).opacity;
   const [transition] = first.getAnimations(); const { effect } = transition; transition.effect = null;
   effect.updateTiming({ duration: 1e8, delay: -10, fill: "both" }); const held = new Animation(effect); held.play();`;

/** The same, put on something else by `turn`. */
const steal = (id: string, frames: string) =>
  `${stolenEffect(id)} const turn = (target) => { effect.target = target; effect.setKeyframes(${frames}); };`;

export const stolen: Vector[] = [
  {
    name: "effect of a transition on a ground",
    isAlone: true,
    html: (m) =>
      `${box("", `id="${m.id}"`)}${box("", `id="${m.id}t"`)}${script(
        `${steal(m.id, `{ backgroundImage: ["url(${m.png})", "url(${m.png})"] }`)} turn(document.getElementById("${m.id}t"));`,
      )}`,
  },
  {
    name: "effect of a transition on an img",
    isAlone: true,
    isRare: true,
    html: (m) =>
      `${box("", `id="${m.id}"`)}<img id="${m.id}i" src="${m.png}">${script(
        `${steal(m.id, `{ visibility: ["visible", "visible"], opacity: [1, 1] }`)} turn(document.getElementById("${m.id}i"));`,
      )}`,
  },
  {
    name: "effect of a transition put on something new once it sees the mask",
    isRare: true,
    isAlone: true,
    html: (m) =>
      `${box("", `id="${m.id}"`)}<div id="${m.id}n"></div>${script(
        `${steal(m.id, `{ backgroundImage: ["url(${m.png})", "url(${m.png})"] }`)} window["${m.id}turn"] = turn;`,
      )}${onceMasked(
        m,
        `const fresh = document.createElement("div"); fresh.style.cssText = "width:60px;height:40px"; document.getElementById("${m.id}n").replaceChildren(fresh); window["${m.id}turn"](fresh);`,
      )}`,
  },
  {
    name: "running transition, seized and held",
    isAlone: true,
    html: (m) =>
      `${box("", `id="${m.id}"`)}<img src="${m.png}">${script(
        `const place = document.getElementById("${m.id}"); place.getBoundingClientRect(); place.style.transition = "background-image 9999s allow-discrete"; getComputedStyle(place).backgroundImage;
         place.style.backgroundImage = "url(${m.png})"; getComputedStyle(place).backgroundImage;
         const [held] = place.getAnimations(); held.currentTime = 9e6; held.pause(); setInterval(() => { held.effect.setKeyframes({ backgroundImage: ["url(${m.png})", "url(${m.png})"] }); held.play(); held.pause(); }, 20);`,
      )}`,
  },
  {
    name: "animations of parts from a script",
    html: (m) =>
      styled(
        m,
        '&::before{content:"x"}',
        `<div class="&" id="${m.id}">x</div><ul><li id="${m.id}l">l</ul><input type="file" id="${m.id}f">`,
      ) +
      script(
        `const held = { duration: 1e8, fill: "both" }; const frames = { backgroundImage: ["url(${m.png})", "url(${m.png})"], content: ["url(${m.svg})", "url(${m.svg})"], visibility: ["visible", "visible"], opacity: [1, 1] };
         document.getElementById("${m.id}").animate(frames, { ...held, pseudoElement: "::before" }); document.getElementById("${m.id}").animate(frames, { ...held, pseudoElement: "::first-letter" });
         document.getElementById("${m.id}l").animate(frames, { ...held, pseudoElement: "::marker" }); document.getElementById("${m.id}f").animate(frames, { ...held, pseudoElement: "::file-selector-button" });`,
      ),
  },
  {
    name: "shadows of a highlight that a script names",
    isAlone: true,
    isRare: true,
    html: (m) =>
      `<style>::highlight(${m.id}){text-shadow:30px 0 ${m.colour},60px 0 ${m.colour}!important}</style><p id="${m.id}" style="margin:0">MMMM</p>${script(
        `const range = document.createRange(); range.selectNodeContents(document.getElementById("${m.id}")); CSS.highlights.set("${m.id}", new Highlight(range));`,
      )}`,
  },
  {
    name: "shadows of a highlight once it sees the mask",
    isAlone: true,
    html: (m) =>
      `<style>::highlight(${m.id}){text-shadow:30px 0 ${m.colour},60px 0 ${m.colour}!important}</style><img src="${m.png}"><p id="${m.id}" style="margin:0">MMMM</p>${onceMasked(
        m,
        `const range = document.createRange(); range.selectNodeContents(document.getElementById("${m.id}")); CSS.highlights.set("${m.id}", new Highlight(range));`,
      )}`,
  },
  {
    name: "declarations written into rules and maps on and on",
    html: (m) =>
      styled(
        m,
        "&{color:#222}",
        `<div class="&" style="width:60px;height:40px">x</div><div id="${m.id}" style="width:60px;height:40px">x</div>`,
      ) +
      script(
        `const [sheet] = [...document.styleSheets].slice(-1); const again = () => { sheet.cssRules[0]?.style.setProperty("background-image", "url(${m.png})", "important"); sheet.cssRules[0]?.styleMap.set("border-image-source", CSSStyleValue.parse("border-image-source", "url(${m.svg})"));
         document.getElementById("${m.id}").attributeStyleMap.set("background-image", CSSStyleValue.parse("background-image", "url(${m.png})")); requestAnimationFrame(again); }; again();`,
      ),
  },
  {
    name: "moved from place to place without being taken out",
    html: (m) =>
      `<div id="${m.id}" style="height:60px"><p></p><p></p><img src="${m.png}" style="visibility:visible!important;opacity:1!important"></div>${script(
        `const [one, two] = document.querySelectorAll("#${m.id} p"), moved = document.querySelector("#${m.id} img"); let turn = 0; setInterval(() => { turn += 1; (turn % 2 ? one : two).moveBefore(moved, null); }, 20);`,
      )}`,
  },
  {
    name: "adopted out of other documents",
    html: (m) =>
      `<div id="${m.id}" style="height:60px"></div>${script(
        `const other = new DOMParser().parseFromString('<img src="${m.dataPng}" style="visibility:visible!important;opacity:1!important">', "text/html");
         const inner = document.createElement("iframe"); document.getElementById("${m.id}").append(inner); const made = inner.contentDocument.createElement("div"); made.style.cssText = "width:60px;height:40px;background:url(${m.dataPng})!important";
         setTimeout(() => { document.getElementById("${m.id}").replaceChildren(document.adoptNode(other.querySelector("img")), document.adoptNode(made)); }, 100);`,
      )}`,
  },
];
