/**
 * Writes the measures that queries compute into the document, so that files and viewer have them too:
 * how a node ties communities (participation, betweenness), how a term's share moves over time (rise, burst), and which
 * pairs of method and concept are missing (gaps).
 */
import type { GraphDocument } from "../contract/graph-document.ts";
import { roundTo } from "../lib/order.ts";
import { measureTies } from "./bridges.ts";
import { findGaps } from "./gaps.ts";
import { indexGraph } from "./graph-index.ts";
import { findTrends } from "./trends.ts";

const DIGITS = 4;
const MAX_GAPS = 50;

/** @returns the document with `participation` and `betweenness` where above 0, `rise` and `burst` where dates exist. */
export function addMeasures(document: GraphDocument): GraphDocument {
  const index = indexGraph(document);
  const ties = new Map(
    measureTies(index)
      .filter(({ participation, betweenness }) => participation * betweenness > 0)
      .map(({ node, participation, betweenness }) => [
        node.node,
        { participation: roundTo(participation, DIGITS), betweenness: roundTo(betweenness, DIGITS) },
      ]),
  );
  const moves = new Map(
    findTrends(index).terms.map(({ term, rise, burst }) => [
      term.node,
      { rise: roundTo(rise, DIGITS), burst: { period: burst.period, z: roundTo(burst.z, DIGITS) } },
    ]),
  );
  const gaps = findGaps(index, { limit: MAX_GAPS }).map((gap) => ({
    method: gap.method.node,
    concept: gap.concept.node,
    expected: roundTo(gap.expected, DIGITS),
    score: roundTo(gap.score, DIGITS),
    via: gap.via.map(({ node }) => node),
    method_papers: gap.methodPapers.map(({ node }) => node),
    concept_papers: gap.conceptPapers.map(({ node }) => node),
  }));
  return {
    ...document,
    papers: document.papers.map((paper) => ({ ...paper, ...ties.get(paper.node) })),
    terms: document.terms.map((term) => ({ ...term, ...ties.get(term.node), ...moves.get(term.node) })),
    gaps,
  };
}
