/** Runs the store's laws on the real IndexedDB of the browser that opens this; bundled by the browser ring. */
import { openDatabase } from "../../extension/store/database.ts";
import { IdbEvidenceStore } from "../../extension/store/idb-evidence-store.ts";
import { storeLaws } from "./store-contract.ts";

/** Null for a law that holds, else what went wrong. */
export async function runLaw(name: string): Promise<string | null> {
  const law = storeLaws.find((one) => one.name === name);
  if (!law) return `no law called ${name}`;
  const database = await openDatabase();
  try {
    await law.holds(new IdbEvidenceStore(database));
    return null;
  } catch (error) {
    return String(error);
  } finally {
    database.close();
    await forget(database.name);
  }
}

function forget(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}
