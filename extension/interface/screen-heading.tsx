/** The one heading of a screen; reading goes on there when the screen appears. */
import { Headline } from "./headline.tsx";
import { Icon, type IconName } from "./icon.tsx";
import { useFocus } from "./use-focus.ts";

interface ScreenHeadingProps {
  text: string;
  icon?: IconName;
}

export function ScreenHeading({ text, icon }: ScreenHeadingProps) {
  const heading = useFocus<HTMLHeadingElement>();
  return (
    <h1 ref={heading} tabIndex={-1}>
      {icon && <Icon name={icon} />} <Headline text={text} />
    </h1>
  );
}
