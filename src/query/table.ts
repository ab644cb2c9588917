/**
 * The table of a task: which methods, measured on which data sets and by which metrics, with what numbers; who is said to
 * be better than whom. Papers on narrower tasks count as the task's.
 */
import type { MentionEdge } from "../contract/graph-document.ts";
import { termNamed, type Found, type NodeName } from "./find.ts";
import { numberOf, termAt, type GraphIndex } from "./graph-index.ts";
import type { Question } from "./question.ts";
import { tellResults, type ToldResult } from "./say-result.ts";
import { proposedBy, statementsOf, statedOf, type Statement, withNarrower } from "./stated.ts";
import { orderByWins, type Win } from "./table-order.ts";

export interface TableCell {
  /** Place in `columns`. */
  readonly column: number;
  /** Papers that say so, and where. */
  readonly statements: readonly Statement[];
  readonly results: readonly ToldResult[];
}

export interface TableRow {
  /** Number of the method. */
  readonly method: number;
  /** Papers of the task that measure, propose or compare it; the most salient first. */
  readonly papers: readonly number[];
  /** In the order of the columns. */
  readonly cells: readonly TableCell[];
  /** Places in `rows` of methods that papers of the task say it beats. */
  readonly beats: readonly number[];
  /** Results of it that name neither data set nor metric of a column. */
  readonly otherResults: readonly ToldResult[];
}

export interface TableAnswer {
  readonly task: Found;
  /** Narrower terms whose papers count, too. */
  readonly included: readonly number[];
  /** Papers on the task. */
  readonly papers: number;
  /** Numbers of data sets and metrics, those of most cells first. */
  readonly columns: readonly number[];
  /** Winners first: nobody stands below one that it is said to beat, but in circles. */
  readonly rows: readonly TableRow[];
  /** Methods there are in all. */
  readonly of: number;
}

export interface TableArgs {
  readonly task: NodeName;
  /** Most rows. */
  readonly limit: number;
}

const MAX_COLUMNS = 24;
/** A paper that only mentions a task says nothing of how it is solved; below this salience it is not about it. */
const MIN_SALIENCE = 0.15;

/** By number of the paper its salience for the task, 0…1. */
function papersOn({ document, mentions }: GraphIndex, tasks: ReadonlySet<number>): Map<number, number> {
  const salience = new Map<number, number>();
  for (const task of tasks)
    for (let at = mentions.start[task]!; at < mentions.start[task + 1]!; at++) {
      const { role, weight }: MentionEdge = document.mentions.at(mentions.edge[at]!)!;
      if (role === "mentions" && weight < MIN_SALIENCE) continue;
      const paper = mentions.node[at]!;
      salience.set(paper, Math.max(weight, salience.get(paper) ?? 0));
    }
  return salience;
}

interface GrowingRow {
  readonly papers: Map<number, number>;
  readonly cells: Map<number, { statements: Statement[]; results: Set<number> }>;
  readonly other: Set<number>;
}

/** What the rows are made of, by number of the method. */
class TableMaker {
  readonly rows = new Map<number, GrowingRow>();
  readonly wins: Win[] = [];
  readonly #index: GraphIndex;
  readonly #papers: ReadonlyMap<number, number>;

  constructor(index: GraphIndex, papers: ReadonlyMap<number, number>) {
    this.#index = index;
    this.#papers = papers;
  }

