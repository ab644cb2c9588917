/**
 * Writes the measures that queries compute into the document, so that files and viewer have them too:
 * how a node ties communities (participation, betweenness), how a term's share moves over time (rise, burst), and which
 * pairs of method and concept are missing (gaps).
 */
import type { GraphDocument } from "../contract/graph-document.ts";
import { type TaskRunner, TASKS_HERE } from "../lib/task.ts";
import { roundTo } from "../lib/order.ts";
import { betweennessBy } from "./betweenness.ts";
import { participationOf, type Ties } from "./bridges.ts";
import { findGaps } from "./gaps.ts";
import { indexGraph, nodeAt } from "./graph-index.ts";
import { findTrends } from "./trends.ts";

const DIGITS = 4;
const MAX_GAPS = 50;

/** @returns the document with `participation` and `betweenness` where above 0, `rise` and `burst` where dates exist. */
export async function addMeasures(document: GraphDocument, tasks: TaskRunner = TASKS_HERE): Promise<GraphDocument> {
  const index = indexGraph(document);
  const ties: Ties = {
    participation: participationOf(index),
    betweenness: await betweennessBy(index.mentions, tasks),
  };
  const tiesOf = (node: number) => {
    const [participation, betweenness] = [ties.participation[node]!, ties.betweenness[node]!];
    if (participation * betweenness <= 0) return undefined;
    return { participation: roundTo(participation, DIGITS), betweenness: roundTo(betweenness, DIGITS) };
  };
  const moves = new Map(
    findTrends(index).terms.map(({ node, rise, burst }) => [
      node,
      { rise: roundTo(rise, DIGITS), burst: { period: burst.period, z: roundTo(burst.z, DIGITS) } },
    ]),
  );
  const idOf = (node: number): string => nodeAt(index, node)!.node;
  const gaps = findGaps(index, { limit: MAX_GAPS }).map((gap) => ({
    method: idOf(gap.method),
    concept: idOf(gap.concept),
    expected: roundTo(gap.expected, DIGITS),
    score: roundTo(gap.score, DIGITS),
    via: gap.via.map(idOf),
    method_papers: gap.methodPapers.map(idOf),
    concept_papers: gap.conceptPapers.map(idOf),
  }));
  return {
    ...document,
    papers: document.papers.map((paper, node) => ({ ...paper, ...tiesOf(node) })),
    terms: document.terms.map((term, i) => ({ ...term, ...tiesOf(index.papers + i), ...moves.get(index.papers + i) })),
    gaps,
  };
}
