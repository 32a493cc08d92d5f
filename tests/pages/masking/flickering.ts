/** Pages that take the mask away only now and then: what stands above the sheet comes and goes between two looks. */
import { stolenEffect } from "./stolen.ts";
import { type Vector, box, script } from "./vector.ts";

/** As in `stolen.ts`, but switched on when a frame is about to be drawn and off again at once after it. */
const blink = (on: string, off: string) =>
  `const after = new MessageChannel(); after.port1.onmessage = () => { ${off} };
   const turn = () => { requestAnimationFrame(turn); ${on}; after.port2.postMessage(0); }; turn();`;

export const flickering: Vector[] = [
  {
    name: "effect of a transition in every second frame",
    sharing: "flickering",
    html: (m) =>
      `${box("", `id="${m.id}"`)}<img id="${m.id}i" src="${m.png}"><p>Words.</p>${script(
        `${stolenEffect(m.id)} const picture = document.getElementById("${m.id}i"); let count = 0;
         const turn = () => { requestAnimationFrame(turn); count += 1; effect.target = picture;
           effect.setKeyframes(count % 2 ? { visibility: ["visible", "visible"], opacity: [1, 1] } : { order: [0, 0] }); }; turn();`,
      )}`,
  },
  {
    name: "effect of a transition only while a frame is drawn",
    sharing: "flickering",
    html: (m) =>
      `${box("", `id="${m.id}"`)}<img id="${m.id}i" src="${m.png}"><p>Words.</p>${script(
        `${stolenEffect(m.id)} const picture = document.getElementById("${m.id}i");
         ${blink(
           'effect.target = picture; effect.setKeyframes({ visibility: ["visible", "visible"], opacity: [1, 1] })',
           "effect.target = null;",
         )}`,
      )}`,
  },
  {
    name: "effect of a transition on a ground only while a frame is drawn",
    sharing: "flickering",
    html: (m) =>
      `${box("", `id="${m.id}"`)}${box("", `id="${m.id}t"`)}<p>Words.</p>${script(
        `${stolenEffect(m.id)} const place = document.getElementById("${m.id}t");
         ${blink(
           `effect.target = place; effect.setKeyframes({ backgroundImage: ["url(${m.png})", "url(${m.png})"] })`,
           "effect.target = null;",
         )}`,
      )}`,
  },
  {
    name: "font that is there only while a frame is drawn",
    sharing: "flickering",
    html: (m) =>
      `<p style="margin:0;font:40px/1 f${m.id},sans-serif">AAA</p><p>Words.</p>${script(
        `const face = new FontFace("f${m.id}", "url(/marker/${m.id}.ttf)"); face.load().then(() => { ${blink(
          "document.fonts.add(face)",
          "document.fonts.delete(face);",
        )} });`,
      )}`,
  },
  {
    name: "shadows of a highlight only while a frame is drawn",
    sharing: "flickering",
    html: (m) =>
      `<style>::highlight(${m.id}){text-shadow:30px 0 ${m.colour},60px 0 ${m.colour}!important}</style><p id="${m.id}" style="margin:0">MMMM</p>${script(
        `const range = document.createRange(); range.selectNodeContents(document.getElementById("${m.id}")); const marks = new Highlight(range);
         ${blink(`CSS.highlights.set("${m.id}", marks)`, `CSS.highlights.delete("${m.id}");`)}`,
      )}`,
  },
  {
    name: "view transition of the screen as it was, now and then",
    isAlone: true,
    isRare: true,
    html: (m) =>
      `<img id="${m.id}" src="${m.png}" width="60" height="40"><p>Words.</p>${script(
        `const again = () => { const transition = document.startViewTransition(() => new Promise((go) => setTimeout(go, 60)));
           transition.ready.then(() => setTimeout(() => transition.skipTransition(), 20)); transition.finished.then(() => setTimeout(again, 120)); };
         addEventListener("load", () => setTimeout(again, 200));`,
      )}`,
  },
];
