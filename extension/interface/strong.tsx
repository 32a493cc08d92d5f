/** A sentence with one part said louder: a number, mostly. */

export function Strong({ text, strong }: { text: string; strong: string }) {
  const at = text.indexOf(strong);
  if (at < 0) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <strong class="nowrap">{strong}</strong>
      {text.slice(at + strong.length)}
    </>
  );
}
