/** Everything the extension has written anywhere in the browser's profile, as bytes. */
import type { Page } from "puppeteer-core";

export interface StoredPiece {
  /** `IndexedDB keepleaf/files [..]`, `origin-private file`, … */
  place: string;
  bytes: Buffer;
}

/** `page` is a page of the extension. */
export async function everythingStored(page: Page): Promise<StoredPiece[]> {
  const pieces = await page.evaluate(dumpOrigin);
  return pieces.map(({ place, base64 }) => ({ place, bytes: Buffer.from(base64, "base64") }));
}

/** Runs in the page; one function, because nothing else goes along. */
async function dumpOrigin(): Promise<{ place: string; base64: string }[]> {
  const pieces: { place: string; base64: string }[] = [];
  const add = async (place: string, blob: Blob) => {
    const url = await new Promise<string>((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result));
      reader.onerror = () => reject(reader.error);
      reader.readAsDataURL(blob);
    });
    pieces.push({ place, base64: url.slice(url.indexOf(",") + 1) });
  };
  const addValue = async (place: string, value: unknown) => {
    const blobs: Blob[] = [];
    const text = JSON.stringify(value, (_key, part: unknown) => {
      if (!(part instanceof Blob)) return part;
      blobs.push(part);
      return `blob ${part.size}`;
    });
    await add(place, new Blob([text ?? ""]));
    for (const blob of blobs) await add(`${place} blob`, blob);
  };
  const wait = <T>(asked: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
  for (const { name = "" } of await indexedDB.databases()) {
    const database = await wait(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const rows = await wait(database.transaction(store).objectStore(store).getAll());
      for (const row of rows) await addValue(`IndexedDB ${name}/${store}`, row);
    }
    database.close();
  }
  const folders = [await navigator.storage.getDirectory()];
  for (const folder of folders) {
    for await (const entry of (folder as unknown as { values(): AsyncIterable<FileSystemHandle> }).values()) {
      if (entry.kind === "directory") folders.push(entry as FileSystemDirectoryHandle);
      else await add(`origin-private ${entry.name}`, await (entry as FileSystemFileHandle).getFile());
    }
  }
  for (const name of await caches.keys()) await addValue("cache", name);
  await addValue("localStorage", { ...localStorage });
  const { storage } = Reflect.get(globalThis, "chrome") as {
    storage: Record<string, { get(): Promise<unknown> }>;
  };
  await addValue("extension storage", [await storage["local"]?.get(), await storage["session"]?.get()]);
  return pieces;
}

/** The places where these words stand: plain, in base64 of whatever alignment, in hex, in escapes or as numbers. */
export function placesOf(words: string, pieces: readonly StoredPiece[]): string[] {
  const codes = Array.from(Buffer.from(words), (code) => code.toString(16));
  const needles = [
    Buffer.from(words),
    ...[0, 1, 2].map((shift) => inBase64(words, shift)),
    ...["", " ", "%", "\\x", "\\\\x", "\\u00"].flatMap((between) => [
      Buffer.from(codes.join(between)),
      Buffer.from(codes.join(between).toUpperCase()),
    ]),
    ...[",", ", "].map((between) => Buffer.from([...Buffer.from(words)].join(between))),
    Buffer.from(words, "utf16le"),
  ];
  return pieces
    .filter(({ bytes }) => needles.some((needle) => bytes.includes(needle)))
    .map(({ place }) => place);
}

/** Without the first and last letters, which depend on the neighbours. */
function inBase64(words: string, shift: number): Buffer {
  const text = Buffer.from(`${" ".repeat(shift)}${words}`)
    .toString("base64")
    .replaceAll("=", "");
  return Buffer.from(text.slice(shift === 0 ? 0 : 4, text.length - 4));
}
