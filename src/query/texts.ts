/**
 * Where the words of terms stand in titles and abstracts, whether or not they were taken for the terms there.
 *
 * Texts are read once: an index keeps the papers of every word that the terms at hand are made of. A form can only stand
 * where its rarest word does; there it is looked for letter by letter.
 */
import type { PaperNode, TermNode } from "../contract/graph-document.ts";
import { Marks } from "../lib/marks.ts";
import { isLetter, wordKey, WordPapers } from "./word-papers.ts";

interface Form {
  readonly text: string;
  /** Looked for in any case. An abbreviation is itself in capitals only: "CAM" is no cam. */
  readonly folds: boolean;
  /** For each of its words the ways it may be written, as keys of `WordPapers`. */
  readonly words: readonly (readonly number[])[];
}

/**
 * Tells whether some paper's text has forms of two of the terms, as whole words, in the singular or with an "s".
 *
 * @param terms the only ones that may be asked for.
 */
export function textSearch(
  papers: readonly PaperNode[],
  terms: Iterable<TermNode>,
): (a: TermNode, b: TermNode) => boolean {
  const forms = new Map(Array.from(terms, (term) => [term, formsOf(term)]));
  const all = [...forms.values()].flat();
  const words = new WordPapers(
    papers.length,
    (paper) => textOf(papers[paper]!),
    all.flatMap((form) => form.words.flat()),
  );
  const places = new Map(all.map((form) => [form, placesOf(form, words, papers.length)]));
  const marks = new Marks(papers.length);
  return (a, b) => {
    marks.clear();
    const [formsA, formsB] = [forms.get(a)!, forms.get(b)!];
    for (const form of formsA) for (const paper of places.get(form)!) marks.add(paper);
    return formsB.some((form) =>
      places.get(form)!.some((paper) => {
        if (!marks.has(paper)) return false;
        const text = spaced(textOf(papers[paper]!));
        return hasForm(text, [form]) && hasForm(text, formsA);
      }),
    );
  };
}

function textOf({ title, abstract = "" }: PaperNode): string {
  return `${title}\n${abstract}`;
}

/** "time-series" is written "time series" too. */
function spaced(text: string): string {
  return text.replace(/[\u002d\u2010-\u2013]/g, " ");
}

function formsOf({ term, aliases }: TermNode): Form[] {
  return [term, ...aliases.map(({ text }) => text)].map(spaced).map((written) => {
    const folds = /\p{Ll}/u.test(written);
    const text = folds ? written.toLowerCase() : written;
    return { text, folds, words: wordsOf(stemOf(text), folds) };
  });
}

/** Without the "s" of a plural. */
function stemOf(form: string): string {
  return /[^s]s$/.test(form) ? form.slice(0, -1) : form;
}

function wordsOf(stem: string, folds: boolean): number[][] {
  const words: number[][] = [];
  for (let start = 0; start < stem.length; start++) {
    if (!isLetter(stem.charCodeAt(start))) continue;
    let end = start;
    while (end < stem.length && isLetter(stem.charCodeAt(end))) end++;
    const word = stem.slice(start, end);
    words.push([word, ...(end === stem.length ? [`${word}s`] : [])].map((text) => wordKey(text, folds)));
    start = end;
  }
  return words;
}

/** The papers that may have the form: those with its rarest word; all, if it has no words. */
function placesOf({ words }: Form, index: WordPapers, papers: number): readonly number[] {
  const [first, ...rest] = words.map((ways) => ways.map((key) => index.papersOf(key)));
  if (first === undefined) return Array.from({ length: papers }, (_, i) => i);
  const count = (lists: readonly Int32Array[]) => lists.reduce((sum, { length }) => sum + length, 0);
  const rarest = rest.reduce((best, lists) => (count(lists) < count(best) ? lists : best), first);
  return rarest.flatMap((list) => [...list]);
}

function hasForm(text: string, forms: readonly Form[]): boolean {
  let lower: string | undefined;
  return forms.some((form) => hasWords(form.folds ? (lower ??= text.toLowerCase()) : text, form.text));
}

function hasWords(text: string, form: string): boolean {
  const stem = stemOf(form);
  if (stem === "") return false;
  for (let at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + 1)) {
    const end = at + stem.length + (text[at + stem.length] === "s" ? 1 : 0);
    if (!isLetter(text.charCodeAt(at - 1)) && !isLetter(text.charCodeAt(end))) return true;
  }
  return false;
}
