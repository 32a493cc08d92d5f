/** Reads the reply of a time stamp authority and holds it to the seal: digest, signature, certificates. */
import { toHex } from "../base/hex.ts";
import { sha256Hex } from "../base/digest.ts";
import { Certificate, ContentInfo, IssuerAndSerialNumber, SignedData, TimeStampResp, TSTInfo } from "pkijs";
import { fromPem } from "../bundle/pem.ts";

/** `no-signer`: whose certificate signed is neither in the reply nor beside it. */
export type BrokenStamp =
  | "not-a-reply"
  | "not-granted"
  | "another-seal"
  | "no-root"
  | "no-signer"
  | "bad-signature";

export type StampReading =
  | {
      kind: "valid";
      /** The time the authority gives, ISO 8601 in UTC: the seal existed not later than this. */
      timeUtc: string;
      /** As the certificate names it; text from a foreign file. */
      authority: string;
      /** SHA-256 of the root certificate, to be compared with the authority's own word. */
      rootSha256: string;
    }
  | { kind: "broken"; reason: BrokenStamp };

export interface StampToRead {
  /** The reply as it came, DER (RFC 3161 §2.4.2). */
  reply: Uint8Array<ArrayBuffer>;
  /** The bytes of `tagmanifest-sha256.txt`. */
  sealed: Uint8Array<ArrayBuffer>;
  /** Certificates in PEM: the chain and the root. */
  authoritiesPem: string;
}

const granted: readonly number[] = [0, 1];

/** Whatever the bytes are, the answer is a reading. A certificate that has expired since does not matter: the time stamped does. */
export async function readStamp({ reply, sealed, authoritiesPem }: StampToRead): Promise<StampReading> {
  const opened = openReply(reply);
  if (opened === null) return { kind: "broken", reason: "not-a-reply" };
  if (opened === "refused") return { kind: "broken", reason: "not-granted" };
  const { signed, info } = opened;
  const imprint = toHex(new Uint8Array(info.messageImprint.hashedMessage.valueBlock.valueHexView));
  if (imprint !== (await sha256Hex(sealed))) return { kind: "broken", reason: "another-seal" };
  const chain = certificatesIn(authoritiesPem);
  const roots = await rootsOf(chain);
  if (roots.length === 0) return { kind: "broken", reason: "no-root" };
  const signer = signerOf(signed, chain);
  if (!signer) return { kind: "broken", reason: "no-signer" };
  const root = await signingRoot({ reply, sealed, chain, roots });
  if (!root) return { kind: "broken", reason: "bad-signature" };
  return {
    kind: "valid",
    timeUtc: info.genTime.toISOString(),
    authority: nameOf(signer),
    rootSha256: await sha256Hex(new Uint8Array(root.toSchema(true).toBER())),
  };
}

interface OpenedReply {
  signed: SignedData;
  info: TSTInfo;
}

function openReply(reply: Uint8Array<ArrayBuffer>): OpenedReply | "refused" | null {
  try {
    const response = TimeStampResp.fromBER(reply);
    if (!granted.includes(response.status.status) || !response.timeStampToken) return "refused";
    const signed = new SignedData({
      schema: new ContentInfo({ schema: response.timeStampToken.toSchema() }).content,
    });
    const content = signed.encapContentInfo.eContent?.getValue();
    return content ? { signed, info: TSTInfo.fromBER(content) } : null;
  } catch {
    return null;
  }
}

/** Certificates the authority sent along with its reply, DER. */
export function certificatesInReply(reply: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
  const opened = openReply(reply);
  if (opened === null || opened === "refused") return [];
  return (opened.signed.certificates ?? []).flatMap((certificate) =>
    certificate instanceof Certificate ? [new Uint8Array(certificate.toSchema(true).toBER())] : [],
  );
}

function certificatesIn(pem: string): Certificate[] {
  return fromPem("CERTIFICATE", pem).flatMap((der) => {
    try {
      return [Certificate.fromBER(der)];
    } catch {
      return [];
    }
  });
}

/** Those that signed themselves. */
async function rootsOf(chain: readonly Certificate[]): Promise<Certificate[]> {
  const roots: Certificate[] = [];
  for (const certificate of chain) {
    const isOwnIssuer = certificate.issuer.isEqual(certificate.subject);
    if (isOwnIssuer && (await certificate.verify().catch(() => false))) roots.push(certificate);
  }
  return roots;
}

interface Signing {
  reply: Uint8Array<ArrayBuffer>;
  sealed: Uint8Array<ArrayBuffer>;
  chain: readonly Certificate[];
  roots: readonly Certificate[];
}

/** The root to which the signer's chain leads at the time of the stamp; null when the signature or the chain does not hold. */
async function signingRoot({ reply, sealed, chain, roots }: Signing): Promise<Certificate | null> {
  for (const root of roots) {
    // Read anew each time: verifying changes what it is given.
    const opened = openReply(reply);
    if (opened === null || opened === "refused") return null;
    const { signed, info } = opened;
    signed.certificates = [...(signed.certificates ?? []), ...chain.filter((one) => !roots.includes(one))];
    const asked = { signer: 0, data: sealed.buffer, trustedCerts: [root], checkChain: true };
    if (await signed.verify({ ...asked, checkDate: info.genTime }).catch(() => false)) return root;
  }
  return null;
}

/** The certificate that the signature names by issuer and number; where it names a key instead, the first there is. */
function signerOf(signed: SignedData, chain: readonly Certificate[]): Certificate | undefined {
  const all = [...(signed.certificates ?? []), ...chain].filter(
    (one): one is Certificate => one instanceof Certificate,
  );
  const named: unknown = signed.signerInfos[0]?.sid;
  if (!(named instanceof IssuerAndSerialNumber)) return all[0];
  return all.find(
    ({ serialNumber, issuer }) => serialNumber.isEqual(named.serialNumber) && issuer.isEqual(named.issuer),
  );
}

/** Common name, organisation: what the signer's certificate says of itself. */
function nameOf(signer: Certificate): string {
  const names = signer.subject.typesAndValues.map(({ value }) => String(value.valueBlock.value));
  return names.join(", ").slice(0, 200);
}
