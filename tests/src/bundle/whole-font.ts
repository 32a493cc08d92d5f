/** The font that ships, read once. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const file = "@expo-google-fonts/noto-sans-tc/400Regular/NotoSansTC_400Regular.ttf";

export const wholeFont: Uint8Array = new Uint8Array(
  readFileSync(createRequire(import.meta.url).resolve(file)),
);
