/** What an ID identifies, and whether it stays: a number a platform can be asked about, or only a name of the moment. */

/** `pseudonym` changes with time or viewer; every other kind stays when a name or handle is changed. */
export const idKinds = [
  "account-number",
  "channel-number",
  "page-number",
  "channel-id",
  "decentralized-id",
  "account-name",
  "home-id",
  "pseudonym",
] as const;

/**
 * Facebook's `pfbid…` changes with time and viewer: a pseudonym seen at one moment, never an identity.
 * Source: Meta's announcement of 2022 as covered by the press.
 */
export function isFacebookPseudonym(id: string): boolean {
  return /^pfbid[0-9A-Za-z]+$/.test(id);
}

/** `UC` and 22 more: documented as never changing (Google Ads reference). */
export function isYoutubeChannelId(id: string): boolean {
  return /^UC[0-9A-Za-z_-]{22}$/.test(id);
}
