/** The small part of CSS that finds elements in an outline: names, classes, ids, attributes, and what is within what. */

export interface Selectable {
  readonly tag: string;
  readonly parent: Selectable | null;
  attribute(name: string): string | null;
}

type Test = (element: Selectable) => boolean;

const simple = /([a-z#*][\w#-]*)|\.([\w-]+)|\[([\w-]+)(?:([~^$*]?)=(?:"([^"]*)"|([^\]"]*)))?\]/gy;

const known = new Map<string, Test>();

/** `a[href*="/status/"], [data-testid=tweet]`. @throws on what this part of CSS does not have */
export function selector(text: string): Test {
  const found = known.get(text);
  if (found) return found;
  const alternatives = text.split(/,\s*/).map(descent);
  const test: Test = (element) => alternatives.some((alternative) => alternative(element));
  known.set(text, test);
  return test;
}

/** `.user a`: the last must fit the element, the others what it stands in, from the inside out. */
function descent(text: string): Test {
  const compounds = (text.match(/(?:\[[^\]]*\]|[^\s[])+/g) ?? []).map(compound);
  const own = compounds.pop();
  if (!own) throw new RangeError(`not a selector: ${text}`);
  return (element) => own(element) && standsIn(element, compounds);
}

function standsIn(element: Selectable, compounds: readonly Test[]): boolean {
  let left = compounds.length;
  for (let at = element.parent; at && left > 0; at = at.parent) if (compounds[left - 1]?.(at)) left -= 1;
  return left === 0;
}

function compound(text: string): Test {
  const tests: Test[] = [];
  simple.lastIndex = 0;
  while (simple.lastIndex < text.length) {
    const match = simple.exec(text);
    if (!match) throw new RangeError(`not a selector: ${text}`);
    tests.push(testOf(match));
  }
  return (element) => tests.every((test) => test(element));
}

function testOf([, tag, className, name, operator, quoted, bare]: RegExpExecArray): Test {
  if (tag) return (element) => tag === "*" || element.tag === tag;
  if (className) return (element) => hasWord(element.attribute("class"), className);
  const wanted = quoted ?? bare;
  return (element) => {
    const value = element.attribute(name ?? "");
    return value !== null && (wanted === undefined || compares(value, operator ?? "", wanted));
  };
}

function compares(value: string, operator: string, wanted: string): boolean {
  if (operator === "^") return value.startsWith(wanted);
  if (operator === "$") return value.endsWith(wanted);
  if (operator === "*") return value.includes(wanted);
  return operator === "~" ? hasWord(value, wanted) : value === wanted;
}

function hasWord(value: string | null, word: string): boolean {
  return value?.split(/\s+/).includes(word) ?? false;
}
