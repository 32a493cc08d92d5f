/** Everything the extension has stored, as one text: whatever is in there can be searched for. */

/** Runs in a page of the extension, as it stands: it may use nothing from outside itself. */
export async function bytesOfDatabase(): Promise<string> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open("keepleaf");
    opening.onsuccess = () => resolve(opening.result);
  });
  const parts: string[] = [];
  const write = async (value: unknown): Promise<void> => {
    if (value instanceof Blob) {
      parts.push(await value.text());
      return;
    }
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) {
      parts.push(await new Blob([value as ArrayBuffer]).text());
      return;
    }
    if (typeof value !== "object" || value === null) {
      parts.push(String(value));
      return;
    }
    for (const [name, part] of Object.entries(value)) {
      parts.push(name);
      await write(part);
    }
  };
  for (const name of database.objectStoreNames) {
    const rows = await new Promise<unknown[]>((resolve) => {
      const reading = database.transaction(name).objectStore(name).getAll();
      reading.onsuccess = () => resolve(reading.result);
    });
    for (const row of rows) await write(row);
  }
  database.close();
  parts.push(JSON.stringify(await Reflect.get(globalThis, "chrome").storage.local.get(null)));
  return parts.join("\n");
}
