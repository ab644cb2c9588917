/**
 * What papers state of the same two terms, joined across papers: one edge for each kind and direction.
 */
import { STATED_KINDS, type StatedKind } from "../../contract/graph-document.ts";
import type { Corpus, Statements } from "../corpus.ts";
import type { SharedPlace } from "./relation-columns.ts";

/** Papers of an edge that are named with their sentences. */
const MAX_EVIDENCE = 12;

/** One kind and direction of two terms; `head` and `tail` are their numbers. */
export interface StatedRelation {
  readonly kind: StatedKind;
  readonly head: number;
  readonly tail: number;
  /** Papers that say so. */
  readonly papers: number;
  /** 0…1: that at least one of them says so, as if they erred independently. */
  readonly confidence: number;
  readonly firstSeen: string | undefined;
  /** Other papers say the reverse. */
  readonly isContradicted: boolean;
  /** The surest first, then by number of the paper. */
  readonly evidence: readonly SharedPlace[];
}

const COMPARED = STATED_KINDS.indexOf("compared_with");
const BETTER = STATED_KINDS.indexOf("better_than");

/** The statements of a corpus, of the same kind, direction and terms side by side: columns, an object when it is asked for. */
export class StatedRelations {
  readonly #corpus: Corpus;
  readonly #statements: Statements;
  /** Rows of the statements by smaller and larger number of the two terms, kind, head, paper. */
  readonly #order: Int32Array;
  /** Where in `#order` each relation begins, and where the last ends. */
  readonly #starts: Int32Array;

  constructor(corpus: Corpus, statements: Statements) {
    this.#corpus = corpus;
    this.#statements = statements;
    const { paper, source } = statements;
    this.#order = Int32Array.from(source.keys())
      .filter((row) => statements.head[row] !== statements.tail[row])
      .sort((a, b) => this.#compare(a, b) || paper[a]! - paper[b]! || a - b);
    const starts: number[] = [];
    for (let at = 0; at < this.#order.length; at++)
      if (at === 0 || this.#compare(this.#order[at - 1]!, this.#order[at]!) !== 0) starts.push(at);
    this.#starts = Int32Array.from([...starts, this.#order.length]);
  }

  get length(): number {
    return this.#starts.length - 1;
  }

  /** Places of the relations of most papers, of these the surest; at most `max`, in their order. */
  strongest(max: number): Int32Array {
    const places = Int32Array.from({ length: this.length }, (_, i) => i);
    if (places.length <= max) return places;
    const sure = Float64Array.from(places, (i) => confidenceOf(this.#statements, this.#rows(i)));
    const papers = places.map((i) => this.#starts[i + 1]! - this.#starts[i]!);
    return places
      .sort((a, b) => papers[b]! - papers[a]! || sure[b]! - sure[a]! || a - b)
      .slice(0, max)
      .sort();
  }

  /** Smaller and larger number of the two terms. */
  ends(i: number): readonly [low: number, high: number] {
    const row = this.#order[this.#starts[i]!]!;
    const { head, tail } = this.#statements;
    return head[row]! < tail[row]! ? [head[row]!, tail[row]!] : [tail[row]!, head[row]!];
  }

  kindAt(i: number): StatedKind {
    return STATED_KINDS[this.#kind(this.#order[this.#starts[i]!]!)]!;
  }

  at(i: number): StatedRelation {
    const rows = this.#rows(i);
    const { papers } = this.#corpus;
    const first = rows[0]!;
    return {
      kind: STATED_KINDS[this.#kind(first)]!,
      head: this.#head(first),
      tail: this.#tail(first),
      papers: rows.length,
      confidence: confidenceOf(this.#statements, rows),
      firstSeen: earliest(Array.from(rows, (row) => papers[this.#statements.paper[row]!]!.date)),
      isContradicted: this.#isReverse(i, i - 1) || this.#isReverse(i, i + 1),
      evidence: evidenceOf(this.#statements, rows),
    };
  }

  #rows(i: number): Int32Array {
    return this.#order.subarray(this.#starts[i], this.#starts[i + 1]);
  }

  #kind(row: number): number {
    return this.#statements.found.kind[this.#statements.source[row]!]!;
  }

  /** Without a direction the smaller number is the head, whatever a paper names first. */
  #head(row: number): number {
    const { head, tail } = this.#statements;
    return this.#kind(row) === COMPARED ? Math.min(head[row]!, tail[row]!) : head[row]!;
  }

  #tail(row: number): number {
    const { head, tail } = this.#statements;
    return head[row]! + tail[row]! - this.#head(row);
  }

  /** 0: of one relation. */
  #compare(a: number, b: number): number {
    const [headA, tailA, headB, tailB] = [this.#head(a), this.#tail(a), this.#head(b), this.#tail(b)];
    return (
      Math.min(headA, tailA) - Math.min(headB, tailB) ||
      Math.max(headA, tailA) - Math.max(headB, tailB) ||
      this.#kind(a) - this.#kind(b) ||
      headA - headB
    );
  }

  /** "A is better than B" beside "B is better than A": neighbours in the order. */
  #isReverse(i: number, other: number): boolean {
    if (other < 0 || other >= this.length) return false;
    const [a, b] = [this.#order[this.#starts[i]!]!, this.#order[this.#starts[other]!]!];
    const isBetter = this.#kind(a) === BETTER && this.#kind(b) === BETTER;
    return isBetter && this.#head(a) === this.#tail(b) && this.#tail(a) === this.#head(b);
  }
}

function confidenceOf({ source, found }: Statements, rows: Int32Array): number {
  let doubt = 1;
  for (const row of rows) doubt *= 1 - found.confidence[source[row]!]!;
  return 1 - doubt;
}

function earliest(dates: readonly (string | undefined)[]): string | undefined {
  const known = dates.filter((date) => date !== undefined);
  return known.length === 0 ? undefined : known.reduce((a, b) => (b < a ? b : a));
}

function evidenceOf({ source, found, paper }: Statements, rows: Int32Array): SharedPlace[] {
  const sure = (row: number) => found.confidence[source[row]!]!;
  const order = Array.from(rows).sort((a, b) => sure(b) - sure(a) || paper[a]! - paper[b]!);
  return order.slice(0, MAX_EVIDENCE).map((row) => {
    const at = source[row]!;
    return {
      paper: paper[row]!,
      field: found.field[at]!,
      start: found.start[at]!,
      end: found.end[at]!,
      confidence: found.confidence[at]!,
      cue: found.cues[found.cue[at]!]!,
    };
  });
}
