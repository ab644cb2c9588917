import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeIngestReport } from "../../src/cli/print/ingest-report.ts";
import type { Paper } from "../../src/domain/paper.ts";
import type { RawRecord } from "../../src/domain/record.ts";
import { ingest, type IngestReport } from "../../src/ingest.ts";
import { ingestStream } from "../../src/ingest-stream.ts";
import { Spool } from "../../src/io/spool.ts";
import { temporaryFolder } from "../temporary.ts";
import { paperweave } from "./paperweave.ts";

const dir = temporaryFolder();
const file = (name: string, text: string | Uint8Array): string => {
  const path = join(dir, name);
  writeFileSync(path, text);
  return path;
};
const ABSTRACT = "Tidal models often assume a flat coast; we let the coast bend and measure the error.";

interface Report extends IngestReport {
  readonly items: readonly {
    what: string;
    file: string;
    line: number;
    reason: string;
    excerpt?: string;
    into?: string;
  }[];
}

describe("the report of an import", () => {
  it.each([0, 1, 1200])("is one JSON text, in pieces, with %i merges", (count) => {
    const where = { file: "a.jsonl", line: 3 };
    const problems = [{ code: "x/y", severity: "warning" as const, message: "odd", where }].slice(0, count);
    const ledger = Array.from({ length: count }, (_, i) => ({
      stage: "ingest" as const,
      action: "merge" as const,
      subject: `a.jsonl:${i + 2}`,
      rule: "same title",
      result: "a.jsonl:1",
    }));
    const report = { files: [], records: count, papers: 1, duplicates: count };
    const pieces = [...writeIngestReport({ report, problems, ledger })];
    const written = JSON.parse(pieces.join("")) as Report & { merges: unknown[]; problems: unknown[] };
    expect(pieces.join("")).toBe(`${JSON.stringify(written, null, 2)}\n`);
    expect(written).toMatchObject({ records: count, problems, merges: ledger });
    expect(written.items).toHaveLength(problems.length + count);
    // All in one piece, a hundred thousand merges took 400 MB.
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(500 * 300);
  });

  const latin = Buffer.from('{"title": "Café Queues"}\n', "latin1");
  const a = file(
    "a.jsonl",
    Buffer.concat([
      Buffer.from(`${JSON.stringify({ title: "Tides", abstract: ABSTRACT, date: "2024-13-45" })}\n`),
      latin,
      Buffer.from('{"title": "cut\n{"id": 7}\n'),
    ]),
  );
  const b = file("b.ris", `TY  - JOUR\nTI  - TIDES\nAB  - ${ABSTRACT}\nER  -\nTY  - JOUR\nPY  - 2001\nER  -\n`);

  it("names what was repaired, merged and skipped, each with file, line, reason and excerpt", async () => {
    const path = join(dir, "report.json");
    const { code, out, err } = await paperweave(["import", a, b, "--report", path]);
    expect(code).toBe(0);
    expect(out.trim().split("\n")).toHaveLength(2);
    const report = JSON.parse(readFileSync(path, "utf8")) as Report;
    expect(report).toMatchObject({ records: 6, papers: 2, duplicates: 1, skipped: 3, repaired: 2 });
    expect(report.files).toMatchObject([
      { file: a, format: "jsonl", records: 4, kept: 2, skipped: 2, repaired: 2 },
      { file: b, format: "ris", records: 2, kept: 0, merged: 1, skipped: 1 },
    ]);
    const short = report.items.map(({ what, file: name, line, excerpt = "" }) => [
      what,
      name.slice(-5),
      line,
      excerpt.slice(0, 20),
    ]);
    expect(short).toEqual([
      ["repaired", "jsonl", 2, '{"title": "Café Queu'],
      ["repaired", "jsonl", 1, '{"title":"Tides","ab'],
      ["told", "jsonl", 2, '{"title": "Café Queu'],
      ["skipped", "jsonl", 3, '{"title": "cut'],
      ["skipped", "jsonl", 4, '{"id": 7}'],
      ["skipped", "b.ris", 5, "TY - JOUR"],
      ["merged", "b.ris", 1, "TIDES"],
    ]);
    expect(report.items.every(({ reason }) => reason.length > 5)).toBe(true);
    expect(report.items.at(-1)).toMatchObject({ into: `${a}:1`, reason: "same title" });
    expect(
      err
        .split("\n")
        .slice(-6, -1)
        .map((line) => line.replace(`${dir}/`, "").replace(/ +/g, " ")),
    ).toEqual([
      "file format records kept merged skipped repaired",
      "a.jsonl jsonl 4 2 0 2 2",
      "b.ris ris 2 0 1 1 0",
      "all 6 2 1 3 2",
      "6 records, 2 papers",
    ]);
  });

  it("under --strict ends with the first error, and nothing is printed", async () => {
    const { code, out, err } = await paperweave(["import", b, a, "--strict"]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(`${a}:3: error: not valid JSON`);
    expect(err).not.toContain("b.ris");
    expect((await paperweave(["import", file("good.jsonl", '{"title": "Tides"}'), "--strict"])).code).toBe(0);
    expect((await paperweave(["import", a, join(dir, "gone.bib"), "--strict"])).code).toBe(2);
  });

  it("reads packed inputs, and names their files", async () => {
    const { gzipSync, strToU8, zipSync } = await import("fflate");
    const zip = file(
      "c.zip",
      zipSync({ "in/a.bib": strToU8("@book{a, title={Tides}}"), "b.ris": strToU8("TY  - JOUR\nTI  - Locks\nER  -") }),
    );
    const gz = file("d.jsonl.gz", gzipSync(strToU8('{"title": "Bees"}\n{')));
    const { out, err } = await paperweave(["import", zip, gz]);
    const places = out
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as { source: { file: string } }).source.file);
    expect(places.map((name) => name.replace(`${dir}/`, ""))).toEqual(["c.zip/b.ris", "c.zip/in/a.bib", "d.jsonl.gz"]);
    expect(err).toContain("d.jsonl.gz:2: error: not valid JSON");
  });
});

