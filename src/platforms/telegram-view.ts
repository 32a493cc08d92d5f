/** The mark that t.me puts on every message it shows: Base64 of `{"c":channel,"p":post,"t":…,"h":…}`. */

/** The channel's number, which stays when its name is changed; null where the mark is none. */
export function channelOf(mark: string): string | null {
  if (!/^[A-Za-z0-9+/_-]{8,600}=*$/.test(mark)) return null;
  try {
    const text = atob(mark.replaceAll("-", "+").replaceAll("_", "/"));
    return /"c":(-?\d{1,20})[,}]/.exec(text)?.[1] ?? null;
  } catch {
    return null;
  }
}
