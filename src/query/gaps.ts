/**
 * Pairs worth trying: a method and a concept that no paper has together, neither as terms nor in the words of its title
 * and abstract, though the same terms stand close to both.
 *
 * The open end of Swanson's A–B–C pattern (1986, "Undiscovered public knowledge"): A–B and B–C are known, A–C is not.
 */
import type { PaperNode, RelationEdge, TermNode } from "../contract/graph-document.ts";
import { remember } from "../lib/remember.ts";
import { numbersOf, otherEnd, type GraphIndex } from "./graph-index.ts";
import type { Question } from "./question.ts";
import { textSearch } from "./texts.ts";

export interface Gap {
  readonly method: TermNode;
  readonly concept: TermNode;
  /**
   * Papers that would have both if the terms were spread by chance within each community: Σ_c df_c(a) · df_c(b) / N_c.
   * Over the whole corpus at once chance would bring hardly any two terms together, in whatever field they are at home.
   */
  readonly expected: number;
  /** Σ over linking terms of the smaller npmi of the two sides. */
  readonly support: number;
  /** √expected · support: how surprising the gap is. */
  readonly score: number;
  /** Terms close to both, strongest first. */
  readonly via: readonly TermNode[];
  /** The papers of each side that are nearest to the other: those with most linking terms. */
  readonly methodPapers: readonly PaperNode[];
  readonly conceptPapers: readonly PaperNode[];
}

export interface GapOptions {
  readonly limit?: number;
  /** Fewest papers of each term. */
  readonly minPapers?: number;
  /** Fewest linking terms. */
  readonly minLinks?: number;
  /** Fewest papers expected to have both: below, that none has says nothing. */
  readonly minExpected?: number;
}

/** Default of `minPapers`. */
const MIN_PAPERS = 3;
/** Default of `minExpected`: that no paper has both is then less likely than 0.61, e^−expected (Poisson). */
export const MIN_EXPECTED = 0.5;
/** Terms whose papers are spread more evenly over the communities than this are too general to be a gap's end. */
const MIN_CONFIDENCE = 0.4;
/** So are terms in a larger share of the papers. */
const MAX_SHARE = 0.08;
/** Gaps shown for one term at most: the list should not be about a single hub. */
const PER_TERM = 3;

/** A gap as far as terms tell, with all its linking terms. */
type Candidate = Omit<Gap, "methodPapers" | "conceptPapers"> & { readonly links: readonly string[] };

export function findGaps(
  index: GraphIndex,
  { limit = 20, minPapers = MIN_PAPERS, minLinks = 2, minExpected = MIN_EXPECTED }: GapOptions = {},
): Gap[] {
  const expectedOf = expectedTogether(index);
  const found = index.document.terms
    .filter((term) => term.type === "method" && canBeEnd(index, term, minPapers))
    .flatMap((method) => candidatesOf(index, method, { minPapers, minLinks, minExpected, expectedOf }));
  found.sort(
    (a, b) => b.score - a.score || number(a.method) - number(b.method) || number(a.concept) - number(b.concept),
  );
  return firstUnwritten(index, found, limit).map(({ links, ...gap }) => ({
    ...gap,
    methodPapers: papersNearest(index, gap.method, [...links, gap.concept.node]),
    conceptPapers: papersNearest(index, gap.concept, [...links, gap.method.node]),
  }));
}

/** All gaps of a map by the default limits, largest score first. */
export const allGaps = remember((index: GraphIndex): readonly Gap[] => findGaps(index, { limit: Infinity }));

/** Whether a term is neither too rare nor too general to be missed anywhere. */
export function canBeEnd({ document }: GraphIndex, term: TermNode, minPapers = MIN_PAPERS): boolean {
  return (
    term.papers >= minPapers &&
    term.papers <= Math.max(10, MAX_SHARE * document.papers.length) &&
    term.confidence >= MIN_CONFIDENCE &&
    term.type !== "metric"
  );
}

interface Limits extends Required<Omit<GapOptions, "limit">> {
  readonly expectedOf: (a: string, b: string) => number;
}

/** Every concept that is linked to the method and stands with it in no paper, where one would expect some. */
function candidatesOf(index: GraphIndex, method: TermNode, limits: Limits): Candidate[] {
  const together = termsTogether(index, method.node);
  const linked = new Map<string, [link: string, strength: number][]>();
  for (const [link, near] of strongNeighbors(index, method.node)) {
    for (const [far, strength] of strongNeighbors(index, link)) {
      if (far === method.node || together.has(far)) continue;
      const list = linked.get(far) ?? [];
      list.push([link, Math.min(near, strength)]);
      linked.set(far, list);
    }
  }
  const found: Candidate[] = [];
  for (const [node, list] of linked) {
    const concept = index.terms.get(node);
    if (concept === undefined || concept.type === "method" || !canBeEnd(index, concept, limits.minPapers)) continue;
    if (list.length < limits.minLinks) continue;
    const expected = limits.expectedOf(method.node, concept.node);
    if (expected < limits.minExpected) continue;
    const support = list.reduce((sum, [, strength]) => sum + strength, 0);
    const strongest = list.sort((a, b) => b[1] - a[1]).map(([link]) => link);
    const via = strongest.slice(0, 3).flatMap((link) => index.terms.get(link) ?? []);
    found.push({ method, concept, expected, support, score: Math.sqrt(expected) * support, via, links: strongest });
  }
  return found;
}

