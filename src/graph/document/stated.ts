/**
 * Results and definitions that sentences state, by the corpus's numbers.
 */
import type { DefinitionRecord, ResultRecord, StatedPart as PartRecord } from "../../contract/stated.ts";
import { fieldText } from "../../contract/field-text.ts";
import type { Paper } from "../../domain/paper.ts";
import {
  DEFINITION_FORMS,
  type PaperStatements,
  type Span,
  type StatedPart,
  type StatedResult,
} from "../../domain/statement.ts";
import type { Extraction } from "../../domain/term.ts";
import { groupBy } from "../../lib/group-by.ts";
import type { Corpus } from "../corpus.ts";
import { nodeIds } from "../node-ids.ts";

/** Of one term so many definitions are kept, the best. */
const MAX_DEFINITIONS = 3;

export interface StatedRecords {
  /** By paper, in text order. */
  readonly results: readonly ResultRecord[];
  /** By term, the best first: by their form, then by how much the paper is about the term. */
  readonly definitions: readonly DefinitionRecord[];
}

/** @param papers in the order of the extraction; the same objects as in the corpus */
export function statedRecords(corpus: Corpus, papers: readonly Paper[], extraction: Extraction): StatedRecords {
  const { statements } = extraction;
  if (!statements) return { results: [], definitions: [] };
  const ids = nodeIds(corpus);
  const places = new Map(papers.map((paper, i) => [paper, i]));
  const numbers = new Map(corpus.terms.map(({ term }, number) => [term, number]));
  const numberOf = (term: number): number | undefined => numbers.get(extraction.terms[term]!.term);
  const idOf = (term: number): string | undefined => {
    const number = numberOf(term);
    return number === undefined ? undefined : ids.terms[number]!;
  };
  const results: ResultRecord[] = [];
  const candidates: Candidate[] = [];
  corpus.papers.forEach((paper, number) => {
    const place = places.get(paper)!;
    const stated: PaperStatements = statements[place]!;
    const node = ids.papers[number]!;
    for (const result of stated.results) results.push(resultRecord(paper, node, result, idOf));
    for (const { term, field, sentence, form, says } of stated.definitions) {
      const of = numberOf(term);
      if (of === undefined) continue;
      const record = {
        term: ids.terms[of]!,
        text: fieldText(paper, field).slice(says.start, says.end),
        form,
        paper: node,
        field,
        ...says,
        sentence: pair(sentence),
      };
      candidates.push({ of, salience: salienceOf(extraction, place, term), record });
    }
  });
  return { results, definitions: bestDefinitions(candidates) };
}

interface Candidate {
  /** Number of the term. */
  readonly of: number;
  readonly salience: number;
  readonly record: DefinitionRecord;
}

function bestDefinitions(candidates: readonly Candidate[]): DefinitionRecord[] {
  const groups = [...groupBy(candidates, ({ of }) => of)].sort(([a], [b]) => a - b);
  const rank = ({ record }: Candidate) => DEFINITION_FORMS.indexOf(record.form);
  return groups.flatMap(([, list]) =>
    // Sorting is stable: of equals the first paper's.
    list
      .sort((a, b) => rank(a) - rank(b) || b.salience - a.salience)
      .slice(0, MAX_DEFINITIONS)
      .map(({ record }) => record),
  );
}

function salienceOf({ paperTerms: { offsets, term, salience } }: Extraction, place: number, wanted: number): number {
  for (let row = offsets[place]!; row < offsets[place + 1]!; row++) if (term[row] === wanted) return salience[row]!;
  return 0;
}

function resultRecord(
  paper: Paper,
  node: string,
  result: StatedResult,
  idOf: (term: number) => string | undefined,
): ResultRecord {
  const { field, value, number, to, unit, bound, kind, cue, from, metric, on, method, baselines } = result;
  const text = fieldText(paper, field);
  const slice = ({ start, end }: Span) => text.slice(start, end);
  const part = ({ start, end, term, isOwn }: StatedPart): PartRecord => {
    const id = term === undefined ? undefined : idOf(term);
    return {
      text: slice({ start, end }),
      start,
      end,
      ...(id !== undefined && { term: id }),
      ...(isOwn && { own: true as const }),
    };
  };
  return {
    paper: node,
    value: slice(value),
    number,
    ...(to !== undefined && { to }),
    ...(unit !== undefined && { unit }),
    ...(bound !== undefined && { bound }),
    kind,
    cue,
    ...(from && { from: slice(from) }),
    ...(metric && { metric: part(metric) }),
    ...(on.length > 0 && { on: on.map(part) }),
    ...(method && { method: part(method) }),
    ...(baselines.length > 0 && { baselines: baselines.map(part) }),
    field,
    ...value,
    sentence: pair(result.sentence),
  };
}

const pair = ({ start, end }: Span): readonly [number, number] => [start, end];
