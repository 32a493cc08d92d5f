/** A tinted block with an icon. At most two on a screen; `broken` only for what is broken. */
import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icon.tsx";

interface NoteProps {
  tone: "plain" | "good" | "look" | "broken";
  icon: IconName;
  children: ComponentChildren;
}

export function Note({ tone, icon, children }: NoteProps) {
  return (
    <div class={`note ${tone}`}>
      <Icon name={icon} />
      <div class="stack-s">{children}</div>
    </div>
  );
}
