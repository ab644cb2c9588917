/** The table of an evaluation, and the record that it is compared with. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const RECORD = new URL("../../../test/eval/record.json", import.meta.url);

export interface Row {
  readonly measure: string;
  readonly value: number;
  readonly must?: number | undefined;
  readonly want?: number | undefined;
}

/** Prints every measure beside the recorded one and its goals. @param keep writes them to the record, but for times. */
export function printTable(rows: readonly Row[], keep: boolean): void {
  const record = existsSync(RECORD) ? (JSON.parse(readFileSync(RECORD, "utf8")) as Record<string, number>) : {};
  console.log("measure".padEnd(36), "now".padStart(7), "record".padStart(7), "must".padStart(6), "want".padStart(6));
  for (const { measure, value, must, want } of rows) {
    const cell = (number: number | undefined, width: number) =>
      (number === undefined ? "" : String(number)).padStart(width);
    const mark = must === undefined ? "" : value >= (want ?? must) ? " reached" : value >= must ? " ok" : " short";
    console.log(measure.padEnd(36), cell(value, 7), cell(record[measure], 7), cell(must, 6), cell(want, 6) + mark);
  }
  if (keep) {
    const next = {
      ...record,
      ...Object.fromEntries(
        rows.filter(({ measure }) => !measure.startsWith("CPU")).map(({ measure, value }) => [measure, value]),
      ),
    };
    writeFileSync(RECORD, `${JSON.stringify(next, null, 2)}\n`);
  }
}
