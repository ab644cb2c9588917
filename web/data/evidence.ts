/**
 * Texts cut at the mentions in them: what the panel prints, with the words that speak for an edge marked.
 */
import { fieldText } from "../../src/contract/field-text.ts";
import type { Evidence, Field, MentionEdge, PaperNode, RelationEvidence } from "../../src/contract/graph-document.ts";
import type { Statement } from "../../src/query/stated.ts";
import { documentOf, mentionsOf, type MapIndex } from "./map-index.ts";

export interface TextPart {
  readonly text: string;
  /** Node number of the term that these words name. */
  readonly term?: number;
}

export interface Quote {
  readonly field: Field;
  readonly parts: readonly TextPart[];
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly term: number;
}

/** The whole field with every mention of a term marked. */
export function markField(index: MapIndex, paperNumber: number, paper: PaperNode, field: Field): TextPart[] {
  const marks = mentionsOf(index, paperNumber).flatMap(({ node, edge }) =>
    edge.evidence.filter((e) => e.field === field).map(({ start, end }) => ({ start, end, term: node })),
  );
  const text = fieldText(paper, field);
  return cut(text, 0, text.length, marks);
}

/** The sentences behind one paper–term edge, each once, its words marked. */
export function quotes(paper: PaperNode, edge: MentionEdge, term: number): Quote[] {
  const sentences = new Map<string, Evidence[]>();
  for (const evidence of edge.evidence) {
    const key = `${evidence.field} ${evidence.sentence[0]}`;
    sentences.set(key, [...(sentences.get(key) ?? []), evidence]);
  }
  return [...sentences.values()].map((group) => {
    const { field, sentence } = group[0]!;
    const marks = group.map(({ start, end }) => ({ start, end, term }));
    return { field, parts: cut(fieldText(paper, field), sentence[0], sentence[1], marks) };
  });
}

/** A sentence that papers say, with the terms marked that stand in it; undefined where there is none. */
export function quoteSentence(
  index: MapIndex,
  { paper: paperNumber, field, sentence }: Statement,
  terms: readonly number[],
): TextPart[] | undefined {
  const paper = documentOf(index).papers[paperNumber];
  if (!paper || !field || !sentence) return undefined;
  return cut(fieldText(paper, field), sentence[0], sentence[1], marksOf(index, paperNumber, field, terms));
}

/** A sentence in which two terms stand together, both marked; undefined when the papers share no sentence. */
export function quoteBoth(
  index: MapIndex,
  paperNumber: number,
  evidence: RelationEvidence,
  terms: readonly [number, number],
): TextPart[] | undefined {
  const paper = documentOf(index).papers[paperNumber];
  const { field, sentence } = evidence;
  if (!paper || !field || !sentence) return undefined;
  return cut(fieldText(paper, field), sentence[0], sentence[1], marksOf(index, paperNumber, field, terms));
}

function marksOf(index: MapIndex, paper: number, field: Field, terms: readonly number[]): Mark[] {
  return mentionsOf(index, paper)
    .filter(({ node }) => terms.includes(node))
    .flatMap(({ node, edge }) =>
      edge.evidence.filter((e) => e.field === field).map(({ start, end }) => ({ start, end, term: node })),
    );
}

/** Marks outside the range or overlapping an earlier one are left out. */
function cut(text: string, from: number, to: number, marks: readonly Mark[]): TextPart[] {
  const parts: TextPart[] = [];
  let at = from;
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (mark.start < at || mark.end > to || mark.end <= mark.start) continue;
    if (mark.start > at) parts.push({ text: text.slice(at, mark.start) });
    parts.push({ text: text.slice(mark.start, mark.end), term: mark.term });
    at = mark.end;
  }
  if (at < to) parts.push({ text: text.slice(at, to) });
  return parts;
}
