/**
 * Reads ledger.tsv of a built folder; none is an empty one.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";

export type LedgerRecord = Readonly<
  Record<"stage" | "action" | "subject" | "rule" | "result" | "count" | "paper", string>
>;

export async function loadLedger(dir: string): Promise<LedgerRecord[]> {
  const text = await readFile(join(dir, "ledger.tsv"), "utf8").catch(() => "");
  const [head = "", ...rows] = text.split("\n").filter((row) => row !== "");
  const columns = head.split("\t");
  return rows.map((row) => {
    const cells = row.split("\t");
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? "";
    return {
      stage: cell("stage"),
      action: cell("action"),
      subject: cell("subject"),
      rule: cell("rule"),
      result: cell("result"),
      count: cell("count"),
      paper: cell("paper"),
    };
  });
}
