/** Where a name ends and its words begin: names may hold ": " themselves, and so may notices that have no sender. */

/** A quoted group name, a number that was changed: notices of WhatsApp that hold a colon but nobody's words. */
const notice =
  /^[^:]*(?:changed the (?:subject|group name)|created group|changed this group|建立(?:了)?群組|將(?:群組)?(?:主旨|名稱)|更改了?群組)/;

/** Fewer lines than this prove nothing about a name. */
const leastLines = 3;

/**
 * For each entry its sender, or null where it has none. A longer name is taken only where every line that begins with
 * the shorter one begins with the longer one too, in at least three lines.
 */
export function senders(rests: readonly string[]): (string | null)[] {
  const shortest = rests.map((rest) => (notice.test(firstLine(rest)) ? null : nameBefore(rest, 0)));
  const longer = new Map([...new Set(shortest)].map((name) => [name, longerName(name, rests)]));
  return shortest.map((name) => longer.get(name) ?? name);
}

function longerName(name: string | null, rests: readonly string[]): string | null {
  if (name === null) return null;
  const own = rests.filter((rest) => rest.startsWith(`${name}: `));
  const first = own[0];
  if (own.length < leastLines || first === undefined) return name;
  const candidate = nameBefore(first, name.length + 2);
  if (candidate === null || !own.every((rest) => rest.startsWith(`${candidate}: `))) return name;
  return longerName(candidate, rests);
}

function nameBefore(rest: string, from: number): string | null {
  const line = firstLine(rest);
  const colon = line.indexOf(": ", from);
  const end = colon < 0 && line.endsWith(":") && line.length - 1 >= from ? line.length - 1 : colon;
  return end > 0 && end <= 200 ? line.slice(0, end) : null;
}

function firstLine(text: string): string {
  const end = text.indexOf("\n");
  return end < 0 ? text : text.slice(0, end);
}
