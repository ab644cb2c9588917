/**
 * The library as a program uses it: stage by stage, over streams.
 */
import { describe, expect, it } from "vitest";
import {
  addMeasures,
  buildGraph,
  DEFAULT_CONFIG,
  extractTerms,
  joinDuplicates,
  loadResources,
  openResources,
  type RawRecord,
  read,
  type ReadStep,
  RESOURCE_FILES,
  runPipeline,
  type Source,
} from "../src/index.ts";
import { readAsset } from "../src/io/package-files.ts";

const line = (n: number): string =>
  `${JSON.stringify({ id: `n${n}`, title: `Note ${n} on tidal turbines`, abstract: `Tidal turbines with blade pitch control, note ${n}.` })}\n`;

async function collect(sources: Iterable<Source> | AsyncIterable<Source>): Promise<ReadStep[]> {
  const steps: ReadStep[] = [];
  for await (const step of read(sources)) steps.push(step);
  return steps;
}

describe("reading", () => {
  it("yields records and problems in the order of the texts, and ends each with its report", async () => {
    const steps = await collect([
      { file: "b.jsonl", text: `${line(1)}{broken\n${line(2)}` },
      { file: "a.bib", text: "@article{x, title = {On tides}, abstract = {Tides rise.}}" },
    ]);
    const seen = steps.map((step) =>
      "record" in step
        ? step.record.title
        : "problem" in step
          ? step.problem.code
          : "report" in step
            ? step.report
            : step,
    );
    expect(seen).toEqual([
      "Note 1 on tidal turbines",
      "jsonl/syntax",
      "Note 2 on tidal turbines",
      expect.objectContaining({ file: "b.jsonl", format: "jsonl" }),
      "On tides",
      { file: "a.bib", format: "bibtex", records: 1 },
    ]);
  });

  it("takes no more of a stream than it is asked for", async () => {
    let given = 0;
    let isClosed = false;
    const text = (async function* () {
      try {
        for (; given < 1_000_000; given++) yield await Promise.resolve(line(given));
      } finally {
        isClosed = true;
      }
    })();
    let taken = 0;
    for await (const step of read([{ file: "long.jsonl", text }])) if ("record" in step && ++taken === 200) break;
    expect([taken, isClosed]).toEqual([200, true]);
    expect(given).toBeLessThan(400);
  });

  it("takes sources as they come", async () => {
    const sources = (async function* () {
      for (const file of ["b", "a"]) yield await Promise.resolve({ file, text: line(1) });
    })();
    const reports = (await collect(sources)).flatMap((step) => ("report" in step ? step.report.file : []));
    expect(reports).toEqual(["b", "a"]);
  });

  it("tells of a text that it does not know", async () => {
    const [problem, report] = await collect([{ file: "x.pdf", text: "%PDF-1.7" }]);
    expect(problem).toMatchObject({ problem: { code: "input/format", where: { file: "x.pdf" } } });
    expect(report).toEqual({ report: { file: "x.pdf", format: "unreadable", records: 0 } });
  });
});

it("stage by stage gives what the whole flow gives", async () => {
  const sources = [{ file: "notes.jsonl", text: [1, 2, 3, 1].map(line).join("") }];
  const resources = await loadResources();
  const records: RawRecord[] = [];
  for await (const step of read(sources)) if ("record" in step) records.push(step.record);
  const papers = joinDuplicates(records).value;
  const terms = (await extractTerms(papers, resources, DEFAULT_CONFIG.extract)).value;
  const options = { generator: "test", settings: { ...DEFAULT_CONFIG } };
  const graph = await buildGraph(papers, terms, DEFAULT_CONFIG.graph, options);
  const document = await addMeasures(graph.value);
  const whole = await runPipeline(sources, resources, DEFAULT_CONFIG, { generator: "test" });
  expect(papers).toHaveLength(3);
  expect(document).toEqual(whole.value.document);
});

it("takes the models from wherever they are kept, packed or not", async () => {
  const asked: string[] = [];
  const resources = await openResources(async (name) => {
    asked.push(name);
    return readAsset(name);
  });
  expect(asked).toEqual([...RESOURCE_FILES]);
  expect(Object.keys(resources)).toEqual(Object.keys(await loadResources()));
  await expect(openResources(async () => Promise.resolve(new Uint8Array(9)))).rejects.toThrow();
});
