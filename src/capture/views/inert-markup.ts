/**
 * A static copy of a page: markup that runs nothing, loads nothing and goes nowhere, whichever way a parser reads it.
 * `<` stands in it only where a tag of our own list begins or ends, and every attribute is quoted and from our lists.
 */
import { withoutInlineData } from "../inline-media.ts";
import { attribute, inputType, mayKeepValue } from "./form-values.ts";
import { elementState } from "./element-state.ts";
import { inertAttributes, isCode } from "./inert-attributes.ts";
import { inertStyle } from "./inert-style.ts";
import { keptName, voidNames } from "./kept-names.ts";
import { escapeText, MarkupWriter } from "./markup-writer.ts";
import type { PageElement, PageNode, PageTree } from "./page-tree.ts";

export interface StaticCopy {
  markup: string;
  /** Names of the parts that were longer or deeper than their cap. */
  cut: string[];
}

export interface CopyChoices {
  /** In masked captures a drawing is a picture too: only its place is kept. */
  isMasked: boolean;
  mostCharacters: number;
}

/** Chromium's own parser nests no deeper. */
const deepest = 512;

/** The first line of defence for whoever opens the copy elsewhere; the second is that there is nothing to load. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'";

export function staticCopy(page: PageTree, choices: CopyChoices): StaticCopy {
  const writer = new MarkupWriter(choices.mostCharacters);
  const copier = new Copier(writer, choices.isMasked);
  copier.document(page);
  return { markup: withoutInlineData(writer.text()), cut: writer.cut() };
}

class Copier {
  readonly #writer: MarkupWriter;
  readonly #isMasked: boolean;
  #depth = 0;

  constructor(writer: MarkupWriter, isMasked: boolean) {
    this.#writer = writer;
    this.#isMasked = isMasked;
  }

  document({ root, adopted }: PageTree): void {
    const body = root.children.find((child) => typeof child !== "string" && child.name === "body");
    const own = root.name === "html" ? root.attributes : [];
    this.#writer.add(`<!doctype html>\n<html${inertAttributes(own, "html")}>\n<head><meta charset="utf-8">`);
    this.#writer.add(`<meta http-equiv="Content-Security-Policy" content="${policy}">`);
    for (const child of root.name === "html" ? root.children : []) this.#headOf(child);
    this.#sheets(adopted);
    const inBody = typeof body === "object" ? inertAttributes(body.attributes, "html") : "";
    this.#writer.add(`</head>\n<body${inBody}>`);
    if (typeof body === "object") this.#inside(body);
    else if (root.name !== "html") this.#node(root);
    else this.#nodes(root.children.filter((child) => typeof child === "string" || child.name !== "head"));
    this.#writer.close("</body>\n</html>\n");
  }

  /** Of a head, only the title and the style sheets say how a page looks. */
  #headOf(head: PageNode): void {
    if (typeof head === "string" || head.name !== "head") return;
    for (const child of head.children) {
      if (typeof child === "string") continue;
      if (child.name === "title") this.#writer.add(`<title>${escapeText(textOf(child))}</title>`);
      else if (child.styleText !== undefined) this.#sheet(child);
    }
  }

  #nodes(nodes: readonly PageNode[]): void {
    for (const node of nodes) this.#node(node);
  }

  #node(node: PageNode): void {
    if (typeof node === "string") this.#writer.add(escapeText(node));
    else if (node.styleText !== undefined) this.#sheet(node);
    else this.#nested(node);
  }

  #nested(node: PageElement): void {
    const name = keptName(node.name, node.namespace);
    if (name === null || (node.name === "input" && inputType(node.attributes) === null)) return;
    if (this.#depth >= deepest) {
      this.#writer.leaveOut("static copy");
      return;
    }
    this.#depth += 1;
    this.#element(node, name);
    this.#depth -= 1;
  }

  #element(node: PageElement, name: string): void {
    const { namespace, attributes, drawn } = node;
    const own = drawn ? attributes.filter(([own]) => own !== "width" && own !== "height") : attributes;
    const opened = this.#writer.add(`<${name}${inertAttributes(own, namespace)}${elementState(node, name)}>`);
    if (!opened || voidNames.has(name)) return;
    // A parser drops the first line break of these two.
    if (name === "pre" || name === "textarea") this.#writer.add("\n");
    if (!(this.#isMasked && name === "svg")) this.#inside(node);
    this.#writer.close(`</${name}>`);
  }

  #inside(node: PageElement): void {
    const { name, attributes, children, shadow, frame, value } = node;
    if (shadow) this.#tree(shadow);
    if (frame) this.#tree({ mode: "open", children: [frame], adopted: [] });
    if (name === "textarea") this.#writer.add(mayKeepValue(name, attributes) ? escapeText(value ?? "") : "");
    else if (!/^(?:iframe|frame|object|canvas|audio|video)$/.test(name)) this.#nodes(children);
  }

  /** Declarative shadow tree; frames get one as well, so that two documents' styles do not meet. */
  #tree({
    mode,
    children,
    adopted,
  }: {
    mode: string;
    children: readonly PageNode[];
    adopted: readonly string[];
  }) {
    if (!this.#writer.add(`<template shadowrootmode="${mode}">`)) return;
    this.#nodes(children.flatMap((child) => (isDocument(child) ? partsOf(child) : [child])));
    this.#sheets(adopted);
    this.#writer.close("</template>");
  }

  #sheets(texts: readonly string[]): void {
    for (const text of texts) this.#writer.add(`<style>${inertStyle(text)}</style>`, "style sheets");
  }

  #sheet({ attributes, styleText }: PageElement): void {
    const media = attribute(attributes, "media");
    const from = inertAttributes(
      attributes.filter(([name]) => name === "href"),
      "html",
    );
    const named = media && !isCode(media) ? `${from} media="${escapeText(inertStyle(media))}"` : from;
    if (styleText === null) this.#writer.add(`<style${named} data-keepleaf-unreadable></style>`);
    else this.#writer.add(`<style${named}>${inertStyle(styleText ?? "")}</style>`, "style sheets");
  }
}

function isDocument(node: PageNode): node is PageElement {
  return typeof node !== "string" && node.name === "html";
}

/** Head and body of a document inside another: its sheets, then a box in place of its body. */
function partsOf(root: PageElement): PageNode[] {
  const parts = root.children.filter((child): child is PageElement => typeof child !== "string");
  const sheets = parts
    .filter(({ name }) => name === "head")
    .flatMap(({ children }) =>
      children.filter((child) => typeof child !== "string" && child.styleText !== undefined),
    );
  return [...sheets, ...parts.filter(({ name }) => name !== "head")];
}

function textOf(element: PageElement): string {
  return element.children.filter((child) => typeof child === "string").join("");
}
