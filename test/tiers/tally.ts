/**
 * Figures of a tier: what was tried and what survived, a row a kind. Printed when its file has run; in a long run (see
 * `src/dev/repo/tier.mjs`) also kept for the record.
 */
import { appendFileSync } from "node:fs";
import { afterAll, expect } from "vitest";

/** A long run tries everything, the one in CI a slice of it. */
export const LONG = process.env["PAPERWEAVE_TIER"] === "long";

/** Of the slice, or of the long run. */
export function times(slice: number, long: number): number {
  return LONG ? Number(process.env["PAPERWEAVE_TIMES"] ?? 1) * long : slice;
}

/** Every n-th of a list in the slice, all of it in the long run. */
export function someOf<T>(items: readonly T[], slice: number): readonly T[] {
  const step = LONG ? 1 : Math.max(1, Math.floor(items.length / slice));
  return items.filter((_, i) => i % step === 0);
}

interface Row {
  readonly what: string;
  tried: number;
  survived: number;
  note?: string;
}

export class Tally {
  private readonly rows = new Map<string, Row>();
  private readonly faults: string[] = [];

  /** Counts one try. @param fault what went wrong; undefined: it survived */
  add(what: string, fault?: string): void {
    this.count(what, 1, fault === undefined ? 1 : 0);
    if (fault !== undefined) this.faults.push(`${what}: ${fault}`);
  }

  count(what: string, tried: number, survived: number, note?: string): void {
    const row = this.rows.get(what) ?? { what, tried: 0, survived: 0 };
    row.tried += tried;
    row.survived += survived;
    if (note !== undefined) row.note = note;
    this.rows.set(what, row);
  }

  /** To be called at the end of a test: all that was tried has survived, and something was. */
  expectSurvived(): void {
    expect(this.rows.size).toBeGreaterThan(0);
    const faults = this.faults.splice(0);
    expect(faults.slice(0, 10).join("\n")).toBe("");
  }

  list(): readonly Row[] {
    return [...this.rows.values()];
  }
}

/** @param file whose figures they are, as the table says it */
export function openTally(file: string): Tally {
  const tally = new Tally();
  afterAll(() => {
    const rows = tally.list();
    const width = Math.max(0, ...rows.map(({ what }) => what.length));
    for (const { what, tried, survived, note = "" } of rows)
      console.log(
        `${what.padEnd(width)}  ${String(tried).padStart(8)} tried  ${String(survived).padStart(8)} survived  ${note}`,
      );
    const kept = process.env["PAPERWEAVE_FIGURES"];
    if (kept !== undefined) for (const row of rows) appendFileSync(kept, `${JSON.stringify({ file, ...row })}\n`);
  });
  return tally;
}
