/** Tells replies from certificates by what is in a file: an authority may name them as it likes. */
import { Certificate } from "pkijs";
import { toPem } from "../bundle/pem.ts";

export interface StampFiles {
  /** Everything that is no certificate, each once; whether it is a reply shows when it is read. */
  replies: Uint8Array<ArrayBuffer>[];
  authoritiesPem: string;
}

export function sortStampFiles(files: readonly Uint8Array<ArrayBuffer>[]): StampFiles {
  const sorted: StampFiles = { replies: [], authoritiesPem: "" };
  for (const bytes of files) {
    const pem = certificateIn(bytes);
    const isThere = () => sorted.replies.some((reply) => isSame(reply, bytes));
    if (pem === null && !isThere()) sorted.replies.push(bytes);
    else if (pem !== null) sorted.authoritiesPem += `${pem}\n`;
  }
  return sorted;
}

/** Certificates come as text (PEM) or as they are (DER); null when it is none. */
function certificateIn(bytes: Uint8Array<ArrayBuffer>): string | null {
  const text = new TextDecoder().decode(bytes);
  if (text.includes("-----BEGIN CERTIFICATE-----")) return text;
  try {
    Certificate.fromBER(bytes);
    return toPem("CERTIFICATE", bytes);
  } catch {
    return null;
  }
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, place) => byte === other[place]);
}
