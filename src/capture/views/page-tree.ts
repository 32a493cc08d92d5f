/** A page as the driver walked it: names, attributes and text, before anything is decided about them. */

export type Namespace = "html" | "svg" | "math";

export interface PageElement {
  /** Local name as the page has it; lower case in HTML. */
  name: string;
  namespace: Namespace;
  attributes: readonly (readonly [name: string, value: string])[];
  children: readonly PageNode[];
  shadow?: ShadowTree;
  /** Readable text of the style sheet that this `style` or `link` brings in; null where the browser hides it. */
  styleText?: string | null;
  /** What stands in a form field now, whatever its attribute says. */
  value?: string;
  isChecked?: boolean;
  isSelected?: boolean;
  /** The root element of a frame of the same origin. */
  frame?: PageElement;
  /** CSS pixels as drawn, for what keeps its room although it shows nothing any more. */
  drawn?: { width: number; height: number };
}

export type PageNode = string | PageElement;

export interface ShadowTree {
  mode: "open" | "closed";
  children: readonly PageNode[];
  /** Text of the sheets that scripts adopted into this tree. */
  adopted: readonly string[];
}

/** A whole document: its root element and the sheets that scripts adopted into it. */
export interface PageTree {
  root: PageElement;
  adopted: readonly string[];
}
