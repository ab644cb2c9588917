/**
 * From what a person types to a node of the graph: the one way of finding a term or a paper by its name, on the command
 * line and in the viewer.
 */
import type { PaperNode, TermNode } from "../contract/graph-document.ts";
import { foldName, foldWords } from "../lib/fold-name.ts";
import { byScoreThenKey } from "../lib/order.ts";
import { remember } from "../lib/remember.ts";
import { numberOf, termAt, type GraphIndex } from "./graph-index.ts";

/** A node as a question names it: by number, or by anything a person may type. */
export type NodeName = string | number;

/** What a name stands for, in numbers of nodes. */
export type Found =
  | { readonly kind: "one"; readonly node: number }
  /** The name fits several equally well: most frequent first. */
  | { readonly kind: "several"; readonly nodes: readonly number[] }
  /** Nothing has the name; the nearest ones, best first. */
  | { readonly kind: "none"; readonly near: readonly number[] };

export interface NameMatches {
  /** Places that fit the name best, ascending. */
  readonly best: readonly number[];
  /** Places that fit it less well, best first. */
  readonly others: readonly number[];
}

/** How a name fits, best first: as it is written before folded, the term's own name before its other forms. */
const FITS = ["name", "alias", "foldedName", "foldedAlias"] as const;

/** Terms by their names and other written forms. A place is whatever number the caller gives a term. */
export class NameFinder {
  private readonly places = Object.fromEntries(FITS.map((fit) => [fit, new Map<string, number[]>()])) as Record<
    (typeof FITS)[number],
    Map<string, number[]>
  >;

  addName(text: string, place: number): void {
    put(this.places.name, text, place);
    put(this.places.foldedName, foldName(text), place);
  }

  addAlias(text: string, place: number): void {
    put(this.places.alias, text, place);
    put(this.places.foldedAlias, foldName(text), place);
  }

  find(text: string): NameMatches {
    const exact = text.trim();
    const folded = foldName(exact);
    const groups = FITS.map((fit) => this.places[fit].get(fit.startsWith("folded") ? folded : exact) ?? []);
    const first = groups.findIndex((group) => group.length > 0);
    if (first < 0 || folded === "") return { best: [], others: [] };
    const best = [...new Set(groups[first])].sort((a, b) => a - b);
    const rest = new Set(groups.slice(first + 1).flatMap((group) => [...group].sort((a, b) => a - b)));
    return { best, others: [...rest].filter((place) => !best.includes(place)) };
  }
}

function put(places: Map<string, number[]>, key: string, place: number): void {
  const list = places.get(key);
  if (list === undefined) places.set(key, [place]);
  else if (list.at(-1) !== place) list.push(place);
}

/** Numbers of the terms that the text may name. Terms stand in the order of their frequency, most frequent first. */
export function findTerms(index: GraphIndex, text: string): NameMatches {
  const found = finderOf(index).find(text);
  if (found.best.length > 0) return found;
  const node = numberOf(index, text);
  return node === undefined || node < index.papers ? found : { best: [node], others: [] };
}

const finderOf = remember(({ document, papers }: GraphIndex): NameFinder => {
  const finder = new NameFinder();
  document.terms.forEach(({ term, aliases }, i) => {
    const number = papers + i;
    finder.addName(term, number);
    for (const alias of aliases) finder.addAlias(alias.text, number);
  });
  return finder;
});

/** The term of this name in any written form, or of this node id; of several the most frequent. */
export function findTerm(index: GraphIndex, text: string): TermNode | undefined {
  const [number] = findTerms(index, text).best;
  return number === undefined ? undefined : termAt(index, number);
}

/** The term that a question means. */
export function termNamed(index: GraphIndex, name: NodeName): Found {
  if (typeof name === "number")
    return termAt(index, name) === undefined ? { kind: "none", near: [] } : { kind: "one", node: name };
  return foundOf(findTerms(index, name).best, () => nearTerms(index, name));
}

/** Up to `limit` terms that share words with the text, or beginnings of words; best first. */
export function nearTerms(index: GraphIndex, text: string, limit = 5): number[] {
  const { document } = index;
  const words = [...new Set(foldWords(text).split(" "))];
  const likeness = ({ term, papers }: TermNode): number => {
    const own = foldWords(term).split(" ");
    const shared = words.filter((word) => own.some((other) => begins(word, other) || begins(other, word))).length;
    return shared === 0 ? 0 : (2 * shared) / (words.length + own.length) + papers / 1e6;
  };
  const near = document.terms
    .map((term, i) => ({ term, node: index.papers + i, score: likeness(term) }))
    .filter(({ score }) => score > 0)
    .sort(
      byScoreThenKey(
        ({ score }) => score,
        ({ term }) => term.term,
      ),
    );
  return near.slice(0, limit).map(({ node }) => node);
}

/** Letters from which on a beginning of a word speaks for it. */
const MIN_LETTERS = 4;

function begins(word: string, beginning: string): boolean {
  return word === beginning || (beginning.length >= MIN_LETTERS && word.startsWith(beginning));
}

/** The paper with this id, title or node id; else the only one whose title contains the text. */
export function findPaper(index: GraphIndex, text: string): PaperNode | undefined {
  const found = paperNamed(index, text);
  return found.kind === "one" ? index.document.papers[found.node] : undefined;
}

/** The paper that a question means. */
export function paperNamed(index: GraphIndex, name: NodeName): Found {
  const { papers } = index.document;
  if (typeof name === "number")
    return papers[name] === undefined ? { kind: "none", near: [] } : { kind: "one", node: name };
  const text = name.trim();
  const [key, words] = [foldName(text), foldWords(text)];
  const tests: readonly ((paper: PaperNode) => boolean)[] = [
    ({ id, doi, arxiv_id }) => [id, doi, arxiv_id].includes(text),
    ({ title }) => title === text,
    ({ title }) => key !== "" && foldName(title) === key,
    ({ node }) => node === text,
    ({ title }) => words !== "" && foldWords(title).includes(words),
  ];
  for (const test of tests) {
    const found = papers.flatMap((paper, number) => (test(paper) ? number : []));
    if (found.length > 0) return foundOf(found, () => []);
  }
  return { kind: "none", near: [] };
}

function foundOf(nodes: readonly number[], near: () => readonly number[]): Found {
  const [node] = nodes;
  if (node === undefined) return { kind: "none", near: near() };
  return nodes.length === 1 ? { kind: "one", node } : { kind: "several", nodes };
}
