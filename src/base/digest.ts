/** SHA-256, the one digest used everywhere (FIPS 180-4): every officer's tool speaks it. */
import { toHex } from "./hex.ts";
import { z } from "./schema.ts";

export const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

export async function sha256Hex(data: Blob | Uint8Array | string): Promise<string> {
  const bytes = await bytesOf(data);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return toHex(digest);
}

async function bytesOf(data: Blob | Uint8Array | string): Promise<Uint8Array<ArrayBuffer>> {
  if (typeof data === "string") return new TextEncoder().encode(data);
  if (data instanceof Blob) return new Uint8Array(await data.arrayBuffer());
  return data as Uint8Array<ArrayBuffer>;
}
