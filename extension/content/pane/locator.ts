/** A path to an element by names and places, through shadow roots: the same page gives the same path. */

const longest = 2_000;
const mostSteps = 60;

/** E.g. `html>body>main:2>#root>div`; no text of the page in it. */
export function locatorAcross(element: Element): string {
  const steps: string[] = [];
  for (
    let at: Element | null = element;
    at && steps.length < mostSteps;
    at = at.parentElement ?? hostOf(at, steps)
  ) {
    steps.unshift(stepTo(at));
  }
  return steps.join(">").slice(0, longest);
}

function hostOf(element: Element, steps: string[]): Element | null {
  const root = element.getRootNode();
  if (!(root instanceof ShadowRoot)) return null;
  steps.unshift("#root");
  return root.host;
}

function stepTo(element: Element): string {
  const siblings = element.parentNode?.children ?? [];
  const twins = [...siblings].filter(({ localName }) => localName === element.localName);
  return twins.length > 1 ? `${element.localName}:${twins.indexOf(element) + 1}` : element.localName;
}
