/**
 * Term–term edges in columns, 33 bytes an edge and 13 for each place of its evidence.
 */
import type { RelationEdge, RelationEvidence } from "../../contract/graph-document.ts";
import { TEXT_FIELDS } from "../../domain/paper-terms.ts";
import { roundTo } from "../../lib/order.ts";
import { type Sequence, sequenceOf } from "../../contract/sequence.ts";
import type { NodeIds } from "../node-ids.ts";
import { doneColumns, growingColumns } from "../../tables/column.ts";

/** A paper that has both terms; with a sentence where one tells it. */
export interface SharedPlace {
  readonly paper: number;
  /** Place in `TEXT_FIELDS`. */
  readonly field?: number;
  /** Offsets of the sentence. */
  readonly start?: number;
  readonly end?: number;
}

export interface Relation {
  /** Numbers of the terms: the narrower first, else `source` < `target`. */
  readonly source: number;
  readonly target: number;
  /** Whether the source is a kind of the target; else they only occur together. */
  readonly isA: boolean;
  readonly papers: number;
  readonly npmi: number;
  readonly weight: number;
  readonly evidence: readonly SharedPlace[];
}

const NO_SENTENCE = 255;

export class RelationColumns {
  readonly #edges = growingColumns({
    source: "i32",
    target: "i32",
    isA: "u8",
    papers: "i32",
    npmi: "f64",
    weight: "f64",
    /** Number of the places of all edges up to this one. */
    evidenceEnd: "i32",
  });
  readonly #evidence = growingColumns({ paper: "i32", field: "u8", start: "i32", end: "i32" });

  /** Numbers are rounded to 4 digits. */
  add({ source, target, isA, papers, npmi, weight, evidence }: Relation): void {
    for (const { paper, field = NO_SENTENCE, start = 0, end = 0 } of evidence) {
      this.#evidence.paper.push(paper);
      this.#evidence.field.push(field);
      this.#evidence.start.push(start);
      this.#evidence.end.push(end);
    }
    const edges = this.#edges;
    edges.source.push(source);
    edges.target.push(target);
    edges.isA.push(isA ? 1 : 0);
    edges.papers.push(papers);
    edges.npmi.push(roundTo(npmi, 4));
    edges.weight.push(roundTo(weight, 4));
    edges.evidenceEnd.push(this.#evidence.paper.length);
  }

  /** In the order in which they were added. @param ids of the corpus's nodes */
  edges({ papers: paperIds, terms: termIds }: NodeIds): Sequence<RelationEdge> {
    const { source, target, isA, papers, npmi, weight, evidenceEnd } = doneColumns(this.#edges);
    const { paper, field, start, end } = doneColumns(this.#evidence);
    const placeAt = (at: number): RelationEvidence =>
      field[at] === NO_SENTENCE
        ? { paper: paperIds[paper[at]!]! }
        : { paper: paperIds[paper[at]!]!, field: TEXT_FIELDS[field[at]!]!, sentence: [start[at]!, end[at]!] };
    return sequenceOf(source.length, (i) => {
      const evidence: RelationEvidence[] = [];
      for (let at = i === 0 ? 0 : evidenceEnd[i - 1]!; at < evidenceEnd[i]!; at++) evidence.push(placeAt(at));
      const [from, to] = [termIds[source[i]!]!, termIds[target[i]!]!];
      // Literals, not spreads: every writer goes through all edges.
      return isA[i] === 0
        ? {
            source: from,
            target: to,
            kind: "cooccurs",
            papers: papers[i]!,
            npmi: npmi[i]!,
            weight: weight[i]!,
            evidence,
          }
        : {
            source: from,
            target: to,
            kind: "is_a",
            narrower: from,
            papers: papers[i]!,
            npmi: npmi[i]!,
            weight: weight[i]!,
            evidence,
          };
    });
  }
}
