/** Which folded parts of a screen are open: as somebody left them, else as the screen would have them. */
import { useCallback, useState } from "preact/hooks";

export interface Folds {
  isOpen: (key: string, atFirst: boolean) => boolean;
  toggle: (key: string, isOpen: boolean) => void;
}

export function useFolds(): Folds {
  const [left, setLeft] = useState<ReadonlyMap<string, boolean>>(new Map());
  const toggle = useCallback(
    (key: string, isOpen: boolean) =>
      setLeft((before) => (before.get(key) === isOpen ? before : new Map(before).set(key, isOpen))),
    [],
  );
  return { isOpen: (key, atFirst) => left.get(key) ?? atFirst, toggle };
}
