/** The part of jszip that is used here. Its own types pull in those of Node, which the core must not know. */
declare module "jszip/lib/index.js" {
  import type { PlatformDate } from "../base/clock.ts";

  export interface FileOptions {
    compression: "STORE" | "DEFLATE";
    date: PlatformDate;
    createFolders?: boolean;
  }

  export default class JSZip {
    file(name: string, content: string, options: FileOptions): this;
    generateAsync(options: { type: "uint8array"; platform: "DOS" }): Promise<Uint8Array<ArrayBuffer>>;
  }
}
