/** PEM, the text form of keys and certificates (RFC 7468). */
import { fromBase64, toBase64 } from "./base64.ts";

export type PemLabel = "PUBLIC KEY" | "CERTIFICATE";

export function toPem(label: PemLabel, der: Uint8Array): string {
  const lines = toBase64(der).match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`;
}

/** Every block of this label, in their order; text between blocks is allowed, and ignored. */
export function fromPem(label: PemLabel, text: string): Uint8Array<ArrayBuffer>[] {
  const blocks = text.matchAll(
    new RegExp(`-----BEGIN ${label}-----([A-Za-z0-9+/=\\s]+)-----END ${label}-----`, "g"),
  );
  return Array.from(blocks, ([, base64 = ""]) => fromBase64(base64.replace(/\s/g, ""))).filter(
    (der) => der !== null,
  );
}
