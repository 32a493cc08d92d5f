/** What an address says about how long it will work: a reader must know before it is gone. */

/** `blob` and `inline` exist only inside the page; `signed` addresses carry a permit that runs out. */
export const addressFlags = ["blob", "inline", "signed"] as const;
export type AddressFlag = (typeof addressFlags)[number];

/** Query parameters of signed addresses: S3 and its kin, CloudFront, Google, Facebook's `oh` and `oe`, Azure's `sig`. */
const signedParameter =
  /[?&;](?:x-amz-[a-z-]+|x-goog-[a-z-]+|expires?|exp|oh|oe|token|access_token|sig|signature|policy|key-pair-id|hmac|x-expires|x-signature)=/i;

/** In the order of `addressFlags`. The address may be any text; it is never resolved. */
export function flagsOf(address: string): AddressFlag[] {
  const bare = address.trim();
  if (/^blob:/i.test(bare)) return ["blob"];
  if (/^data:/i.test(bare)) return ["inline"];
  return signedParameter.test(bare) ? ["signed"] : [];
}
