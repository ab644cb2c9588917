/**
 * Every reader, given its own format damaged and everybody else's: nothing is thrown, every record is one, the same comes
 * out however the stream is cut, no prototype is changed, nothing takes long.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { READERS } from "../../../src/read/readers.ts";
import type { Reader, Reading } from "../../../src/read/reader.ts";
import { read } from "../../../src/read/read.ts";
import { openTally, times } from "../tally.ts";
import { cuts, damaged, inPieces } from "./damage.ts";
import { FOUND } from "./found.ts";
import { expectCleanPrototypes } from "./prototypes.ts";
import { SEEDS } from "./seeds.ts";

const tally = openTally("readers");
/** Milliseconds for some kilobytes, on a machine with other work. */
const PATIENCE = 2_000;

async function readingsOf(reader: Reader, text: string, size: number): Promise<Reading[]> {
  const readings: Reading[] = [];
  for await (const reading of reader.read(inPieces(text, size), { file: "file" })) readings.push(reading);
  return readings;
}

function expectRecords(readings: readonly Reading[]): void {
  for (const reading of readings) {
    if ("problem" in reading) expect(reading.problem.message).not.toBe("");
    if (!("record" in reading)) continue;
    const { title, id, source, authors = [], keywords = [] } = reading.record;
    for (const text of [title, id ?? "", ...authors, ...keywords]) expect(typeof text).toBe("string");
    expect(source.line).toBeGreaterThan(0);
  }
}

async function survives(reader: Reader, text: string, size: number): Promise<void> {
  const began = performance.now();
  const whole = await readingsOf(reader, text, text.length + 1);
  const took = performance.now() - began;
  expectRecords(whole);
  const cut = await readingsOf(reader, text, size);
  // What is no XML at all is told in the order and by the lines in which its parser gets to see it.
  if (/^\s*</.test(SEEDS[reader.id] ?? "") && whole.some((reading) => "problem" in reading)) {
    expect(recordsOf(cut)).toEqual(recordsOf(whole));
    expect(cut.some((reading) => "problem" in reading)).toBe(true);
  } else expect(cut).toEqual(whole);
  expectCleanPrototypes();
  if (took > PATIENCE) expect(Math.min(took, await timeOf(reader, text))).toBeLessThan(PATIENCE);
}

function recordsOf(readings: readonly Reading[]): unknown[] {
  return readings.flatMap((reading) => ("record" in reading ? [reading.record.title] : []));
}

async function timeOf(reader: Reader, text: string): Promise<number> {
  const began = performance.now();
  await readingsOf(reader, text, text.length + 1);
  return performance.now() - began;
}

test("every reader has a seed", () => {
  expect(READERS.map(({ id }) => id).filter((id) => !(id in SEEDS))).toEqual([]);
});

test.each(READERS.map((reader) => [reader.id, reader] as const))(
  "%s",
  async (id, reader) => {
    const numRuns = times(40, 4_000);
    const texts = fc.oneof(
      { weight: 4, arbitrary: damaged(SEEDS[id] ?? "") },
      { weight: 1, arbitrary: fc.constantFrom(...Object.values(SEEDS)).chain(damaged) },
    );
    await fc.assert(
      fc.asyncProperty(texts, cuts, async (text, size) => survives(reader, text, size)),
      { numRuns, seed: 16, examples: FOUND.filter((row) => row.reader === id).map(({ text }) => [text, 1]) },
    );
    tally.count(id, numRuns, numRuns);
  },
  7_200_000,
);

test("any text at all, by whichever reader takes it", async () => {
  const numRuns = times(60, 6_000);
  const texts = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.constantFrom(...Object.values(SEEDS)).chain(damaged),
  );
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      for await (const reading of read([{ file: "file", text }]))
        expect(Object.keys(reading).length).toBeGreaterThan(0);
      expectCleanPrototypes();
    }),
    { numRuns, seed: 17 },
  );
  tally.count("recognised by content", numRuns, numRuns);
}, 7_200_000);
