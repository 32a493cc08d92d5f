/** Serves the practice post to this computer alone. */
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { drawShape } from "./draw-shape.ts";

export interface PracticeServer {
  address: string;
  stop(): Promise<void>;
}

/** Listens on a free port of 127.0.0.1; the address says `localhost`, as a person would read it. */
export async function servePractice(): Promise<PracticeServer> {
  const server = createServer(answerRequest);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}/posts/1024?from=practice#shapes`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answerRequest(request: IncomingMessage, response: ServerResponse): void {
  const [path = "/"] = (request.url ?? "/").split("?");
  const found = pageAt(path);
  response.writeHead(found ? 200 : 404, { "content-type": found?.type ?? "text/plain; charset=utf-8" });
  response.end(found?.body ?? "404");
}

function pageAt(path: string): { type: string; body: string } | null {
  const shape = drawShape(Number(/^\/shapes\/(\d)\.svg$/.exec(path)?.[1] ?? Number.NaN));
  if (shape) return { type: "image/svg+xml", body: shape };
  if (path === "/practice.css") return { type: "text/css; charset=utf-8", body: ownFile("practice.css") };
  if (path === "/posts/1024")
    return { type: "text/html; charset=utf-8", body: ownFile("practice-post.html") };
  return null;
}

function ownFile(name: string): string {
  return readFileSync(new URL(name, import.meta.url), "utf8");
}
