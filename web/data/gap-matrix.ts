/**
 * The best known methods of one community × concepts of one, or of the whole map: how many papers have both, and where none has, how surprising that is.
 */
import type { TermType } from "../../src/contract/graph-document.ts";
import { mentionsOf, relationsOf, termAt, type MapIndex } from "./map-index.ts";

export interface MatrixCell {
  readonly method: number;
  readonly concept: number;
  /** Papers that have both. */
  readonly papers: number;
  /** Of an empty cell: √(expected papers) · Σ of the weaker npmi over linking terms, as in `src/query/gaps.ts`. */
  readonly score: number;
}

export interface GapMatrix {
  readonly methods: readonly number[];
  readonly concepts: readonly number[];
  /** One row per method, one cell per concept. */
  readonly rows: readonly (readonly MatrixCell[])[];
  /** Largest of all cells, for shading. */
  readonly mostPapers: number;
  readonly mostScore: number;
}

/** @param methodsOf and @param conceptsOf a community, or undefined for the whole map; @param most on each side. */
export function gapMatrix(
  index: MapIndex,
  methodsOf: number | undefined,
  conceptsOf: number | undefined,
  most: number,
): GapMatrix {
  const methods = top(index, methodsOf, most, (type) => type === "method");
  const concepts = top(index, conceptsOf, most, (type) => type !== "method" && type !== "metric");
  const papersOf = (term: number) => new Set(mentionsOf(index, term).map(({ node }) => node));
  const conceptPapers = concepts.map(papersOf);
  const conceptLinks = concepts.map((concept) => linksOf(index, concept));
  const rows = methods.map((method) => {
    const own = papersOf(method);
    const links = linksOf(index, method);
    return concepts.map((concept, i): MatrixCell => {
      const papers = [...own].filter((paper) => conceptPapers[i]!.has(paper)).length;
      const expected = (own.size * conceptPapers[i]!.size) / Math.max(1, index.papers);
      const score = papers > 0 ? 0 : Math.sqrt(expected) * support(links, conceptLinks[i]!);
      return { method, concept, papers, score };
    });
  });
  const cells = rows.flat();
  return {
    methods,
    concepts,
    rows,
    mostPapers: Math.max(1, ...cells.map(({ papers }) => papers)),
    mostScore: Math.max(1e-9, ...cells.map(({ score }) => score)),
  };
}

/** Terms of the community (of the whole map: all) in most papers: between rare ones nearly every cell would be empty by chance. */
function top(
  index: MapIndex,
  community: number | undefined,
  most: number,
  wanted: (type: TermType) => boolean,
): number[] {
  const members =
    community === undefined
      ? Array.from({ length: index.count - index.papers }, (_, i) => index.papers + i)
      : (index.members.get(community) ?? []);
  return members
    .filter((node) => {
      const term = termAt(index, node);
      return term !== undefined && wanted(term.type);
    })
    .sort((a, b) => index.weight[b]! - index.weight[a]! || a - b)
    .slice(0, most);
}

/** Terms close to this one, with their npmi. */
function linksOf(index: MapIndex, term: number): Map<number, number> {
  return new Map(
    relationsOf(index, term, "cooccurs")
      .filter(({ edge }) => edge.npmi > 0)
      .map(({ node, edge }) => [node, edge.npmi]),
  );
}

function support(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const [term, near] of a) sum += Math.min(near, b.get(term) ?? 0);
  return sum;
}
