/** A short text that may break only where its words allow it: at a zero-width space in the locale file. */
import { Fragment } from "preact";

export function Headline({ text }: { text: string }) {
  return (
    <span class={text.includes("\u200b") ? "phrases" : undefined}>
      {text.split("\u200b").map((phrase, index) => (
        <Fragment key={phrase}>
          {index > 0 && <wbr />}
          {phrase}
        </Fragment>
      ))}
    </span>
  );
}
