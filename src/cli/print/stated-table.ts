/**
 * The table of a task in words, for `--json` and as rows for `--csv`.
 */
import { fieldText } from "../../contract/field-text.ts";
import type { ResultRecord, StatedPart } from "../../contract/stated.ts";
import type { Cell } from "../../export/tables/table.ts";
import type { GraphIndex } from "../../query/graph-index.ts";
import type { AnswerOf, ArgsOf } from "../../query/questions.ts";
import type { TableCell, TableRow } from "../../query/table.ts";
import { brief, briefs, listed, nameAt, namesOf, none, type Printed, requireOne } from "./printed.ts";
import { papersIn, results, said } from "./statements.ts";

export function printTable(index: GraphIndex, answer: AnswerOf<"table">, args: ArgsOf<"table">): Printed {
  const task = requireOne(index, answer.task, "term", args.task);
  const cell = ({ column, statements, results: places }: TableCell) => ({
    column: brief(index, answer.columns[column]!),
    results: results(index, places),
    evidence: statements.map((statement) => said(index, statement)),
  });
  const value = {
    task: brief(index, task),
    included: briefs(index, answer.included),
    papers: answer.papers,
    columns: briefs(index, answer.columns),
    rows: answer.rows.map(({ method, papers, cells, beats, otherResults }) => ({
      method: brief(index, method),
      papers: briefs(index, papers),
      beats: briefs(
        index,
        beats.map((row) => answer.rows[row]!.method),
      ),
      cells: cells.map(cell),
      results: results(index, otherResults),
    })),
  };
  const included = answer.included.length > 0 ? [`includes ${listed(index, answer.included, 12)}`] : [];
  const rest = answer.of > answer.rows.length ? [`… and ${answer.of - answer.rows.length} more methods (--limit)`] : [];
  const lines = [
    `${nameAt(index, task)}: ${answer.of} methods, ${papersIn(answer.papers)}`,
    ...included,
    ...none(
      answer.rows.flatMap((row) => rowLines(index, answer, row)),
      "methods that papers measure or compare",
    ),
    ...rest,
  ];
  return { value, lines, table: [TABLE_HEADER, ...answer.rows.flatMap((row) => tableRows(index, answer, row))] };
}

function rowLines(index: GraphIndex, { columns, rows }: AnswerOf<"table">, row: TableRow): string[] {
  const beats = row.beats.map((place) => rows[place]!.method);
  return [
    nameAt(index, row.method),
    ...row.cells.map(({ column, statements, results: places }) => {
      const papers = new Set(statements.map(({ paper }) => paper)).size;
      const values = places.map(({ value }) => value).join(", ");
      return `    ${nameAt(index, columns[column]!)}${values === "" ? "" : `: ${values}`}${papers > 0 ? `   ${papersIn(papers)}` : ""}`;
    }),
    ...(beats.length > 0 ? [`    better than ${namesOf(index, beats)}`] : []),
    ...row.otherResults.slice(0, 3).map(({ says }) => `    ${says}`),
  ];
}

const TABLE_HEADER = [
  "method",
  "relation",
  "other",
  "value",
  "number",
  "unit",
  "kind",
  "metric",
  "on",
  "baselines",
  "paper",
  "sentence",
];

/** A row for every statement and every result. */
function tableRows(index: GraphIndex, { columns, rows }: AnswerOf<"table">, row: TableRow): Cell[][] {
  const method = nameAt(index, row.method);
  const names = (parts: readonly StatedPart[] | undefined) => parts?.map(({ text }) => text).join("; ");
  const resultRow = (record: ResultRecord, column?: number): Cell[] => {
    const paper = index.document.papers.find(({ node }) => node === record.paper);
    return [
      method,
      "result",
      column === undefined ? undefined : nameAt(index, columns[column]!),
      record.value,
      record.number,
      record.unit,
      record.kind,
      record.metric?.text,
      names(record.on),
      names(record.baselines),
      paper?.id,
      paper && fieldText(paper, record.field).slice(...record.sentence),
    ];
  };
  const blank = Array.from({ length: 7 }, () => undefined);
  return [
    ...row.cells.flatMap(({ column, statements, results: places }) => [
      ...statements.map(({ paper, field, sentence }): Cell[] => {
        const node = index.document.papers[paper];
        const text = node && field && sentence ? fieldText(node, field).slice(...sentence) : undefined;
        return [method, "evaluated_on", nameAt(index, columns[column]!), ...blank, node?.id, text];
      }),
      ...results(index, places).map((record) => resultRow(record, column)),
    ]),
    ...results(index, row.otherResults).map((record) => resultRow(record)),
    ...row.beats.map((place): Cell[] => [
      method,
      "better_than",
      nameAt(index, rows[place]!.method),
      ...blank,
      undefined,
      undefined,
    ]),
  ];
}
