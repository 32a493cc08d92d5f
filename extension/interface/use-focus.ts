/** Moves the focus to the heading of a screen when it appears: its button may be gone with the screen before. */
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

export function useFocus<Kind extends HTMLElement>(): RefObject<Kind | null> {
  const element = useRef<Kind>(null);
  useEffect(() => element.current?.focus(), []);
  return element;
}
