/** Whether a name inside an archive may be written down on any system. */

/** Names Windows gives to devices; a file of that name cannot be written there. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * Whether writing the path below a folder stays below that folder on every system: no absolute path, no drive, no `..`,
 * no backslash, no control character, no device name, no trailing dot or space.
 */
export function isSafePath(path: string): boolean {
  if (/[\\:*?"<>|]|\p{Cc}/u.test(path)) return false;
  return path
    .split("/")
    .every((part) => part !== "" && !/^\.{1,2}$|[. ]$/.test(part) && !deviceName.test(part));
}
