/** What the log of the store says was done, in its order. */

/** Runs in the library. */
export async function actionsInLog(): Promise<string[]> {
  const opening = indexedDB.open("keepleaf");
  const database = await new Promise<IDBDatabase>((resolve) => {
    opening.onsuccess = () => resolve(opening.result);
  });
  const reading = database.transaction("log").objectStore("log").getAll();
  const lines = await new Promise<{ action: string }[]>((resolve) => {
    reading.onsuccess = () => resolve(reading.result);
  });
  database.close();
  return lines.map(({ action }) => action);
}
