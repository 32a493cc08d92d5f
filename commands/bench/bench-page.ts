/** The pages of the bench: rows of 100 px that say their number in black and white cells, as many as are asked for. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export const rowHeight = 100;
export const cellWidth = 40;
/** Up to 4,095 rows; the last cell makes the number of black cells odd, so that a torn row decodes to nothing. */
export const bits = 12;

export interface ServedPages {
  /** A page of so many rows. */
  addressOf(rows: number): string;
  stop(): void;
}

export async function servePages(): Promise<ServedPages> {
  const server = createServer((request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(pageOf(Number(request.url?.slice(1)) || 0));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { addressOf: (rows) => `http://localhost:${port}/${rows}`, stop: () => server.close() };
}

function pageOf(rows: number): string {
  const content = Array.from({ length: rows }, (_, number) => rowOf(number)).join("");
  return `<!doctype html><meta charset="utf-8"><title>長頁</title><style>body{margin:0}
p{margin:0;display:flex;height:${rowHeight}px;background:#c9dbe6}p:nth-child(odd){background:#8fb3c9}
i{flex:none;width:${cellWidth}px;background:#fff}i.b{background:#000}</style>${content}`;
}

function rowOf(number: number): string {
  const cells = Array.from({ length: bits + 1 }, (_, bit) => {
    const look = isBlack(number, bit) ? ' class="b"' : "";
    return `<i${look}></i>`;
  });
  return `<p>${cells.join("")}第 ${number + 1} 列</p>`;
}

function isBlack(number: number, bit: number): boolean {
  if (bit < bits) return ((number >> bit) & 1) === 1;
  const ones = Array.from({ length: bits }, (_, index) => (number >> index) & 1);
  return ones.reduce((sum, one) => sum + one, 0) % 2 === 0;
}
