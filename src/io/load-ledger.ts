/**
 * Reads ledger.tsv of a built folder; none is an empty one.
 */
import { join } from "node:path";
import { type LedgerEntry, readLedger } from "../contract/ledger.ts";
import { UsageError } from "../lib/errors.ts";
import { readPlainFile } from "./plain-file.ts";
import { isMissing, readFault } from "./read-fault.ts";

/** @throws UsageError when it cannot be read, or is none. */
export async function loadLedger(dir: string): Promise<LedgerEntry[]> {
  const file = join(dir, "ledger.tsv");
  try {
    return readLedger((await readPlainFile(file)).toString("utf8"));
  } catch (error) {
    if (isMissing(error)) return [];
    throw new UsageError(`${file}: ${readFault(error)}`, "build the folder again", { cause: error });
  }
}
