/** Words the page holds back until somebody presses something: folded text, spoilers, warnings in front of a post. */
import type { CaptureNote, NoteCode } from "../../src/capture/verdict.ts";
import { boxInDocument } from "./in-view.ts";
import { listed } from "./listed-notes.ts";

const pressable = "button,a,summary,[role=button],[role=link],[aria-expanded=false]";
const longestLabel = 40;
const longestWarning = 160;

/** Labels of what unfolds text, whole: 「更多」 alone stands in every menu. */
const unfolds =
  /^(?:[….]+\s*(?:see |show |read )?more|(?:see|read|show|view) (?:more|all|full)(?: .{0,20})?|view \d+ (?:more )?(?:repl|comment).*|\d+ (?:more )?repl(?:y|ies)|[….]+\s*更多|(?:顯示|查看|閱讀|展開|看|瀏覽)(?:更多|全文|全部|較多|其他)?(?:內容|留言|回覆|回應)?|(?:查看|檢視|顯示|還有).{0,4}\d+\s*則.*)$/i;

/** What platforms write in front of something they have covered. */
const warns =
  /sensitive (?:content|media)|content warning|graphic content|may contain|spoiler|敏感(?:內容|媒體)|內容警告|令人(?:不安|反感)|可能(?:包含|含有)|劇透|防雷|暴雷/i;

export function textNotShown(elements: readonly HTMLElement[]): CaptureNote[] {
  const pressables = elements.filter((element) => element.matches(pressable));
  const closed = elements.filter(isClosedDetails);
  const unfolding = pressables.filter((element) => !element.closest("details") && isLabelled(element));
  const hidden = [...closed, ...unfolding, ...elements.filter(isClamped)];
  return [
    ...notesOf("hidden-text", outermost(hidden)),
    ...notesOf("covered-media", outermost([...pressables.filter(isWarning), ...elements.filter(isSpoiler)])),
  ];
}

function notesOf(code: NoteCode, elements: readonly HTMLElement[]): CaptureNote[] {
  return listed(elements.map((element) => ({ code, box: boxInDocument(element) })));
}

function outermost(elements: readonly HTMLElement[]): HTMLElement[] {
  const all = new Set(elements);
  return [...all].filter((element) => {
    for (let at = element.parentElement; at; at = at.parentElement) if (all.has(at)) return false;
    return isShown(element);
  });
}

function isShown(element: HTMLElement): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
}

function isClosedDetails(element: HTMLElement): boolean {
  return element instanceof HTMLDetailsElement && !element.open;
}

function isLabelled(element: HTMLElement): boolean {
  return unfolds.test(labelOf(element, longestLabel));
}

function isWarning(element: HTMLElement): boolean {
  return warns.test(labelOf(element, longestWarning));
}

function isSpoiler(element: HTMLElement): boolean {
  if (element.localName.includes("spoiler")) return true;
  const isNamed = [...element.classList].some((name) =>
    /^(?:md-)?spoiler(?:$|[-_](?:text|hidden|content))/i.test(name),
  );
  return isNamed && !/reveal|shown|open/i.test(element.className);
}

/** Cut after some lines by style, with more text than is shown. */
function isClamped(element: HTMLElement): boolean {
  if (element.scrollHeight <= element.clientHeight + 2 || element.clientHeight === 0) return false;
  const lines = getComputedStyle(element).webkitLineClamp;
  return lines !== "none" && lines !== "" && lines !== undefined;
}

/** Empty where there is more text than a label has. */
function labelOf(element: HTMLElement, longest: number): string {
  const text = element.textContent ?? "";
  if (text.length > 4 * longest) return "";
  const label = text.replace(/\s+/g, " ").trim();
  return label.length <= longest ? label : "";
}
