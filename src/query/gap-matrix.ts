/**
 * Methods × concepts: how many papers have both, and which empty cells are gaps.
 *
 * A cell is a gap exactly where `gaps.ts` finds one, with its score. Methods and concepts are those at the ends of the
 * best gaps, then the most frequent ones that could be a gap's end (too general terms stand with nearly everything),
 * then the most frequent others.
 */
import { allGaps, canBeEnd } from "./gaps.ts";
import { termAt, type GraphIndex } from "./graph-index.ts";
import type { Question } from "./question.ts";
import { neighborsIn } from "./rows.ts";

export interface MatrixCell {
  /** Papers that have both. */
  readonly papers: number;
  /** Of the gap; 0 where there is none. */
  readonly score: number;
}

/** Terms in numbers of nodes. */
export interface GapMatrix {
  readonly methods: readonly number[];
  readonly concepts: readonly number[];
  /** One row per method, one cell per concept. */
  readonly rows: readonly (readonly MatrixCell[])[];
  /** Largest of all cells; 0 where there is none. */
  readonly maxPapers: number;
  readonly maxScore: number;
}

export interface GapMatrixArgs {
  /** Id of a top-level community; absent: the whole map. */
  readonly methodsOf?: number;
  readonly conceptsOf?: number;
  /** Most methods, and most concepts. */
  readonly side?: number;
}

export const GAP_MATRIX: Question<GapMatrixArgs, GapMatrix> = {
  title: "Gap matrix",
  about: "Methods and concepts of the best gaps and the most frequent others: papers that have both, score of the gap.",
  command: { words: [], example: "gap-matrix", read: (_, limit) => ({ side: limit }) },
  answer: gapMatrix,
};

function gapMatrix(index: GraphIndex, { methodsOf, conceptsOf, side = 7 }: GapMatrixArgs): GapMatrix {
  const { methods, concepts } = chooseTerms(index, { methodsOf, conceptsOf, side });
  const scores = new Map(allGaps(index).map(({ method, concept, score }) => [pairKey(method, concept), score]));
  const papersOf = (term: number): ReadonlySet<number> => new Set(neighborsIn(index.mentions, term));
  const conceptPapers = concepts.map(papersOf);
  const rows = methods.map((method) => {
    const own = papersOf(method);
    return concepts.map((concept, i) => ({
      papers: [...own].filter((paper) => conceptPapers[i]!.has(paper)).length,
      score: scores.get(pairKey(method, concept)) ?? 0,
    }));
  });
  const cells = rows.flat();
  return {
    methods,
    concepts,
    rows,
    maxPapers: Math.max(0, ...cells.map(({ papers }) => papers)),
    maxScore: Math.max(0, ...cells.map(({ score }) => score)),
  };
}

interface Choice {
  readonly methodsOf: number | undefined;
  readonly conceptsOf: number | undefined;
  readonly side: number;
}

function chooseTerms(index: GraphIndex, { methodsOf, conceptsOf, side }: Choice) {
  const isOf = (community: number | undefined, term: number) =>
    community === undefined || termAt(index, term)?.community === community;
  const methods = new Set<number>();
  const concepts = new Set<number>();
  for (const { method, concept } of allGaps(index)) {
    if (!isOf(methodsOf, method) || !isOf(conceptsOf, concept)) continue;
    if (!methods.has(method) && methods.size >= side) continue;
    if (!concepts.has(concept) && concepts.size >= side) continue;
    methods.add(method);
    concepts.add(concept);
  }
  const others = index.document.terms.flatMap(({ type }, i) => (type === "metric" ? [] : index.papers + i));
  const preferred = [...others.filter((term) => canBeEnd(index, termAt(index, term)!)), ...others];
  for (const term of preferred) {
    const [chosen, community] = termAt(index, term)?.type === "method" ? [methods, methodsOf] : [concepts, conceptsOf];
    if (chosen.size < side && isOf(community, term)) chosen.add(term);
  }
  return { methods: [...methods], concepts: [...concepts] };
}

function pairKey(method: number, concept: number): string {
  return `${method} ${concept}`;
}
