/** What an element says as a reader sees it: line ends as drawn, and nothing that is not. */

/** `innerText` is what is meant; elements that are not HTML have none. */
export function shownText(element: Element): string {
  return (element as HTMLElement).innerText ?? element.textContent ?? "";
}
