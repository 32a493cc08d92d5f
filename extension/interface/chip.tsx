/** A state as a sign, a word, and only then a colour. */
import { Icon, type IconName } from "./icon.tsx";

export type ChipLook = "found" | "derived" | "typed" | "pointed" | "missing" | "conflict" | "none" | "todo";

interface ChipProps {
  look: ChipLook;
  icon: IconName;
  text: string;
}

export function Chip({ look, icon, text }: ChipProps) {
  return (
    <span class={`chip ${look}`}>
      <Icon name={icon} /> {text}
    </span>
  );
}