describe("whatever records hold", () => {
  const text = fc.constantFrom("Tides", "TIDES", "On Bread", "Editorial", "", "n/a", ABSTRACT);
  const record = fc.record(
    {
      id: fc.constantFrom(1, "1", "x", "n/a", null),
      title: text,
      abstract: text,
      doi: fc.constantFrom("10.1/a", "10.1/b", "n/a"),
      arxiv_id: fc.constantFrom("2401.00001", "2401.00001v2"),
      date: fc.constantFrom("2020", "2021-05", 0, "x"),
    },
    { requiredKeys: [] },
  );
  const line = fc.oneof(
    record.map((value) => JSON.stringify(value)),
    fc.constantFrom("[1]", "{", "# note", ""),
  );
  it("records in are papers, merged and skipped ones", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), fc.boolean(), async (lines, dedupe) => {
        const { value, ledger } = await ingest([{ file: "f", text: lines.join("\n") }], { dedupe });
        const { records, duplicates, skipped = 0, files } = value.report;
        expect(records).toBe(value.papers.length + duplicates + skipped);
        expect(ledger.filter(({ action }) => action === "merge")).toHaveLength(duplicates);
        expect(new Set(value.papers.map(({ id }) => id)).size).toBe(value.papers.length);
        for (const { kept, merged = 0, skipped: lost = 0, records: all } of files)
          expect(kept + merged + lost).toBe(all);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it("reading them one by one gives the same", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 12 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 12 }),
        async (lines, dedupe, compared) => {
          const sources = [{ file: "f", text: lines.join("\n") }];
          const whole = await ingest(sources, { dedupe });
          const spool = new Spool<RawRecord>(3);
          const { papers, report, problems, ledger } = await ingestStream(sources, { dedupe }, spool, { compared });
          const listed: Paper[] = [];
          for await (const paper of papers) listed.push(paper);
          await spool.close();
          expect({ value: { papers: listed, report }, problems, ledger }).toEqual(whole);
        },
      ),
      { seed: 8, numRuns: 100 },
    );
  });
});
