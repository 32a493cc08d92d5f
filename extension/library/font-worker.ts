/** Unpacks the font of the documents on a thread of its own: what that takes goes with it, and only the font stays. */
import { reportFont } from "./report-font.ts";

const font = reportFont();
(globalThis as unknown as { postMessage(font: Uint8Array, moved: Transferable[]): void }).postMessage(font, [
  font.buffer,
]);
