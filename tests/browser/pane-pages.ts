/** Pages with inner scrollers, whose rows say their number in black and white cells as in `hostile-list.html`. */
import { listHeight, type SeenRow } from "./pane-rows.ts";

const bits = 9;
const cellWidth = 20;
const firstCell = 40;
/** Of `latePane`. CSS pixels. */
export const lateRows = 12;
export const lateHeight = 170;

/** The same look everywhere; rows need 260 px of width. */
export const paneStyle = `html,body{margin:0;height:100%}body{display:flex;overflow:hidden;font:14px/20px sans-serif}
.row{position:relative;overflow:hidden;background:#c9dbe6}.row i{position:absolute;top:0;width:${cellWidth}px;height:100%}
.row p{margin:0 0 0 260px}.pane{overflow-y:auto;background:#f4f7f4}`;

/** `inside`: more markup for each row, at its right. */
export function paneRows(from: number, count: number, inside = ""): string {
  return rowsFrom(from, count)
    .map(({ number, height }) => {
      const cells = Array.from({ length: bits + 1 }, (_, bit) => cellOf(number, bit)).join("");
      return `<div class="row" style="height:${height}px">${cells}<p>訊息 ${number}</p>${inside}</div>`;
    })
    .join("");
}

/** What the picture of such a pane has to say. */
export function rowsFrom(from: number, count: number): SeenRow[] {
  return Array.from({ length: count }, (_, index) => ({
    number: from + index,
    height: listHeight(from + index),
  }));
}

function cellOf(number: number, bit: number): string {
  const isBlack = bit < bits ? ((number >> bit) & 1) === 1 : blackCells(number) % 2 === 0;
  return `<i style="left:${firstCell + bit * cellWidth}px;background:${isBlack ? "#000" : "#fff"}"></i>`;
}

function blackCells(number: number): number {
  return Array.from({ length: bits }, (_, bit) => (number >> bit) & 1).reduce((sum, bit) => sum + bit, 0);
}

/** Writes down all that a page can see of a visitor who only scrolls, and should not see of us. */
const watching = `<script>
  window.seen = [];
  const kinds = \`pointerdown pointerup mousedown mouseup click dblclick keydown keyup keypress input change
    contextmenu touchstart wheel message resize focusin focusout selectionchange transitionrun animationstart toggle\`;
  for (const kind of kinds.split(/\\s+/)) addEventListener(kind, () => window.seen.push(kind), true);
  new MutationObserver((records) => window.seen.push(...records.map(({ type }) => type))).observe(document, {
    subtree: true, childList: true, attributes: true, characterData: true });
</script>`;

/** Fixture 16: a list, a conversation that opens at its end, and details. Rows 100…, 200… and 300…. */
export const threePanes = `<!doctype html><html lang="zh-Hant-TW"><meta charset="utf-8"><title>三塊捲動區</title>
<style>${paneStyle}.side{width:280px}#chat{flex:1}</style>
<div class="pane side" aria-label="對話清單">${paneRows(100, 14)}</div>
<div class="pane" id="chat" role="log" aria-label="和測試帳號甲的對話">${paneRows(200, 18)}</div>
<div class="pane side" aria-label="詳細資料">${paneRows(300, 12)}</div>
<script>chat.scrollTop = chat.scrollHeight;</script>${watching}`;

/** A poll says how far it is; that is no sign that rows are on their way. */
const poll = '<progress value="0.4" style="position:absolute;top:4px;left:400px"></progress>';

/** Fixture 15: the window never scrolls; a head and a side stand around the one thing that does. */
export const appShell = `<!doctype html><html lang="zh-Hant-TW"><meta charset="utf-8"><title>外框</title>
<style>${paneStyle}body{flex-direction:column}header,aside{flex:none;background:#336699}header{height:60px}
#middle{flex:1;display:flex;min-height:0}aside{width:180px}main{flex:1}</style>
<header></header><div id="middle"><aside></aside><main class="pane" aria-rowcount="20">${paneRows(0, 20, poll)}</main></div>`;

/** The scroller of fixture 24: nothing of it can be seen from outside its shadow root. */
const inShadow = `<style>${paneStyle}#pane{height:100vh}</style><div id="pane" class="pane">${paneRows(0, 16)}</div>`;
export const paneInShadow = `<!doctype html><html lang="zh-Hant-TW"><meta charset="utf-8"><title>影子裡的捲動區</title>
<style>html,body{margin:0}</style><div id="host"></div>
<script>host.attachShadow({ mode: "closed" }).innerHTML = ${JSON.stringify(inShadow)};</script>`;

/** Each row holds two pictures in the colour that only pictures have: one in its markup, one from its style. */
export const picturedPane = `<!doctype html><html lang="zh-Hant-TW"><meta charset="utf-8"><title>有圖的對話</title>
<style>${paneStyle}#chat{flex:1}.row img,.row b{position:absolute;top:4px;left:400px;width:30px;height:30px}
.row b{left:500px;background:url(/marker.svg)}</style>
<div class="pane" id="chat">${paneRows(0, 16, '<img src="/marker.png" alt=""><b></b>')}</div>
<script>chat.scrollTop = chat.scrollHeight;</script>${watching}`;

/** Rows that grow when their picture comes, once they are scrolled to; and something wide that hides to the side. */
export const latePane = `<!doctype html><html lang="zh-Hant-TW"><meta charset="utf-8"><title>圖來得晚</title>
<style>${paneStyle}#chat{flex:1}.row{height:auto !important}.row img{display:block;margin-left:300px}</style>
<div class="pane" id="chat">${Array.from({ length: lateRows }, (_, number) =>
  paneRows(number, 1, `<img loading="lazy" src="/late/${number}.svg" alt="">`),
).join("")}<div style="width:1900px;height:1px"></div></div>`;
