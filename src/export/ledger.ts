/**
 * ledger.tsv: every decision the tool took, one a line, for people and for `explain`.
 */

/** The columns, in order. */
export const LEDGER_COLUMNS = ["stage", "action", "subject", "rule", "result", "count", "paper"] as const;

export type LedgerRow = Readonly<Partial<Record<(typeof LEDGER_COLUMNS)[number], string | number>>>;

export function* writeLedger(rows: Iterable<LedgerRow>): Generator<string> {
  yield `${LEDGER_COLUMNS.join("\t")}\n`;
  for (const row of rows)
    yield `${LEDGER_COLUMNS.map((name) => String(row[name] ?? "").replace(/[\t\n\r]+/g, " ")).join("\t")}\n`;
}
