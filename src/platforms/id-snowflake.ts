/** IDs that begin with milliseconds: X, Discord, Mastodon, LinkedIn. */
import { type IdTime, idNumber, idTime, secondMs } from "./id-time.ts";

const xEpochMs = 1_288_834_974_657;
const discordEpochMs = 1_420_070_400_000;

/** The first post ID that was a snowflake; smaller ones were counted up. */
const firstXSnowflake = 29_700_859_247n;
/** User IDs are snowflakes only since 2016-02-16; older ones are short counters. Source: konomama.dev. */
const xUserSnowflakesFromMs = 1_455_580_800_000;

/** 26 of 30 public posts within 1 s (measured); the others carry a video's time. */
export function xPostTime(id: string): IdTime | null {
  const number = idNumber(id);
  if (number === null || number < firstXSnowflake) return null;
  return idTime(Number(number >> 22n) + xEpochMs, { earliestMs: xEpochMs, errorMs: secondMs });
}

/** When the account was made, where its ID says so. Checked by others until 2019 only: a hypothesis. */
export function xUserTime(id: string): IdTime | null {
  const number = idNumber(id);
  if (number === null) return null;
  return idTime(Number(number >> 22n) + xEpochMs, { earliestMs: xUserSnowflakesFromMs, errorMs: null });
}

/** Messages, channels, servers, users and attachments alike; exact by design (Discord's documentation). */
export function discordTime(id: string): IdTime | null {
  const number = idNumber(id);
  if (number === null || id.length < 16) return null;
  return idTime(Number(number >> 22n) + discordEpochMs, { earliestMs: discordEpochMs, errorMs: secondMs });
}

/** Only since Mastodon 2.0; before, and on other servers of the Fediverse, IDs are counters or of another kind. */
export function mastodonTime(id: string): IdTime | null {
  const number = idNumber(id);
  if (number === null) return null;
  return idTime(Number(number >> 16n), { earliestMs: 1_451_606_400_000, errorMs: null });
}

export function linkedinTime(id: string): IdTime | null {
  const number = idNumber(id);
  if (number === null) return null;
  return idTime(Number(number >> 22n), { earliestMs: 1_262_304_000_000, errorMs: null });
}