/** The first pairs of which no paper's text has both, few of each term. */
function firstUnwritten<G extends Pick<Gap, "method" | "concept">>(
  { document }: GraphIndex,
  found: readonly G[],
  limit: number,
): G[] {
  const isIn = textSearch();
  const withMethod = new Map<string, readonly PaperNode[]>();
  const papersWith = (method: TermNode): readonly PaperNode[] => {
    const papers = withMethod.get(method.node) ?? document.papers.filter((paper) => isIn(paper, method));
    withMethod.set(method.node, papers);
    return papers;
  };
  const shown = new Map<string, number>();
  const kept: G[] = [];
  for (const gap of found) {
    if (kept.length >= limit) break;
    const ends = [gap.method.node, gap.concept.node];
    if (ends.some((node) => (shown.get(node) ?? 0) >= PER_TERM)) continue;
    if (papersWith(gap.method).some((paper) => isIn(paper, gap.concept))) continue;
    for (const node of ends) shown.set(node, (shown.get(node) ?? 0) + 1);
    kept.push(gap);
  }
  return kept;
}

/** Papers expected to have two terms, from their papers in each community. */
function expectedTogether(index: GraphIndex): (a: string, b: string) => number {
  const sizes = new Map<number, number>();
  for (const { community } of index.papers.values()) sizes.set(community, (sizes.get(community) ?? 0) + 1);
  const known = new Map<string, ReadonlyMap<number, number>>();
  const spread = (node: string): ReadonlyMap<number, number> => {
    const counts = known.get(node);
    if (counts !== undefined) return counts;
    const fresh = new Map<number, number>();
    for (const { paper } of index.mentionsOf.get(node) ?? []) {
      const community = index.papers.get(paper)?.community;
      if (community !== undefined) fresh.set(community, (fresh.get(community) ?? 0) + 1);
    }
    known.set(node, fresh);
    return fresh;
  };
  return (a, b) => {
    const other = spread(b);
    let expected = 0;
    for (const [community, count] of spread(a))
      expected += (count * (other.get(community) ?? 0)) / sizes.get(community)!;
    return expected;
  };
}

function strongNeighbors(index: GraphIndex, node: string): [node: string, npmi: number][] {
  return (index.relationsOf.get(node) ?? []).flatMap((edge) =>
    edge.kind === "cooccurs" && edge.npmi > 0 ? [[otherEnd(edge, node), edge.npmi] as [string, number]] : [],
  );
}

/**
 * Every term of which some paper has a kind together with a kind of this one, each term being a kind of itself;
 * and those that are a kind of this one, or of which it is a kind.
 */
function termsTogether(index: GraphIndex, node: string): Set<string> {
  const together = new Set<string>();
  const papers = new Set(
    [...reach(index, node, narrowerTerms)].flatMap((kind) =>
      (index.mentionsOf.get(kind) ?? []).map(({ paper }) => paper),
    ),
  );
  for (const paper of papers) {
    for (const { term } of index.mentionsOf.get(paper) ?? []) reach(index, term, broaderTerms, together);
  }
  for (const edge of index.relationsOf.get(node) ?? []) if (edge.kind === "is_a") together.add(otherEnd(edge, node));
  return together;
}

/** Adds a term and all that steps lead to from it; what is in already was followed before. */
function reach(
  index: GraphIndex,
  node: string,
  step: (index: GraphIndex, node: string) => string[],
  into = new Set<string>(),
): Set<string> {
  if (into.has(node)) return into;
  into.add(node);
  for (const next of step(index, node)) reach(index, next, step, into);
  return into;
}

function narrowerTerms(index: GraphIndex, node: string): string[] {
  return isA(index, node).flatMap((edge) => (edge.narrower === node ? [] : [otherEnd(edge, node)]));
}

function broaderTerms(index: GraphIndex, node: string): string[] {
  return isA(index, node).flatMap((edge) => (edge.narrower === node ? [otherEnd(edge, node)] : []));
}

function isA(index: GraphIndex, node: string): RelationEdge[] {
  return (index.relationsOf.get(node) ?? []).filter((edge) => edge.kind === "is_a");
}

function papersNearest(index: GraphIndex, term: TermNode, links: readonly string[]): PaperNode[] {
  const wanted = new Set(links);
  return (index.mentionsOf.get(term.node) ?? [])
    .map(({ paper, weight }) => {
      const linking = (index.mentionsOf.get(paper) ?? []).filter((edge) => wanted.has(edge.term));
      return { paper, near: linking.reduce((sum, edge) => sum + edge.weight, weight * 0.5) };
    })
    .sort((a, b) => b.near - a.near)
    .slice(0, 3)
    .flatMap(({ paper }) => index.papers.get(paper) ?? []);
}

function number({ node }: TermNode): number {
  return Number(node.slice(1));
}

/** A gap in numbers of nodes. */
export interface GapAnswer extends Pick<Gap, "expected" | "support" | "score"> {
  readonly method: number;
  readonly concept: number;
  readonly via: readonly number[];
  readonly methodPapers: readonly number[];
  readonly conceptPapers: readonly number[];
}

export const GAPS: Question<{ readonly limit: number }, readonly GapAnswer[]> = {
  title: "Gaps",
  about: "Methods and concepts that no paper has together, though the same terms stand close to both.",
  command: { words: [], example: "gaps", read: (_, limit) => ({ limit }) },
  answer: (index, { limit }) =>
    allGaps(index)
      .slice(0, limit)
      .map(({ method, concept, expected, support, score, via, methodPapers, conceptPapers }) => ({
        method: index.numberOf.get(method.node)!,
        concept: index.numberOf.get(concept.node)!,
        expected,
        support,
        score,
        via: numbersOf(index, via),
        methodPapers: numbersOf(index, methodPapers),
        conceptPapers: numbersOf(index, conceptPapers),
      })),
};
