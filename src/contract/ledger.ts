/**
 * ledger.tsv: every step the build took that a person may question (a merge, a drop, a type), one a line.
 *
 * The stages return the entries, a build writes them, `explain` reads them. Absent fields are blank cells.
 */
export interface LedgerEntry {
  readonly stage: "ingest" | "extract" | "variants" | "types" | "graph";
  /** `merge`, `drop`, `type`, `split`, `keep` … */
  readonly action: string;
  /** The form or id decided about. */
  readonly subject: string;
  /** The rule that decided. */
  readonly rule: string;
  /** Canonical form, type or other outcome. */
  readonly result?: string;
  /** Mentions concerned. */
  readonly count?: number;
  /** Id of the first paper it was seen in. */
  readonly paper?: string;
  /** Title of a merged record, shortened; not in the file. */
  readonly excerpt?: string;
  /** `person` where a line of decisions.tsv decided; absent where the tool did. */
  readonly by?: "person";
}

const STAGES = ["ingest", "extract", "variants", "types", "graph"] as const satisfies readonly LedgerEntry["stage"][];

/** The columns, in order; those that every row fills come first. */
const COLUMNS = [
  "stage",
  "action",
  "subject",
  "rule",
  "result",
  "count",
  "paper",
  "by",
] as const satisfies readonly (keyof LedgerEntry)[];
const REQUIRED = COLUMNS.slice(0, 4);

/** A line each, under a line of column names; tabs and line breaks in a cell become blanks. */
export function* writeLedger(entries: Iterable<LedgerEntry>): Generator<string> {
  yield `${COLUMNS.join("\t")}\n`;
  for (const entry of entries)
    yield `${COLUMNS.map((name) => String(entry[name] ?? "").replace(/[\t\n\r]+/g, " ")).join("\t")}\n`;
}

/** @throws Error naming line and column of the first cell that is none of a ledger. */
export function readLedger(text: string): LedgerEntry[] {
  const [head = "", ...rows] = text.split(/\r?\n/);
  const columns = head.split("\t");
  const missing = REQUIRED.filter((name) => !columns.includes(name));
  if (missing.length > 0) throw new Error(`line 1: no column "${missing.join('", "')}"`);
  return rows.flatMap((row, i) => (row === "" ? [] : [readEntry(columns, row.split("\t"), i + 2)]));
}

function readEntry(columns: readonly string[], cells: readonly string[], line: number): LedgerEntry {
  const cell = (name: (typeof COLUMNS)[number]): string => cells[columns.indexOf(name)] ?? "";
  const wrong = (name: string, expected: string, found: string): Error =>
    new Error(`line ${line}, column ${name}: expected ${expected}, got ${JSON.stringify(found)}`);
  const stage = STAGES.find((known) => known === cell("stage"));
  if (stage === undefined) throw wrong("stage", `one of ${STAGES.join(", ")}`, cell("stage"));
  for (const name of REQUIRED) if (cell(name) === "") throw wrong(name, "a text", "");
  const count = cell("count");
  if (!/^\d*$/.test(count)) throw wrong("count", "a whole number", count);
  const by = cell("by");
  if (by !== "" && by !== "person") throw wrong("by", '"person" or nothing', by);
  return {
    stage,
    action: cell("action"),
    subject: cell("subject"),
    rule: cell("rule"),
    ...(cell("result") !== "" && { result: cell("result") }),
    ...(count !== "" && { count: Number(count) }),
    ...(cell("paper") !== "" && { paper: cell("paper") }),
    ...(by === "person" && { by }),
  };
}
