/** Reads the data a page carries for its own program: JSON, and assignments of known names. Nothing of it is run. */
import { type PageScript, scriptLimits } from "../../src/capture/page-outline.ts";
import { withoutDrawings } from "../../src/capture/coded-bytes.ts";
import { withoutSecrets } from "../../src/capture/without-secrets.ts";
import type { ReadingCap } from "./reading-cap.ts";

const otherJson = /ld\+json|importmap|speculationrules/;
/** Names under which sites leave what they drew the page from. */
const knownNames =
  /__INITIAL_STATE__|__NEXT_DATA__|__NUXT__|__PRELOADED_STATE__|__UNIVERSAL_DATA|SIGI_STATE|ytInitialPlayerResponse|ytInitialData|_sharedData|__additionalData|\$render_data|\$CONFIG|"creation_time"|"publish_time"|"page_user"|owning_profile:|GLOBAL\s*=/;
const shortestCode = 40;

export function readScripts(cap: ReadingCap): PageScript[] {
  const scripts = [...pageAsJson(), ...document.scripts].flatMap(dataOf);
  const kept = fitting(firstThisPage(scripts), cap);
  return cap.list("page data", kept, scriptLimits.scripts);
}

/** A page that is JSON itself stands in one element of text. */
function pageAsJson(): Element[] {
  const pre = document.body?.querySelector("pre");
  return /json$/.test(document.contentType) && pre ? [pre] : [];
}

function dataOf(element: Element): PageScript[] {
  const text = element.textContent ?? "";
  const type = (element.getAttribute("type") ?? "").toLowerCase();
  const name = (element.id || type || "script").slice(0, 200);
  if (element.localName === "pre") return [{ kind: "json", name: "document", text }];
  if (/json/.test(type)) return otherJson.test(type) ? [] : [{ kind: "json", name, text }];
  const isCode = /^$|javascript|module/.test(type) && text.length >= shortestCode && knownNames.test(text);
  return isCode ? [{ kind: "code", name, text }] : [];
}

/** What names this page's own numbers and codes first: it must not be what the cap cuts. */
function firstThisPage(scripts: PageScript[]): PageScript[] {
  const names = location.href.split(/[/?&=#:]/).filter((part) => /^[\w-]{9,}$/.test(part) && /\d/.test(part));
  const isOwn = ({ text }: PageScript) => names.some((name) => text.includes(name));
  const own = scripts.filter(isOwn);
  return [...own, ...scripts.filter((script) => !own.includes(script))];
}

/** Drawings in page data are icons of the page and no facts. */
function withoutIcons(script: PageScript): PageScript {
  return { ...script, text: withoutDrawings(script.text) };
}

/** Half of a JSON text is none: what does not fit whole is left out and said. */
function fitting(scripts: PageScript[], cap: ReadingCap): PageScript[] {
  let room: number = scriptLimits.characters;
  return scripts.map(withoutIcons).flatMap((script) => {
    if (script.text.length > room) {
      cap.leaveOut("page data");
      return [];
    }
    const text = withoutSecrets(cap.text("page data", script.text, scriptLimits.characters));
    room -= text.length;
    return [{ ...script, text }];
  });
}
