/**
 * What the last build says of the papers and terms of this one: where they stood, and whose evidence has changed since.
 *
 * A correction, or a few new papers, must not throw the map about: what they do not touch stays.
 */
import type { Community, GraphDocument, Placed } from "../contract/graph-document.ts";
import type { Corpus } from "./corpus.ts";

/** Of every paper (`papers`) and every term (`terms`) of the corpus. */
export interface Anchor {
  readonly papers: AnchoredNodes;
  readonly terms: AnchoredNodes;
  /** Number of the community that gathered what nothing ties to the rest, if there was such. */
  readonly apart: number | undefined;
}

interface AnchoredNodes {
  /** Number of the community that the node was in; −1 for new ones. */
  readonly community: Int32Array;
  /** Id of its topic, or of the community itself where that has no topics; −1 for new ones. */
  readonly topic: Int32Array;
  /** NaN for new ones. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** 1 where it is new, or is tied to others than before. */
  readonly changed: Uint8Array;
}

/** Share of the papers that may be new, and of all ties between papers and terms that must be there before and now. */
const MAX_NEW = 1 / 3;
const MIN_KEPT = 1 / 2;

/** The last build, seen from this one. */
export interface LastBuild {
  readonly anchor: Anchor;
  /** Whether so little has changed that places and communities are carried over. */
  readonly isNear: boolean;
}

/** What is asked of `lastBuild`. */
export interface LastBuildOptions {
  /** Settings of this build, as its document will tell them. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Nothing is carried over, though places are turned to lie where they lay. */
  readonly anew?: boolean;
  /** Whether a community gathers what nothing ties to the rest. */
  readonly isApart: (community: Community) => boolean;
}

export function lastBuild(
  corpus: Corpus,
  previous: GraphDocument,
  { settings, anew = false, isApart }: LastBuildOptions,
): LastBuild {
  const oldPapers = new Map(previous.papers.map((paper, i) => [paper.id, i]));
  const oldTerms = new Map(previous.terms.map((term, i) => [term.term, i]));
  const papers = anchored(corpus.papers, previous.papers, ({ id }) => oldPapers.get(id));
  const terms = anchored(corpus.terms, previous.terms, ({ term }) => oldTerms.get(term));
  const added = papers.changed.reduce((sum, flag) => sum + flag, 0);
  const kept = markChanges(corpus, previous, { papers, terms });
  const apart = previous.communities.find((community) => community.parent === undefined && isApart(community));
  return {
    anchor: { papers, terms, apart: apart?.id },
    isNear:
      !anew && added <= MAX_NEW * corpus.papers.length && kept >= MIN_KEPT && sameSettings(settings, previous.settings),
  };
}

/** Settings of the graph, of those that shape where things stand. */
function sameSettings(now: Readonly<Record<string, unknown>>, then: Readonly<Record<string, unknown>>): boolean {
  return JSON.stringify(now["graph"]) === JSON.stringify(then["graph"]);
}

function anchored<T>(
  now: readonly T[],
  then: readonly Placed[],
  placeOf: (node: T) => number | undefined,
): AnchoredNodes {
  const found = now.map((node) => then[placeOf(node) ?? -1]);
  return {
    community: Int32Array.from(found, (old) => old?.community ?? -1),
    topic: Int32Array.from(found, (old) => old?.topic ?? old?.community ?? -1),
    x: Float64Array.from(found, (old) => old?.x ?? NaN),
    y: Float64Array.from(found, (old) => old?.y ?? NaN),
    changed: Uint8Array.from(found, (old) => (old === undefined ? 1 : 0)),
  };
}

/**
 * A paper has changed with its list of terms, a term with its list of papers.
 *
 * @returns 0…1: of the ties of papers that both builds have, those that are in both; of terms that one of them lacks too.
 */
function markChanges(
  { papers, terms, paperTerms: { offsets, term } }: Corpus,
  previous: GraphDocument,
  marks: { readonly papers: AnchoredNodes; readonly terms: AnchoredNodes },
): number {
  const paperOf = new Map(papers.map(({ id }, i) => [id, i]));
  const termOf = new Map(terms.map((each, i) => [each.term, i]));
  const nodes = new Map<string, number>();
  for (const { node, id } of previous.papers) nodes.set(node, paperOf.get(id) ?? -1);
  for (const { node, term: name } of previous.terms) nodes.set(node, termOf.get(name) ?? -1);
  const before = new Set<number>();
  let [kept, all] = [0, 0];
  for (const edge of previous.mentions) {
    const [paper, named] = [nodes.get(edge.paper) ?? -1, nodes.get(edge.term) ?? -1];
    if (paper >= 0) all++;
    if (paper >= 0 && named >= 0) before.add(paper * terms.length + named);
    else if (paper >= 0) marks.papers.changed[paper] = 1;
    else if (named >= 0) marks.terms.changed[named] = 1;
  }
  for (let paper = 0; paper < papers.length; paper++) {
    const isOld = !Number.isNaN(marks.papers.x[paper]!);
    for (let row = offsets[paper]!; row < offsets[paper + 1]!; row++) {
      if (before.delete(paper * terms.length + term[row]!)) {
        kept++;
        continue;
      }
      if (isOld) all++;
      marks.papers.changed[paper] = 1;
      marks.terms.changed[term[row]!] = 1;
    }
  }
  for (const pair of before) {
    marks.papers.changed[Math.floor(pair / terms.length)] = 1;
    marks.terms.changed[pair % terms.length] = 1;
  }
  return all === 0 ? 1 : kept / all;
}
