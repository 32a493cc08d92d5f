/** The font of the report, inside our own code: nothing is fetched, not even from ourselves. */
import address from "@expo-google-fonts/noto-sans-tc/400Regular/NotoSansTC_400Regular.ttf?inline";

export function reportFont(): Uint8Array<ArrayBuffer> {
  const base64 = atob(address.slice(address.indexOf(",") + 1));
  const bytes = new Uint8Array(base64.length);
  for (let index = 0; index < base64.length; index += 1) bytes[index] = base64.charCodeAt(index);
  return bytes;
}