  addMeasured(): void {
    this.#eachStatement("evaluated_on", (method, column, statements) => {
      if (this.#isMethod(method) && this.#isColumn(column))
        for (const statement of statements) this.#cell(method, column, statement.paper).statements.push(statement);
    });
  }

  addWins(): void {
    this.#eachStatement("better_than", (better, worse, statements) => {
      if (!this.#isMethod(better) || !this.#isMethod(worse)) return;
      this.wins.push({ better, worse, papers: statements.length });
      for (const { paper } of statements) for (const method of [better, worse]) this.#row(method, paper);
    });
  }

  addResults(): void {
    (this.#index.document.results ?? []).forEach(({ paper: id, method, metric, on = [] }, place) => {
      const paper = numberOf(this.#index, id) ?? -1;
      if (!this.#papers.has(paper)) return;
      const named = method?.term === undefined ? undefined : numberOf(this.#index, method.term);
      const of = named ?? (method?.own ? proposedBy(this.#index).get(paper) : undefined);
      if (of === undefined || !this.#isMethod(of)) return;
      const columns = [...on, ...(metric ? [metric] : [])].flatMap(({ term }) => {
        const number = term === undefined ? undefined : numberOf(this.#index, term);
        return number !== undefined && this.#isColumn(number) ? [number] : [];
      });
      for (const column of columns) this.#cell(of, column, paper).results.add(place);
      if (columns.length === 0) this.#row(of, paper).other.add(place);
    });
  }

  /** Edges with the statements that papers of the task make. */
  #eachStatement(
    kind: "evaluated_on" | "better_than",
    visit: (head: number, tail: number, statements: readonly Statement[]) => void,
  ): void {
    const { start, node, edge } = statedOf(this.#index)[kind].tails;
    for (let head = this.#index.papers; head < this.#index.nodes; head++)
      for (let at = start[head]!; at < start[head + 1]!; at++) {
        const relation = this.#index.document.relations.at(edge[at]!)!;
        const own = statementsOf(this.#index, relation).filter(({ paper }) => this.#papers.has(paper));
        if (own.length > 0) visit(head, node[at]!, own);
      }
  }

  #isMethod(term: number): boolean {
    return termAt(this.#index, term)?.type === "method";
  }

  #isColumn(term: number): boolean {
    const type = termAt(this.#index, term)?.type;
    return type === "dataset" || type === "metric";
  }

  #row(method: number, paper: number): GrowingRow {
    let row = this.rows.get(method);
    if (!row) this.rows.set(method, (row = { papers: new Map(), cells: new Map(), other: new Set() }));
    row.papers.set(paper, this.#papers.get(paper)!);
    return row;
  }

  #cell(method: number, column: number, paper: number): { statements: Statement[]; results: Set<number> } {
    const { cells } = this.#row(method, paper);
    let cell = cells.get(column);
    if (!cell) cells.set(column, (cell = { statements: [], results: new Set() }));
    return cell;
  }
}

function tableOf(index: GraphIndex, task: number, limit: number): Omit<TableAnswer, "task"> {
  const tasks = withNarrower(index, [task]);
  const papers = papersOn(index, tasks);
  const maker = new TableMaker(index, papers);
  maker.addMeasured();
  maker.addWins();
  maker.addResults();
  const weightOf = (method: number) => [...maker.rows.get(method)!.papers.values()].reduce((sum, w) => sum + w, 0);
  const ranked = [...maker.rows.keys()].sort((a, b) => weightOf(b) - weightOf(a) || a - b).slice(0, limit);
  const columns = columnsOf(maker, ranked);
  const order = orderByWins(ranked, maker.wins);
  const placeOf = new Map(order.map((method, place) => [method, place]));
  const rows = order.map((method): TableRow => {
    const row = maker.rows.get(method)!;
    const cells = columns.flatMap((column, place): TableCell[] => {
      const cell = row.cells.get(column);
      return cell ? [{ column: place, statements: cell.statements, results: tellResults(index, cell.results) }] : [];
    });
    const beaten = maker.wins.flatMap(({ better, worse }) => (better === method ? (placeOf.get(worse) ?? []) : []));
    return {
      method,
      papers: [...row.papers].sort(([a, x], [b, y]) => y - x || a - b).map(([paper]) => paper),
      cells,
      beats: ascending(new Set(beaten)),
      otherResults: tellResults(index, row.other),
    };
  });
  return {
    included: [...tasks].filter((term) => term !== task),
    papers: papers.size,
    columns,
    rows,
    of: maker.rows.size,
  };
}

function columnsOf({ rows }: TableMaker, methods: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const method of methods)
    for (const column of rows.get(method)!.cells.keys()) counts.set(column, (counts.get(column) ?? 0) + 1);
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, MAX_COLUMNS)
    .map(([column]) => column);
}

const ascending = (numbers: ReadonlySet<number>): number[] => [...numbers].sort((a, b) => a - b);

export const TABLE: Question<TableArgs, TableAnswer> = {
  title: "Table of a task",
  about: "Methods of a task by data sets and metrics, with the numbers that papers report, winners first.",
  command: {
    words: ["<task>"],
    example: 'table "semantic segmentation"',
    read: ([task = ""], limit) => ({ task, limit }),
  },
  answer: (index, { task, limit }) => {
    const found = termNamed(index, task);
    return found.kind === "one"
      ? { task: found, ...tableOf(index, found.node, limit) }
      : { task: found, included: [], papers: 0, columns: [], rows: [], of: 0 };
  },
};
