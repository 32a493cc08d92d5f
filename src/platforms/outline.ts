/** Walks a frozen outline as one walks a document: find, closest, text. Pure, so it runs on kept pages too. */
import type { OutlineNode } from "../capture/page-outline.ts";
import { selector, type Selectable } from "./outline-selector.ts";

/** What stands on a line of its own. */
const lines = new Set(
  "p div li ul ol br h1 h2 h3 h4 h5 h6 tr dt dd section article blockquote pre header footer".split(" "),
);
const deepest = 300;

export class Outline {
  readonly nodes: readonly OutlineNode[];
  /** Of every node: the place behind its last descendant. */
  readonly #ends: Int32Array;

  constructor(nodes: readonly OutlineNode[]) {
    this.nodes = nodes;
    this.#ends = endsOf(nodes);
  }

  part(place: number): Part | null {
    return place >= 0 && place < this.nodes.length ? new Part(this, place) : null;
  }

  end(place: number): number {
    return this.#ends[place] ?? place;
  }

  findAll(css: string): Part[] {
    return this.between({ from: 0, to: this.nodes.length }, css);
  }

  find(css: string): Part | null {
    return this.findAll(css)[0] ?? null;
  }

  between({ from, to }: { from: number; to: number }, css: string): Part[] {
    const test = selector(css);
    const found: Part[] = [];
    for (let place = from; place < to; place += 1) {
      const part = new Part(this, place);
      if (test(part)) found.push(part);
    }
    return found;
  }
}

function endsOf(nodes: readonly OutlineNode[]): Int32Array {
  const ends = Int32Array.from(nodes, (_node, place) => place + 1);
  for (let place = nodes.length - 1; place >= 0; place -= 1) {
    const parent = nodes[place]?.parent ?? -1;
    // A hostile reading may name a later parent: such a node stands alone.
    if (parent >= 0 && parent < place) ends[parent] = Math.max(ends[parent] ?? 0, ends[place] ?? 0);
  }
  return ends;
}

export class Part implements Selectable {
  readonly outline: Outline;
  readonly place: number;

  constructor(outline: Outline, place: number) {
    this.outline = outline;
    this.place = place;
  }

  get node(): OutlineNode {
    return this.outline.nodes[this.place] as OutlineNode;
  }

  get tag(): string {
    return this.node.tag;
  }

  get isHidden(): boolean {
    return this.node.isHidden === true;
  }

  attribute(name: string): string | null {
    const { attributes } = this.node;
    return attributes && Object.hasOwn(attributes, name) ? (attributes[name] ?? null) : null;
  }

  get parent(): Part | null {
    const { parent } = this.node;
    return parent < this.place ? this.outline.part(parent) : null;
  }

  findAll(css: string): Part[] {
    return this.outline.between({ from: this.place + 1, to: this.outline.end(this.place) }, css);
  }

  find(css: string): Part | null {
    return this.findAll(css)[0] ?? null;
  }

  matches(css: string): boolean {
    return selector(css)(this);
  }

  /** Itself or the nearest one around it. */
  closest(css: string): Part | null {
    let at: Part | null = this;
    for (let step = 0; at && step < deepest; step += 1, at = at.parent) if (at.matches(css)) return at;
    return null;
  }

  contains(other: Part): boolean {
    return other.place > this.place && other.place < this.outline.end(this.place);
  }

  /** What a person would read, emoji pictures as their signs; hidden text is left out. */
  text({ withHidden = false, without = null }: TextOptions = {}): string {
    let text = "";
    const end = this.outline.end(this.place);
    for (let place = this.place; place < end; place += 1) {
      const part = new Part(this.outline, place);
      if (without && place > this.place && part.matches(without)) {
        if (lines.has(part.tag)) text += "\n";
        place = this.outline.end(place) - 1;
        continue;
      }
      if (place > this.place && lines.has(part.tag)) text += "\n";
      if (withHidden || !part.isHidden) text += part.node.text ?? emojiOf(part);
    }
    return tidy(text);
  }

  /** `html>body>article:2`-like, without any text of the page. */
  get locator(): string {
    const steps: string[] = [];
    let at: Part | null = this;
    for (; at && steps.length < 12; at = at.parent) steps.unshift(stepOf(at));
    return steps.join(" > ").slice(0, 1_000);
  }
}

interface TextOptions {
  withHidden?: boolean;
  /** Parts whose text is not counted, e.g. a quoted post. */
  without?: string | null;
}

function emojiOf(part: Part): string {
  const alt = part.tag === "img" ? (part.attribute("alt") ?? "") : "";
  return alt.length <= 16 && /^(\p{Extended_Pictographic}|\p{Regional_Indicator})/u.test(alt) ? alt : "";
}

function tidy(text: string): string {
  return text
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{2,}/g, "\n")
    .trim();
}

function stepOf(part: Part): string {
  const name = ["data-testid", "itemprop", "id", "role"].find((one) => part.attribute(one) !== null);
  return name
    ? `${part.tag}[${name}="${(part.attribute(name) ?? "").slice(0, 60)}"]`
    : `${part.tag}:${part.place}`;
}
