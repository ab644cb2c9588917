/**
 * Why a term is there, or is not: the trail from found to placed, read from what a build wrote (its document and its
 * ledger), never from logs. Plain data; nodes are numbers.
 */
import type { Field, MentionEdge, Role, TermNode, TermType } from "../contract/graph-document.ts";
import { byKey, byScoreThenKey } from "../lib/order.ts";
import { explainAbsence, type AbsentTerm } from "./explain-absence.ts";
import { findTerms, type NodeName } from "./find.ts";
import { numberOf, termAt, type GraphIndex } from "./graph-index.ts";
import type { LedgerEntry } from "../contract/ledger.ts";
import type { Question } from "./question.ts";
import { edgesIn, neighborsIn, type Rows } from "./rows.ts";

export type { AbsentTerm } from "./explain-absence.ts";
export type { LedgerEntry } from "../contract/ledger.ts";

/** Where a term stands in a paper. */
export interface MentionPlace {
  readonly paper: number;
  readonly field: Field;
  /** UTF-16 offsets of the mention, and of its sentence, in the field. */
  readonly start: number;
  readonly end: number;
  readonly sentence: readonly [start: number, end: number];
  /** 0…1: how much the paper is about the term. */
  readonly salience: number;
}

export interface ExplainedTerm {
  readonly kind: "term";
  /** What was asked for. */
  readonly asked: string;
  readonly term: number;
  readonly found: {
    readonly mentions: number;
    readonly papers: number;
    /** Papers of the whole map. */
    readonly ofPapers: number;
    readonly firstSeen?: string;
    /** The papers most about it, most first. */
    readonly places: readonly MentionPlace[];
  };
  /** The limits that the map was built with, where its settings say. */
  readonly kept: {
    readonly papers: number;
    readonly minPapers?: number;
    /** Largest in any of its papers, 0…1. */
    readonly salience: number;
    readonly termThreshold?: number;
  };
  /** Other written forms; `paper` is the id of the first one that has it, where the ledger says. */
  readonly merged: readonly {
    readonly text: string;
    readonly rule: string;
    readonly mentions: number;
    readonly paper?: string;
  }[];
  readonly typed: { readonly type: TermType; readonly cue: string };
  /** Papers by what they do with the term, most first. */
  readonly roles: readonly { readonly role: Role; readonly papers: number }[];
  /** Absent where the document does not have its community. */
  readonly placed?: { readonly community: number; readonly topic?: number; readonly confidence: number };
  /** Terms that it stands with more often than by chance, closest first. */
  readonly near: readonly { readonly term: number; readonly npmi: number; readonly papers: number }[];
  readonly broader: readonly number[];
  readonly narrower: readonly number[];
  /** Terms that the name fits less well. */
  readonly also: readonly number[];
}

/** The name fits several terms equally well: most frequent first. */
export interface AmbiguousName {
  readonly kind: "several";
  readonly asked: string;
  readonly terms: readonly number[];
}

export type Explanation = ExplainedTerm | AmbiguousName | AbsentTerm;

export interface ExplainArgs {
  readonly term: NodeName;
  /** The decisions of the build, where they are at hand. */
  readonly ledger?: readonly LedgerEntry[];
}

export const EXPLAIN: Question<ExplainArgs, Explanation> = {
  title: "Explain",
  about: "Why a term is on the map, or is not: found, kept, merged, typed, placed.",
  answer: (index, { term, ledger = [] }) => {
    const asked = typeof term === "string" ? term : (termAt(index, term)?.term ?? "");
    const { best, others } = typeof term === "string" ? findTerms(index, term) : { best: [term], others: [] };
    const [number, ...rest] = best;
    if (number === undefined || termAt(index, number) === undefined) return explainAbsence(index, ledger, asked);
    if (rest.length > 0) return { kind: "several", asked, terms: best };
    return { ...explained(index, number, ledger), kind: "term", asked, term: number, also: others };
  },
};

