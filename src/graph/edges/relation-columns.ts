/**
 * Term–term edges in columns, 50 bytes an edge and 21 for each place of its evidence.
 */
import {
  RELATION_KINDS,
  type RelationEdge,
  type RelationEvidence,
  type RelationKind,
} from "../../contract/graph-document.ts";
import { TEXT_FIELDS } from "../../domain/paper-terms.ts";
import { NumberedNames } from "../../lib/numbered-names.ts";
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
  /** Of a statement: how sure it is, 0…1, and the words that decided. */
  readonly confidence?: number;
  readonly cue?: string;
}

export interface Relation {
  /** Numbers of the terms: the head first; where there is no direction `source` < `target`. */
  readonly source: number;
  readonly target: number;
  readonly kind: RelationKind;
  /** Papers whose sentences say so, 0 where none do; how sure it is; the earliest date; whether others say the reverse. */
  readonly stated?: number;
  readonly confidence?: number;
  readonly firstSeen?: string | undefined;
  readonly isContradicted?: boolean;
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
    kind: "u8",
    stated: "i32",
    confidence: "f64",
    /** Number of the date, 0 for none. */
    firstSeen: "i32",
    contradicted: "u8",
    papers: "i32",
    npmi: "f64",
    weight: "f64",
    /** Number of the places of all edges up to this one. */
    evidenceEnd: "i32",
  });
  readonly #evidence = growingColumns({
    paper: "i32",
    field: "u8",
    start: "i32",
    end: "i32",
    confidence: "f32",
    cue: "i32",
  });
  readonly #dates = new NumberedNames([""]);
  readonly #cues = new NumberedNames([""]);

  /** Numbers are rounded to 4 digits. */
  add({ source, target, kind, papers, npmi, weight, evidence, ...said }: Relation): void {
    for (const { paper, field = NO_SENTENCE, start = 0, end = 0, confidence = -1, cue = "" } of evidence) {
      this.#evidence.paper.push(paper);
      this.#evidence.field.push(field);
      this.#evidence.start.push(start);
      this.#evidence.end.push(end);
      this.#evidence.confidence.push(confidence);
      this.#evidence.cue.push(this.#cues.numberOf(cue));
    }
    const edges = this.#edges;
    edges.source.push(source);
    edges.target.push(target);
    edges.kind.push(RELATION_KINDS.indexOf(kind));
    edges.stated.push(said.stated ?? 0);
    edges.confidence.push(roundTo(said.confidence ?? 0, 3));
    edges.firstSeen.push(this.#dates.numberOf(said.firstSeen ?? ""));
    edges.contradicted.push(said.isContradicted === true ? 1 : 0);
    edges.papers.push(papers);
    edges.npmi.push(roundTo(npmi, 4));
    edges.weight.push(roundTo(weight, 4));
    edges.evidenceEnd.push(this.#evidence.paper.length);
  }

  /** In the order in which they were added. @param ids of the corpus's nodes */
  edges({ papers: paperIds, terms: termIds }: NodeIds): Sequence<RelationEdge> {
    const edges = doneColumns(this.#edges);
    const { paper, field, start, end, confidence, cue } = doneColumns(this.#evidence);
    const [dates, cues] = [this.#dates.list, this.#cues.list];
    const placeAt = (at: number): RelationEvidence => {
      const id = paperIds[paper[at]!]!;
      if (field[at] === NO_SENTENCE) return { paper: id };
      const sentence = [start[at]!, end[at]!] as const;
      const where = { paper: id, field: TEXT_FIELDS[field[at]!]!, sentence };
      if (confidence[at]! < 0) return where;
      const said = { ...where, confidence: roundTo(confidence[at]!, 3) };
      return cue[at] === 0 ? said : { ...said, cue: cues[cue[at]!]! };
    };
    return sequenceOf(edges.source.length, (i) => {
      const evidence: RelationEvidence[] = [];
      for (let at = i === 0 ? 0 : edges.evidenceEnd[i - 1]!; at < edges.evidenceEnd[i]!; at++)
        evidence.push(placeAt(at));
      const [source, target] = [termIds[edges.source[i]!]!, termIds[edges.target[i]!]!];
      const kind = RELATION_KINDS[edges.kind[i]!]!;
      const [papers, npmi, weight] = [edges.papers[i]!, edges.npmi[i]!, edges.weight[i]!];
      // A literal, not a spread, for most edges: every writer goes through all of them.
      if (kind === "cooccurs") return { source, target, kind, papers, npmi, weight, evidence };
      return {
        source,
        target,
        kind,
        ...(kind === "is_a" && { narrower: source }),
        papers,
        ...(edges.stated[i]! > 0 && { stated: edges.stated[i]!, confidence: edges.confidence[i]! }),
        ...(edges.firstSeen[i]! > 0 && { first_seen: dates[edges.firstSeen[i]!]! }),
        ...(edges.contradicted[i] === 1 && { contradicted: true as const }),
        npmi,
        weight,
        evidence,
      };
    });
  }
}
