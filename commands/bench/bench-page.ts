/** The pages of the bench: rows of 100 px that say their number in black and white cells, as many as are asked for. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type Feed, feedPage } from "./feed-page.ts";

export const rowHeight = 100;
export const cellWidth = 40;
/** Up to 4,095 rows; the last cell makes the number of black cells odd, so that a torn row decodes to nothing. */
export const bits = 12;

export interface ServedPages {
  /** A page of so many rows. */
  addressOf(rows: number): string;
  /** The same with a picture in every row: eight of them are in a window of the bench. */
  picturedAddressOf(rows: number): string;
  /** A conversation of so many messages, whose rows are recycled, guessed and put in above: the tests' own. */
  conversationOf(rows: number): string;
  /** Posts with words and photos. */
  feedOf(feed: Feed): string;
  /** A page of 30,000 elements. */
  manyElements: string;
  stop(): void;
}

export async function servePages(projectRoot: string): Promise<ServedPages> {
  const conversation = readFileSync(join(projectRoot, "tests/pages/hostile-list.html"), "utf8");
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const isPicture = pathname.startsWith("/picture/");
    response.setHeader("content-type", isPicture ? "image/svg+xml" : "text/html; charset=utf-8");
    if (isPicture) response.end(pictureOf(Number(pathname.slice(9))));
    else if (pathname.startsWith("/pictured/")) response.end(pageOf(Number(pathname.slice(10)), true));
    else if (pathname === "/conversation") response.end(conversation);
    else if (pathname.startsWith("/feed/")) response.end(feedPage(feedIn(pathname)));
    else if (pathname === "/many") response.end(manyElements);
    else response.end(pageOf(Number(pathname.slice(1)) || 0, false));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://localhost:${port}`;
  return {
    addressOf: (rows) => `${origin}/${rows}`,
    picturedAddressOf: (rows) => `${origin}/pictured/${rows}`,
    conversationOf: (rows) => `${origin}/conversation?rows=${rows}&page=30&estimate=60`,
    feedOf: ({ posts, width, photos }) => `${origin}/feed/${posts}/${width}/${photos}`,
    manyElements: `${origin}/many`,
    stop: () => server.close(),
  };
}

function feedIn(pathname: string): Feed {
  const [posts = 0, width = 0, photos = 0] = pathname.split("/").slice(2).map(Number);
  return { posts, width, photos };
}

/** Ten elements a row; of each hundred rows one sticks and one has a shadow tree. */
const manyElements = `<!doctype html><meta charset="utf-8"><title>許多元素</title>
<style>body{margin:0;font:3px/3px sans-serif}.stuck{position:sticky;top:0}</style><main></main>
<script>for (let row = 0; row < 3000; row += 1) {
  const line = document.createElement("div");
  if (row % 100 === 0) line.className = "stuck";
  for (let cell = 0; cell < 9; cell += 1) line.append(Object.assign(document.createElement(cell % 2 ? "span" : "b"), { textContent: "格 " + row }));
  if (row % 100 === 50) line.firstChild.attachShadow?.call(document.createElement("div"), { mode: "closed" });
  document.querySelector("main").append(line);
}</script>`;

function pageOf(rows: number, hasPictures: boolean): string {
  const picture = (number: number) => (hasPictures ? `<img src="/picture/${number}" alt="">` : "");
  const content = Array.from({ length: rows }, (_, number) => rowOf(number, picture(number))).join("");
  return `<!doctype html><meta charset="utf-8"><title>長頁</title><style>body{margin:0}
p{margin:0;display:flex;height:${rowHeight}px;background:#c9dbe6}p:nth-child(odd){background:#8fb3c9}
i{flex:none;width:${cellWidth}px;background:#fff}i.b{background:#000}img{width:240px;height:80px;margin:10px}</style>${content}`;
}

/** Two shapes in colours of their own. */
function pictureOf(number: number): string {
  const hue = (number * 47) % 360;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="80"><rect width="240" height="80" fill="hsl(${hue} 60% 60%)"/><circle cx="120" cy="40" r="30" fill="hsl(${hue + 120} 60% 40%)"/></svg>`;
}

function rowOf(number: number, picture: string): string {
  const cells = Array.from({ length: bits + 1 }, (_, bit) => {
    const look = isBlack(number, bit) ? ' class="b"' : "";
    return `<i${look}></i>`;
  });
  return `<p>${cells.join("")}第 ${number + 1} 列${picture}</p>`;
}

function isBlack(number: number, bit: number): boolean {
  if (bit < bits) return ((number >> bit) & 1) === 1;
  const ones = Array.from({ length: bits }, (_, index) => (number >> index) & 1);
  return ones.reduce((sum, one) => sum + one, 0) % 2 === 0;
}
