/** Files shared by link: Google Drive and MEGA. The whole address is kept, for without its key it opens nothing. */
import { fromUrl } from "./candidate.ts";
import { type AddressFacts, address, isHost, pathParts, type Platform } from "./platform.ts";

/** Whoever has the link sees the file; whose it is, the owner alone and who signed in and was let in. */
const ofOwner = ["posterHandle", "posterId", "posterProfileUrl"] as const;

const shared = { type: "files", version: 1, lastVerified: "2026-11-27", must: [] } as const;

/** `resourcekey` belongs to the address: older files do not open without it. */
export const googleDrive: Platform = {
  ...shared,
  id: "google-drive",
  name: "Google Drive",
  withheld: ofOwner,
  fixtureCount: 1,
  match: (url) => isHost(url, "drive.google.com", "docs.google.com"),
  fromUrl: (url) => {
    const parts = pathParts(url);
    const word = parts.findIndex((part) => part === "d" || part === "folders");
    const id = (word >= 0 ? parts[word + 1] : null) ?? url.searchParams.get("id");
    return file(url, id && /^[\w-]{15,80}$/.test(id) ? id : null);
  },
  fromPage: (_page, found) => found,
};

/** `/file/<8>#<43>`; the key behind `#` never reaches the server, so nobody can find it again. */
export const mega: Platform = {
  ...shared,
  id: "mega",
  name: "MEGA",
  withheld: ["posterName", ...ofOwner],
  fixtureCount: 1,
  match: (url) => isHost(url, "mega.nz", "mega.io", "mega.co.nz"),
  fromUrl: (url) => {
    const [word = "", id = ""] = pathParts(url);
    const older = /^#F?!([\w-]{8})!/.exec(url.hash)?.[1];
    return file(url, /^(?:file|folder)$/.test(word) && /^[\w-]{8}$/.test(id) ? id : (older ?? null));
  },
  fromPage: (_page, found) => found,
};

function file(url: URL, id: string | null): AddressFacts {
  const found = address("file");
  found.facts.add("postId", fromUrl(id));
  if (id) found.facts.add("permalink", fromUrl(url.href));
  return found;
}
