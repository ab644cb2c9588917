/**
 * Pairs of a method and a concept that may be gaps, as far as terms tell: linked, missed, and together in no paper.
 *
 * What is cheap to know is asked first; most pairs fall for being expected in no paper.
 */
import type { TermNode } from "../contract/graph-document.ts";
import { Marks } from "../lib/marks.ts";
import type { GraphIndex } from "./graph-index.ts";
import { neighborsIn, type Rows } from "./rows.ts";
import { tellingTerms } from "./telling.ts";

/** Terms are numbers of nodes; `expected`, `support` and `score` as those of a `GapAnswer`. */
export interface Candidate {
  readonly method: number;
  readonly concept: number;
  readonly expected: number;
  readonly support: number;
  readonly score: number;
  /** All terms close to both, strongest first. */
  readonly links: readonly number[];
}

interface Limits {
  readonly minPapers: number;
  readonly minLinks: number;
  readonly minExpected: number;
}

/** Default of `minPapers`. */
export const MIN_PAPERS = 3;
/** Terms whose papers are spread more evenly over the communities than this are too general to be a gap's end. */
const MIN_CONFIDENCE = 0.4;
/** So are terms in a larger share of the papers. */
const MAX_SHARE = 0.08;

/** Whether a term is neither too rare nor too general to be missed anywhere. */
export function canBeEnd({ papers }: GraphIndex, term: TermNode, minPapers = MIN_PAPERS): boolean {
  return (
    term.papers >= minPapers &&
    term.papers <= Math.max(10, MAX_SHARE * papers) &&
    term.confidence >= MIN_CONFIDENCE &&
    term.type !== "metric" &&
    term.generic !== true
  );
}

/** In no particular order. */
export function gapCandidates(index: GraphIndex, { minPapers, minLinks, minExpected }: Limits): Candidate[] {
  const { document, nodes, papers } = index;
  const links = new Int32Array(nodes);
  const support = new Float64Array(nodes);
  const isConcept = new Uint8Array(nodes);
  const isMethod = new Uint8Array(nodes);
  const telling = tellingTerms(index);
  document.terms.forEach((term, i) => {
    if (telling[papers + i] === 1 && canBeEnd(index, term, minPapers))
      (term.type === "method" ? isMethod : isConcept)[papers + i] = 1;
  });
  const expectedWith = expectedTogether(index);
  const together = new Together(index);
  const found: Candidate[] = [];
  for (let method = papers; method < nodes; method++) {
    if (isMethod[method] === 0) continue;
    const linked: number[] = [];
    eachLink(index, method, (_, far, strength) => {
      if (isConcept[far] === 0) return;
      if (links[far]!++ === 0) linked.push(far);
      support[far]! += strength;
    });
    const expectedOf = expectedWith(method);
    for (const concept of linked) {
      const expected = links[concept]! < minLinks ? 0 : expectedOf(concept);
      if (links[concept]! >= minLinks && expected >= minExpected && !together.has(method, concept))
        found.push({
          method,
          concept,
          expected,
          support: support[concept]!,
          score: Math.sqrt(expected) * support[concept]!,
          links: linksBetween(index, method, concept),
        });
    }
    for (const concept of linked) links[concept] = support[concept] = 0;
  }
  return found;
}

/** Every way of two steps between terms that stand together more often than by chance, through a term that tells something. */
function eachLink(
  { cooccurs: { start, node, value }, document, papers }: GraphIndex,
  term: number,
  visit: (link: number, far: number, strength: number) => void,
): void {
  for (let at = start[term]!; at < start[term + 1]!; at++) {
    const near = value[at]!;
    if (near <= 0) continue;
    const link = node[at]!;
    if (document.terms[link - papers]!.generic === true) continue;
    for (let next = start[link]!; next < start[link + 1]!; next++)
      if (value[next]! > 0) visit(link, node[next]!, Math.min(near, value[next]!));
  }
}

/** The terms close to both, strongest first. */
function linksBetween(index: GraphIndex, method: number, concept: number): number[] {
  const ways: { readonly link: number; readonly strength: number }[] = [];
  eachLink(index, method, (link, far, strength) => {
    if (far === concept) ways.push({ link, strength });
  });
  return ways.sort((a, b) => b.strength - a.strength).map(({ link }) => link);
}

/** Papers expected to have two terms, from their papers in each community. */
function expectedTogether({ community, communityIds, mentions, papers }: GraphIndex) {
  const sizes = new Int32Array(communityIds.length);
  for (let paper = 0; paper < papers; paper++) sizes[community[paper]!]!++;
  const [own, other] = [new Int32Array(communityIds.length), new Int32Array(communityIds.length)];
  const spread = (term: number, counts: Int32Array): void => {
    for (const paper of neighborsIn(mentions, term)) counts[community[paper]!]!++;
  };
  return (a: number) => {
    own.fill(0);
    spread(a, own);
    const places = [...new Set(Array.from(neighborsIn(mentions, a), (paper) => community[paper]!))];
    return (b: number): number => {
      spread(b, other);
      let expected = 0;
      for (const place of places) expected += (own[place]! * other[place]!) / sizes[place]!;
      for (const paper of neighborsIn(mentions, b)) other[community[paper]!] = 0;
      return expected;
    };
  };
}

/**
 * Every term of which some paper has a kind together with a kind of another, each term being a kind of itself; and those
 * that are a kind of the other, or of which it is a kind.
 */
class Together {
  private readonly index: GraphIndex;
  private readonly with: Marks;
  private readonly seen: Marks;
  private of = -1;

  constructor(index: GraphIndex) {
    this.index = index;
    this.with = new Marks(index.nodes);
    this.seen = new Marks(index.nodes);
  }

  /** Cheap for one `term` after the other. */
  has(term: number, other: number): boolean {
    if (this.of !== term) this.gather(term);
    return this.with.has(other);
  }

  private gather(term: number): void {
    const { mentions, broader, narrower } = this.index;
    this.of = term;
    this.with.clear();
    this.seen.clear();
    const kinds = reach(narrower, term, this.seen);
    for (const kind of kinds) {
      for (const paper of neighborsIn(mentions, kind)) {
        if (!this.seen.add(paper)) continue;
        for (const mentioned of neighborsIn(mentions, paper)) reach(broader, mentioned, this.with);
      }
    }
    for (const rows of [broader, narrower]) for (const other of neighborsIn(rows, term)) this.with.add(other);
  }
}

/** Adds a term and all that the rows lead to from it; what is in already was followed before. @returns the added. */
function reach(rows: Rows, term: number, into: Marks): number[] {
  const added = into.add(term) ? [term] : [];
  for (let next = 0; next < added.length; next++)
    for (const other of neighborsIn(rows, added[next]!)) if (into.add(other)) added.push(other);
  return added;
}
