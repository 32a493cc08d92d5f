/** Follows a pointing of one item, whichever page of ours began it: it lives in the worker and in somebody's page. */
import { useCallback, useEffect, useState } from "preact/hooks";
import type { Pointed, PointingEnd } from "../../../src/capture/pointing/pointed.ts";
import type { FieldName } from "../../../src/platforms/field.ts";

export type PointingRefusal = "no-page" | "page-refuses" | "already-capturing";

export type PointingState =
  | { kind: "looking" }
  | { kind: "chosen"; pointed: Pointed }
  | { kind: "ended"; because: PointingEnd }
  | { kind: "refused"; because: PointingRefusal };

export interface PointingNow {
  itemId: string;
  field: FieldName;
  /** Where the page is. */
  tabId: number;
  state: PointingState;
}

export interface PointingPort {
  /** Null when it began; else why it did not. */
  start: (itemId: string, field: FieldName) => Promise<PointingRefusal | null>;
  /** Ends it wherever it is, and forgets what was pointed at. */
  stop: () => Promise<void>;
  read: () => Promise<PointingNow | null>;
  /** Calls back with every change until the returned function is called. */
  watch: (onChange: () => void) => () => void;
}

export interface ItemPointing {
  now: Pick<PointingNow, "field" | "state"> | null;
  start: (field: FieldName) => void;
  stop: () => Promise<void>;
}

export function usePointing(port: PointingPort, itemId: string): ItemPointing {
  const [now, setNow] = useState<ItemPointing["now"]>(null);
  useEffect(() => {
    let isGone = false;
    const look = () =>
      void port.read().then((read) => {
        if (!isGone) setNow(read?.itemId === itemId ? read : null);
      });
    look();
    const unwatch = port.watch(look);
    return () => {
      isGone = true;
      unwatch();
    };
  }, [port, itemId]);
  const start = useCallback(
    (field: FieldName) =>
      void port.start(itemId, field).then(
        (because) => because && setNow({ field, state: { kind: "refused", because } }),
        () => setNow({ field, state: { kind: "refused", because: "page-refuses" } }),
      ),
    [port, itemId],
  );
  const stop = useCallback(async () => {
    setNow(null);
    await port.stop();
  }, [port]);
  return { now, start, stop };
}
