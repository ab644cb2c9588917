/**
 * Whatever stands in a field of a paper, building the map and writing it in every format takes time that grows with the
 * field: what is repeated here makes patterns begin anew at each place. Paired in one run; `PAPERWEAVE_PUMP` is the longer
 * field's length in characters.
 */
import { beforeAll, expect, test } from "vitest";
import { DEFAULT_CONFIG } from "../../../src/config.ts";
import type { RawRecord } from "../../../src/domain/record.ts";
import { FORMATS } from "../../../src/export/formats.ts";
import type { ExtractResources } from "../../../src/extract/extract.ts";
import { loadResources } from "../../../src/io/load-resources.ts";
import { runPipeline } from "../../../src/pipeline.ts";
import { PUMPS } from "../../extract/hostile/pumps.ts";
import { openTally, times } from "../tally.ts";

const tally = openTally("growth of fields");
const LONG = Number(process.env["PAPERWEAVE_PUMP"] ?? 6_000);
const TIMES = 8;
const MARGIN = 3;
/** Microseconds of processor time below which a measurement is noise. */
const NOISE = 300_000;

/** Where the text is put, with what stands before and behind it. */
const FIELDS: readonly (readonly [name: string, place: (text: string) => Partial<RawRecord>])[] = [
  ["title", (text) => ({ title: `Graph kernels ${text} for molecules` })],
  ["title alone", (text) => ({ title: text })],
  ["title behind a number", (text) => ({ title: `0${text}x` })],
  ["abstract", (text) => ({ abstract: `We study ${text} kernels. They are good.` })],
  ["authors", (text) => ({ authors: [`Ada ${text} Lovelace`, text] })],
  ["keywords", (text) => ({ keywords: [`a ${text} b`] })],
  ["venue", (text) => ({ venue: `1${text}b` })],
  ["organization", (text) => ({ organization: `a${text}b` })],
  ["id", (text) => ({ id: `0${text}b` })],
  ["url", (text) => ({ url: `https://example.org/${text}b` })],
  ["doi", (text) => ({ doi: `10.1000/a${text}b` })],
  ["date", (text) => ({ date: `2020${text}-01` })],
];
/** What cells of tables and addresses are looked through for. */
const UNITS = ["\t", "0 ", "/0", "$ ", "Jan ", "\n ", "=", '""', ...everyOf(PUMPS, times(8, 60))];

let resources: ExtractResources;
beforeAll(async () => {
  resources = await loadResources();
  await timeOf({ title: "A title to begin with" });
});

/** Processor time of a map of three papers and of writing it, microseconds. */
async function timeOf(fields: Partial<RawRecord>): Promise<number> {
  const papers = [
    {
      title: "Graph kernels for molecules",
      abstract: "We study graph kernels for molecules and show that they are good.",
    },
    { title: "Molecules and kernels", abstract: "Graph kernels are compared with neural networks on molecules." },
    { title: "A third one", abstract: "We study graph kernels on trees, and propose a better one.", ...fields },
  ];
  const text = papers.map((paper) => JSON.stringify(paper)).join("\n");
  const before = process.cpuUsage();
  const { value } = await runPipeline([{ file: "a.jsonl", text }], resources, DEFAULT_CONFIG, { generator: "test" });
  for (const { files } of FORMATS)
    for (const file of files) {
      const write = "load" in file ? await file.load() : "write" in file ? file.write : undefined;
      for (const chunk of write?.(value.document) ?? []) expect(chunk.length).toBeGreaterThanOrEqual(0);
    }
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

function everyOf<T>(items: readonly T[], count: number): readonly T[] {
  const step = Math.max(1, Math.floor(items.length / count));
  return items.filter((_, i) => i % step === 0);
}

const fill = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length));

test.each(FIELDS)(
  "%s",
  async (name, place) => {
    for (const unit of UNITS) {
      let [short, long] = [Infinity, Infinity];
      for (let tries = 0; tries < 3; tries++) {
        short = Math.min(short, await timeOf(place(fill(unit, LONG / TIMES))));
        long = Math.min(long, await timeOf(place(fill(unit, LONG))));
        if (long < NOISE || long / short < TIMES * MARGIN) break;
      }
      const grows = long > NOISE && long / short >= TIMES * MARGIN;
      tally.add(name, grows ? `${JSON.stringify(unit)}: ${short / 1e3} ms, ${long / 1e3} ms` : undefined);
    }
    tally.expectSurvived();
  },
  7_200_000,
);
