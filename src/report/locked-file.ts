/** Names around a passphrase: of the file that is handed over, and of the bundle inside it. */

/** The one entry: the real names are inside it. */
export const lockedContent = "bundle.zip";

export function lockedNameOf(bundleName: string): string {
  return bundleName.replace(/\.zip$/, "-locked.zip");
}
