/**
 * What stands over the map, in the tab and on pictures: its name, what it is made of, when that is from, what stands out.
 */
import { paperAt, type MapIndex } from "../data/map-index.ts";
import { plain } from "../lib/numbers.ts";
import { shortName } from "../lib/short-name.ts";
import { TEXTS } from "../texts.ts";

/** Communities that the sentence names. */
const NAMED = 3;

/** @param given the reader's own; empty: that of the document, if any */
export function nameOfMap({ papers, columns }: MapIndex, given: string): string {
  return given || (columns.title ?? TEXTS.mapTitle.none(papers));
}

/** What stands out, without knowing the document. */
export function sentenceOf({ topLevel }: MapIndex): string | undefined {
  const largest = [...topLevel].sort((a, b) => b.papers - a.papers || a.id - b.id).slice(0, NAMED);
  return largest.length < NAMED ? undefined : TEXTS.mapTitle.sentence(largest.map(({ label }) => shortName(label)));
}

/** First and last year, and how many papers have one. Undefined where none has, or the document is not read yet. */
export function periodOf(index: MapIndex): string | undefined {
  if (!index.slot.document) return undefined;
  const years: string[] = [];
  for (let paper = 0; paper < index.papers; paper++) {
    const year = paperAt(index, paper)?.date?.slice(0, 4);
    if (year !== undefined) years.push(year);
  }
  if (years.length === 0) return undefined;
  const [first, last] = [years.reduce((a, b) => (b < a ? b : a)), years.reduce((a, b) => (b > a ? b : a))];
  const span = first === last ? first : `${first}–${last}`;
  return years.length === index.papers ? span : TEXTS.mapTitle.dated(span, plain(years.length), plain(index.papers));
}
