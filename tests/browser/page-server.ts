/** Serves fixture pages to this computer alone and writes down every request that reaches it. */
import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, join } from "node:path";
import { PNG } from "pngjs";
import { projectRoot } from "../source/read-source.ts";

export interface PageServer {
  /** `path` begins with a slash. */
  addressOf(path: string): string;
  /** Serves this at this path; without a type, the path's ending tells it. */
  put(path: string, body: string | Buffer, type?: string): void;
  /** Serves it after so many milliseconds; null: the request is taken and never answered. */
  putLate(path: string, text: string, afterMs: number | null): void;
  /** Paths asked for, in order. */
  readonly requests: string[];
  stop(): Promise<void>;
}

/** The colour every fixture picture has and no fixture text or ground has. */
export const markerColour = { red: 255, green: 0, blue: 255 } as const;

interface Put {
  body: string | Buffer;
  type: string | undefined;
}

const types: Record<string, string> = {
  html: "text/html; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  css: "text/css; charset=utf-8",
  ttf: "font/ttf",
  pdf: "application/pdf",
};

export async function servePages(): Promise<PageServer> {
  const requests: string[] = [];
  const texts = new Map<string, Put>();
  const delays = new Map<string, number | null>();
  const server = createServer((request, response) => {
    requests.push(request.url ?? "");
    const delayMs = delays.get(request.url ?? "");
    if (delayMs === null) return;
    if (delayMs === undefined) answer(request, response, texts);
    else setTimeout(() => answer(request, response, texts), delayMs);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    requests,
    addressOf: (path) => `http://localhost:${port}${path}`,
    put: (path, body, type) => texts.set(path, { body, type }),
    putLate: (path, text, afterMs) => {
      texts.set(path, { body: text, type: undefined });
      delays.set(path, afterMs);
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(request: IncomingMessage, response: ServerResponse, texts: Map<string, Put>): void {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  const put = texts.get(pathname);
  const body = put?.body ?? fixtureAt(pathname);
  const type = put?.type ?? types[pathname.split(".").at(-1) ?? ""] ?? "text/html; charset=utf-8";
  response.writeHead(body === null ? 404 : 200, { "content-type": type, "access-control-allow-origin": "*" });
  response.end(body ?? "");
}

function fixtureAt(path: string): string | Buffer | null {
  if (path === "/marker.png") return markerPng();
  if (path === "/marker.svg") return markerSvg();
  const file = join(projectRoot, "tests", "pages", basename(path));
  return existsSync(file) && path !== "/" ? readFileSync(file) : null;
}

function markerPng(): Buffer {
  const picture = new PNG({ width: 60, height: 60 });
  for (let at = 0; at < picture.data.length; at += 4) picture.data.set([255, 0, 255, 255], at);
  return PNG.sync.write(picture);
}

function markerSvg(): string {
  const frame = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 60" width="60" height="60"';
  return `<svg ${frame}><rect width="60" height="60" fill="#ff00ff"/></svg>`;
}
