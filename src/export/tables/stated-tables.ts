/**
 * The tables of what single sentences say: results with numbers, and definitions.
 */
import { fieldText } from "../../contract/field-text.ts";
import type { GraphDocument, PaperNode } from "../../contract/graph-document.ts";
import type { DefinitionRecord, ResultRecord, StatedPart } from "../../contract/stated.ts";
import { type Columns, joinTexts, type NamedTable, type Table, tableOf } from "./table.ts";

/** The paper that says so, and its sentence. */
function sourceColumns(document: GraphDocument): Columns<ResultRecord | DefinitionRecord> {
  const papers = new Map(document.papers.map((paper) => [paper.node, paper]));
  const of = (row: ResultRecord | DefinitionRecord): PaperNode | undefined => papers.get(row.paper);
  return {
    paper: { type: "code", of: (row) => row.paper },
    id: { type: "id", of: (row) => of(row)?.id },
    date: { type: "date", of: (row) => of(row)?.date },
    sentence: {
      type: "string",
      of: (row) => {
        const paper = of(row);
        return paper && fieldText(paper, row.field).slice(...row.sentence);
      },
    },
  };
}

function resultsTable(document: GraphDocument): Table {
  const text = (parts: readonly StatedPart[] | undefined) => joinTexts(parts?.map((part) => part.text));
  const terms = (parts: readonly StatedPart[] | undefined) => joinTexts(parts?.flatMap(({ term }) => term ?? []));
  const columns: Columns<ResultRecord> = {
    method: { type: "string", of: (row) => row.method?.text },
    method_term: { type: "code", of: (row) => row.method?.term },
    own: { type: "boolean", of: (row) => row.method?.own ?? false },
    metric: { type: "string", of: (row) => row.metric?.text },
    metric_term: { type: "code", of: (row) => row.metric?.term },
    on: { type: "string", of: (row) => text(row.on) },
    on_terms: { type: "code", of: (row) => terms(row.on) },
    kind: { type: "code", of: (row) => row.kind },
    value: { type: "string", of: (row) => row.value },
    number: { type: "double", of: (row) => row.number },
    to: { type: "double", of: (row) => row.to },
    unit: { type: "string", of: (row) => row.unit },
    bound: { type: "string", of: (row) => row.bound },
    from: { type: "string", of: (row) => row.from },
    cue: { type: "string", of: (row) => row.cue },
    baselines: { type: "string", of: (row) => text(row.baselines) },
    baseline_terms: { type: "code", of: (row) => terms(row.baselines) },
    ...sourceColumns(document),
  };
  return tableOf(columns, document.results ?? []);
}

function definitionsTable(document: GraphDocument): Table {
  const names = new Map(document.terms.map(({ node, term }) => [node, term]));
  const columns: Columns<DefinitionRecord> = {
    node: { type: "code", of: (row) => row.term },
    term: { type: "string", of: (row) => names.get(row.term) },
    definition: { type: "string", of: (row) => row.text },
    form: { type: "code", of: (row) => row.form },
    ...sourceColumns(document),
  };
  return tableOf(columns, document.definitions ?? []);
}

export const RESULTS: NamedTable = { name: "results", of: resultsTable };
export const DEFINITIONS: NamedTable = { name: "definitions", of: definitionsTable };
