/** Six ways to make text into markup or code: the architecture test must see each of them. It is never run. */
export function turnsTextIntoCode(element, text) {
  element.innerHTML = text;
  element.insertAdjacentHTML("beforeend", text);
  document.write(text);
  const make = new Function(text);
  const shown = { dangerouslySetInnerHTML: { __html: text } };
  return [make, shown, element.outerHTML];
}
