/** Pictures written as letters, wherever a page can put letters: addresses of data, and other writings without one. */
import type { Marker } from "./marker.ts";
import { type Vector, script } from "./vector.ts";

const bare = ({ pngBytes }: Marker) => pngBytes.toString("base64");
const shown = (m: Marker) => `<img src="${m.png}">`;
/** Every spelling in one text. */
const letters = (m: Marker) =>
  [
    m.dataPng,
    m.dataSvg,
    m.dataPng.toUpperCase().slice(0, 5) + m.dataPng.slice(5),
    bare(m),
    m.dataSvg.slice(26),
    bare(m).replace(/.{60}/g, "$&\n"),
    bare(m).slice(24),
    m.pngBytes.toString("base64url"),
    m.pngBytes.toString("hex"),
    m.pngBytes.toString("hex").toUpperCase().replace(/../g, "$& "),
    m.pngBytes.toString("hex").replace(/../g, "%$&"),
    m.pngBytes.toString("hex").replace(/../g, "\\x$&"),
    `[${[...m.pngBytes].join(", ")}]`,
    m.svgText.replaceAll("<", "&lt;").replaceAll('"', "&quot;"),
    encodeURIComponent(m.svgText),
  ].join(" ");

export const bytes: Vector[] = [
  {
    name: "letters in words, comments and templates",
    html: (m) =>
      `${shown(m)}<pre style="height:20px;overflow:hidden">${letters(m)}</pre><p>${bare(m).replace(/.{40}/g, "$&<wbr>")}</p><!-- ${letters(m)} --><template>${letters(m)}</template><noscript>${letters(m)}</noscript><details><summary>s</summary>${letters(m)}</details>`,
  },
  {
    name: "letters in attributes",
    html: (m) =>
      `${shown(m)}<a href="${m.dataPng}" title="${letters(m)}" aria-label="${letters(m)}" data-x="${letters(m)}" download="${m.dataPng}">a</a><img alt="${letters(m)}" src="${m.dataPng}" srcset="${m.dataSvg} 2x" longdesc="${m.dataPng}"><video poster="${m.dataPng}"></video><form action="${m.dataPng}"><input value="${letters(m)}" placeholder="${letters(m)}"><textarea>${letters(m)}</textarea><select><option value="${letters(m)}" label="${bare(m)}">${letters(m)}</select></form><iframe width="9" height="9" srcdoc="${m.dataPng}"></iframe><x-${m.id} class="${bare(m)}" id="${bare(m)}" part="${bare(m)}" lang="${bare(m)}"></x-${m.id}>`,
  },
  {
    name: "letters in names, labels and lists of what people write",
    html: (m) =>
      `${shown(m)}<article style="height:60px;overflow:clip" itemscope itemtype="https://schema.org/SocialMediaPosting"><h2>${letters(m)}</h2><a rel="author" href="/u/${bare(m)}">${bare(m)}</a><time datetime="${bare(m)}">${bare(m)}</time><div role="article" aria-label="${letters(m)}">${letters(m)}</div><ul role="list" aria-label="${bare(m)}"><li data-message-id="${bare(m)}" data-sender="${bare(m)}">${letters(m)}</li></ul><div style="height:40px;overflow:auto" aria-label="${letters(m)}"><p style="height:300px">${bare(m)}</p></div><iframe title="${bare(m)}" name="${bare(m)}" src="/x?${bare(m)}#${bare(m).slice(24)}" width="9" height="9"></iframe><div hidden>${letters(m)}</div><object data="/x?${bare(m)}" type="${bare(m)}" width="9" height="9"></object></article>`,
  },
  {
    name: "letters in data for scripts",
    html: (m) => {
      const data = JSON.stringify({
        id: "100000000001",
        image: m.dataPng,
        bare: bare(m),
        svg: m.svgText,
        media_preview: bare(m).slice(20),
        bytes: [...m.pngBytes],
        places: { ...m.pngBytes },
        binary: m.pngBytes.toString("latin1"),
        inner: JSON.stringify({ a: m.dataSvg, b: bare(m).replaceAll("/", "\\/") }),
      });
      return `${shown(m)}<script type="application/json" id="data-${m.id}">${data}</script><script type="application/ld+json">{"@context":"https://schema.org","@type":"SocialMediaPosting","articleBody":"words ${bare(m)}","image":["${m.dataPng}","${bare(m)}"],"author":{"@type":"Person","name":"${m.dataPng}","url":"${m.dataSvg}"}}</script><script>window.__INITIAL_STATE__ = ${data};</script>`;
    },
  },
  {
    name: "letters in style sheets",
    html: (m) =>
      `<style>.${m.id}{--a:${m.dataPng};--b:"${bare(m)}";background:url(${m.dataPng});quotes:"${bare(m)}" "x"}.${m.id}::after{content:"${bare(m)}";font-size:1px}@font-face{font-family:z${m.id};src:url(${m.dataPng})}</style><div class="${m.id}" style="width:60px;height:40px;--c:${m.dataPng}">x</div>`,
  },
  {
    name: "letters in facts about the page",
    html: (m) =>
      `${shown(m)}<meta property="og:image" content="${m.dataPng}"><meta property="og:title" content="${letters(m)}"><meta name="description" content="${bare(m)}"><link rel="image_src" href="${m.dataPng}"><link rel="canonical" href="https://example.org/#${m.dataPng}"><meta name="twitter:image" content="${bare(m)}">`,
  },
  {
    name: "drawing with words of its own",
    html: (m) =>
      `<svg width="60" height="40"><desc>${m.token}</desc><metadata>${m.token}</metadata><rect width="60" height="40" fill="${m.colour}"/></svg>`,
  },
  {
    name: "letters in the address and the title",
    isAlone: true,
    html: (m) =>
      `${shown(m)}<p>Words.</p>${script(
        `document.title = "${m.dataPng} ${bare(m)}"; history.replaceState(null, "", "?a=${encodeURIComponent(bare(m))}&b=${encodeURIComponent(m.dataPng)}#${m.dataSvg}");`,
      )}`,
  },
];
