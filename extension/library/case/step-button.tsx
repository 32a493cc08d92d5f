/** A button of a step: filled only where the step is the one for now. */
import type { ComponentChildren } from "preact";

interface StepButtonProps {
  isMain?: boolean;
  action: string;
  onPress: () => void;
  children: ComponentChildren;
}

export function StepButton({ isMain = false, action, onPress, children }: StepButtonProps) {
  return (
    <button type="button" class={isMain ? "btn main" : "btn"} data-action={action} onClick={onPress}>
      {children}
    </button>
  );
}
