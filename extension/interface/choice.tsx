/** One of several answers: the whole box is the target. */
import type { ComponentChildren } from "preact";

interface ChoiceProps {
  name: string;
  value: string;
  isChosen: boolean;
  onChoose: () => void;
  children: ComponentChildren;
}

export function Choice({ name, value, isChosen, onChoose, children }: ChoiceProps) {
  return (
    <label class="choice">
      <input type="radio" name={name} value={value} checked={isChosen} onChange={onChoose} />
      <span>{children}</span>
    </label>
  );
}
