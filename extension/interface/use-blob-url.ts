/** An address for a stored file while a part of the screen shows it; given back when it no longer does. */
import { useEffect, useState } from "preact/hooks";

/** Null until the file is there, and when there is none. `read` must keep its identity while the file is the same. */
export function useBlobUrl(read: () => Promise<Blob | null>): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let given: string | null = null;
    let isGone = false;
    const show = async () => {
      const blob = await read().catch(() => null);
      if (!blob || isGone) return;
      given = URL.createObjectURL(blob);
      setUrl(given);
    };
    void show();
    return () => {
      isGone = true;
      if (given !== null) URL.revokeObjectURL(given);
      setUrl(null);
    };
  }, [read]);
  return url;
}