/** @param text any written form of the term. */
export function explainTerm(index: GraphIndex, ledger: readonly LedgerEntry[], text: string): Explanation {
  return EXPLAIN.answer(index, { term: text, ledger });
}

type Trail = Omit<ExplainedTerm, "kind" | "asked" | "term" | "also">;

function explained(index: GraphIndex, number: number, ledger: readonly LedgerEntry[]): Trail {
  const { document } = index;
  const term = termAt(index, number)!;
  const edges = Array.from(edgesIn(index.mentions, number), (place) => document.mentions.at(place)!).sort(
    byScoreThenKey(
      (edge) => edge.weight,
      (edge) => edge.paper,
    ),
  );
  const community = document.communities.find(({ id }) => id === term.community);
  const topic = document.communities.find(({ id }) => id === term.topic);
  return {
    found: {
      mentions: term.count,
      papers: term.papers,
      ofPapers: document.papers.length,
      ...(term.first_seen && { firstSeen: term.first_seen }),
      places: edges.flatMap((edge) => placeOf(index, edge)),
    },
    kept: { papers: term.papers, salience: Math.max(0, ...edges.map(({ weight }) => weight)), ...limitsOf(index) },
    merged: mergedForms(term, ledger),
    typed: { type: term.type, cue: term.type_cue },
    roles: countRoles(edges),
    ...(community && {
      placed: { community: community.id, ...(topic && { topic: topic.id }), confidence: term.confidence },
    }),
    ...neighbors(index, number),
  };
}

function placeOf(index: GraphIndex, { paper, weight, evidence: [first] }: MentionEdge): MentionPlace[] {
  const number = numberOf(index, paper);
  if (number === undefined || first === undefined) return [];
  const { field, start, end, sentence } = first;
  return [{ paper: number, field, start, end, sentence, salience: weight }];
}

function limitsOf({ document }: GraphIndex): { minPapers?: number; termThreshold?: number } {
  const settings = document.settings as {
    readonly extract?: { readonly termThreshold?: number };
    readonly graph?: { readonly minPapers?: number };
  };
  const { minPapers } = settings.graph ?? {};
  const { termThreshold } = settings.extract ?? {};
  return { ...(minPapers !== undefined && { minPapers }), ...(termThreshold !== undefined && { termThreshold }) };
}

function mergedForms(term: TermNode, ledger: readonly LedgerEntry[]): ExplainedTerm["merged"] {
  const first = new Map(
    ledger.filter((row) => row.action === "merge" && row.result === term.term).map((row) => [row.subject, row.paper]),
  );
  return term.aliases.map(({ text, rule, count }) => {
    const paper = first.get(text);
    return { text, rule, mentions: count, ...(paper && { paper }) };
  });
}

function countRoles(edges: readonly MentionEdge[]): ExplainedTerm["roles"] {
  const counts = new Map<Role, number>();
  for (const { role } of edges) counts.set(role, (counts.get(role) ?? 0) + 1);
  return [...counts]
    .map(([role, papers]) => ({ role, papers }))
    .sort(
      byScoreThenKey(
        ({ papers }) => papers,
        ({ role }) => role,
      ),
    );
}

function neighbors(index: GraphIndex, term: number): Pick<ExplainedTerm, "near" | "broader" | "narrower"> {
  const { start, node, edge, value } = index.cooccurs;
  const nameOf = (number: number): string => termAt(index, number)?.term ?? "";
  const byName = (rows: Rows): number[] => [...neighborsIn(rows, term)].sort(byKey(nameOf));
  const places = Array.from({ length: start[term + 1]! - start[term]! }, (_, i) => start[term]! + i).sort(
    byScoreThenKey(
      (at) => value[at]!,
      (at) => nameOf(node[at]!),
    ),
  );
  return {
    near: places.map((at) => ({
      term: node[at]!,
      npmi: value[at]!,
      papers: index.document.relations.at(edge[at]!)!.papers,
    })),
    broader: byName(index.broader),
    narrower: byName(index.narrower),
  };
}
