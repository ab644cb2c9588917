/**
 * Time grows no faster than the text, whatever is repeated in it: the whole extraction, paired in one run.
 *
 * Nothing is said of how fast it is. A text eight times as long may take three times eight as long; a quadratic step takes
 * sixty-four. `PAPERWEAVE_PUMP` is the longer text's length in characters, 16,000 if not given.
 */
import { beforeAll, expect, test } from "vitest";
import { extractTerms, type ExtractResources } from "../../../src/extract/extract.ts";
import { loadResources } from "../../../src/io/load-resources.ts";
import { paperOf } from "../../papers.ts";
import { PUMPS } from "./pumps.ts";

const LONG = Number(process.env["PAPERWEAVE_PUMP"] ?? 16_000);
const TIMES = 8;
const MARGIN = 3;
/** Microseconds of processor time below which a measurement is noise. */
const NOISE = 100_000;
/** Beside the pumped text, so that it is told for English. */
const ENGLISH =
  "We propose a graph neural network for the segmentation of medical images, and we show that it is better than earlier methods. ";

let resources: ExtractResources;
const fill = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

/** Processor time of one extraction, microseconds. */
async function timeOf(pump: string, length: number): Promise<number> {
  const abstract = `${fill(ENGLISH, length / 2)} ${fill(pump, length / 2)}`;
  const before = process.cpuUsage();
  const { value } = await extractTerms([paperOf("a", abstract, "Segmentation of medical images")], resources);
  const { user, system } = process.cpuUsage(before);
  expect(value.terms.length).toBeGreaterThan(0);
  return user + system;
}

beforeAll(async () => {
  resources = await loadResources();
  for (let i = 0; i < 3; i++) await timeOf("foo bar (FB) ", LONG);
});

test.each(PUMPS.map((pump) => [JSON.stringify(pump), pump] as const))("%s repeated", async (_, pump) => {
  let short = Infinity;
  let long = Infinity;
  for (let tries = 0; tries < 4; tries++) {
    long = Math.min(long, await timeOf(pump, LONG));
    if (long < NOISE) break;
    short = Math.min(short, await timeOf(pump, LONG / TIMES));
    if (long / short < TIMES * MARGIN) break;
  }
  if (process.env["PAPERWEAVE_PUMP"] !== undefined) console.log(JSON.stringify(pump), short / 1e3, long / 1e3);
  expect(long < NOISE ? 0 : long / short).toBeLessThan(TIMES * MARGIN);
});
