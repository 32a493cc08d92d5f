/**
 * The corpus of hostile pages: every vector there is, each with a marker of its own, and the pages made of them.
 * A vector added to one of the lists is on a page, in the control run and in every search at once.
 */
import { alone } from "./alone.ts";
import { bytes } from "./bytes.ts";
import { colourFont } from "./colour-font.ts";
import { contents } from "./contents.ts";
import { documents } from "./documents.ts";
import { elements } from "./elements.ts";
import { flickering } from "./flickering.ts";
import { fonts } from "./fonts.ts";
import { frozen } from "./frozen.ts";
import { live } from "./live.ts";
import { colourOf, type Marker, markerAt } from "./marker.ts";
import { modern } from "./modern.ts";
import { moving } from "./moving.ts";
import { partsInTrees } from "./parts-in-trees.ts";
import { partsOfParts } from "./parts-of-parts.ts";
import { parts } from "./parts.ts";
import { shadow } from "./shadow.ts";
import { stolen } from "./stolen.ts";
import { styles } from "./styles.ts";
import type { Vector } from "./vector.ts";

export interface MarkedVector {
  vector: Vector;
  marker: Marker;
  index: number;
}

export const corpus: MarkedVector[] = [
  ...elements,
  ...styles,
  ...parts,
  ...contents,
  ...fonts,
  ...shadow,
  ...moving,
  ...modern,
  ...stolen,
  ...partsOfParts,
  ...partsInTrees,
  ...live,
  ...alone,
  ...documents,
  ...flickering,
  ...frozen,
  ...bytes,
].map((vector, index) => ({ vector, marker: markerAt(index), index }));

export interface CorpusPage {
  path: string;
  type: string;
  text: string;
  vectors: MarkedVector[];
}

/** Pages of `perPage` vectors each, and one for each that stands alone; the rare ones only where each has its own. */
export function corpusPages(perPage: number): CorpusPage[] {
  const wanted = corpus.filter(({ vector }) => perPage === 1 || !vector.isRare);
  const together = wanted.filter(({ vector }) => !vector.isAlone && !vector.sharing);
  const sharing = new Map<string | number, MarkedVector[]>();
  for (const one of wanted.filter(({ vector }) => vector.sharing)) {
    const place = perPage === 1 ? one.index : (one.vector.sharing ?? "");
    sharing.set(place, [...(sharing.get(place) ?? []), one]);
  }
  const pages: CorpusPage[] = [];
  for (let at = 0; at < together.length; at += perPage) pages.push(pageOf(together.slice(at, at + perPage)));
  const alone = wanted.filter(({ vector }) => vector.isAlone).map((one) => [one]);
  return [...pages, ...[...sharing.values(), ...alone].map(pageOf)];
}

/** The id of a vector's section. */
export function sectionOf({ index }: Pick<MarkedVector, "index">): string {
  return `section-${index}`;
}

function pageOf(vectors: MarkedVector[]): CorpusPage {
  const [first] = vectors;
  if (!first) throw new Error("a page without a vector");
  const path = `/masking/${vectors.map(({ index }) => index).join("-")}`;
  const whole = first.vector.document?.(first.marker);
  if (whole) return { path, vectors, ...whole };
  const sections = vectors.map(
    ({ vector, marker, index }) =>
      `<section id="${sectionOf({ index })}" style="min-height:60px;border-bottom:1px solid #ddd">${index} ${vector.html(marker)}</section>`,
  );
  const style = "<style>body{margin:8px;font:16px/1.6 sans-serif;color:#222}</style>";
  const text = `<!doctype html><html lang="zh-Hant-TW"><meta charset="utf-8"><title>遮圖的練習頁</title>${style}<body>${sections.join("\n")}`;
  return { path, vectors, type: "text/html; charset=utf-8", text };
}

/** Every file that a vector may ask for, by its path on the fixture server. */
export function markerFiles(): Map<string, Buffer> {
  return new Map(
    corpus.flatMap(({ marker, index }) => [
      [marker.png, marker.pngBytes],
      [marker.svg, Buffer.from(marker.svgText)],
      [`/marker/${marker.id}.ttf`, colourFont(colourOf(index))],
    ]),
  );
}
