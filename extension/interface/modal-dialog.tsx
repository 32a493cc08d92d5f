/** A native dialog over the screen: Escape closes it, the focus stays inside and goes back afterwards. */
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { useFocus } from "./use-focus.ts";

interface ModalDialogProps {
  title: string;
  onClose: () => void;
  /** `close` closes the dialog itself, which gives the focus back to where it was. */
  children: (close: () => void) => ComponentChildren;
}

/** Rendered while it is to be open. */
export function ModalDialog({ title, onClose, children }: ModalDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => dialog.current?.showModal(), []);
  // Reading starts at the title; the first button may be far below it.
  const heading = useFocus<HTMLHeadingElement>();
  return (
    <dialog ref={dialog} class="stack" aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children(() => dialog.current?.close())}
    </dialog>
  );
}
