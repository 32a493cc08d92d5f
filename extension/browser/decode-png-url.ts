/** Turns the `data:` address of a shot into bytes without a request, which our policy forbids. */

const prefix = "data:image/png;base64,";

/** @throws RangeError when the browser gave something else than a PNG */
export function decodePngUrl(url: string): Uint8Array<ArrayBuffer> {
  if (!url.startsWith(prefix)) throw new RangeError("the shot is no PNG");
  const native = Uint8Array as unknown as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> };
  const base64 = url.slice(prefix.length);
  if (native.fromBase64) return native.fromBase64(base64);
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
