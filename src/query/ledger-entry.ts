/** One row of ledger.tsv. */
export interface LedgerEntry {
  readonly stage: string;
  readonly action: string;
  readonly subject: string;
  readonly rule: string;
  readonly result: string;
  readonly count: string;
  readonly paper: string;
}
