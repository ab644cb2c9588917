/**
 * Hostile texts in every field of a document, through the formats and back by readers that are not ours: every attribute of
 * every node and edge, every cell of every table is what it was.
 */
import { readFileSync } from "node:fs";
import Graph from "graphology";
import { parse as parseGexf } from "graphology-gexf";
import { parse as parseGraphml } from "graphology-graphml";
import { expect, test } from "vitest";
import type { GraphDocument } from "../../../src/contract/graph-document.ts";
import { readGraphJson } from "../../../src/contract/graph-json.ts";
import { CSV_TABLES } from "../../../src/export/csv.ts";
import { spreadsheetCell } from "../../../src/export/tables/spreadsheet-cells.ts";
import type { Cell } from "../../../src/export/tables/table.ts";
import { hostileDocument } from "../../documents/hostile.ts";
import { cleanForXml, expectedGraph, hasReader, type ReadBack, readBack, readWith } from "../../export/read-back.ts";
import { writeInto } from "../../export/written.ts";
import { temporaryFolder } from "../../temporary.ts";
import { openTally, someOf } from "../tally.ts";
import { hostileTexts } from "./texts.ts";

const folder = temporaryFolder();
const tally = openTally("exports");
const BATCH = 40;
const texts = hostileTexts();
const batches = Array.from({ length: Math.ceil(texts.length / BATCH) }, (_, i) =>
  texts.slice(i * BATCH, (i + 1) * BATCH),
);
const documents = someOf(batches, 3).map((batch, i) => [i, hostileDocument(batch)] as const);

/** Every value beside the one that was wanted, and those that nobody asked for. */
function compare(what: string, found: ReadBack, wanted: ReadBack): void {
  const flat = ({ nodes, edges }: ReadBack): Map<string, unknown> => {
    const values = new Map<string, unknown>();
    for (const [id, attributes] of Object.entries(nodes))
      for (const [name, value] of Object.entries(attributes)) values.set(`${id} ${name}`, value);
    for (const [id, [source, target, attributes]] of Object.entries(edges)) {
      values.set(`${id} ends`, `${source} ${target}`);
      for (const [name, value] of Object.entries(attributes)) values.set(`${id} ${name}`, value);
    }
    return values;
  };
  compareValues(what, flat(found), flat(wanted));
}

function compareValues(what: string, found: ReadonlyMap<string, unknown>, wanted: ReadonlyMap<string, unknown>): void {
  let same = 0;
  for (const [key, value] of wanted) {
    if (Object.is(found.get(key), value)) same++;
    else tally.add(`${what}, unlike`, `${key}: ${show(found.get(key))} for ${show(value)}`);
  }
  for (const key of found.keys()) if (!wanted.has(key)) tally.add(`${what}, unasked`, key);
  tally.count(`${what}: attributes`, wanted.size, same);
}

function show(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value).slice(0, 80);
}

const graphml = async (i: number, document: GraphDocument) =>
  (await writeInto(`${folder}/${i}`, "graphml", document))("graph.graphml");
const gexf = async (i: number, document: GraphDocument) =>
  (await writeInto(`${folder}/${i}`, "gexf", document, { flavour: "1.2" }))("graph.gexf");

test.skipIf(!hasReader("networkx"))(
  "GraphML by networkx",
  async () => {
    for (const [i, document] of documents)
      compare("GraphML, networkx", readBack("networkx-graphml", await graphml(i, document)), expectedGraph(document));
    tally.expectSurvived();
  },
  900_000,
);

test.skipIf(!hasReader("igraph"))(
  "GraphML by igraph",
  async () => {
    for (const [i, document] of documents)
      compare("GraphML, igraph", readBack("igraph-graphml", await graphml(i, document)), expectedGraph(document));
    tally.expectSurvived();
  },
  900_000,
);

test("GraphML by graphology", async () => {
  for (const [i, document] of documents) {
    const graph = parseGraphml(Graph, readFileSync(await graphml(i, document), "utf8"));
    const wanted = expectedGraph(document);
    const labels = (name: "label" | "key") =>
      new Map(Object.entries(wanted.nodes).map(([id, attributes]) => [`${id} ${name}`, attributes[name]]));
    for (const name of ["label", "key"] as const) {
      const found = new Map(graph.mapNodes((id, attributes) => [`${id} ${name}`, attributes[name] as unknown]));
      compareValues(`GraphML, graphology: ${name}`, found, labels(name));
    }
    expect(graph.size).toBe(Object.keys(wanted.edges).length);
  }
  tally.expectSurvived();
}, 900_000);

test("GEXF by graphology", async () => {
  for (const [i, document] of documents) {
    const graph = parseGexf(Graph, readFileSync(await gexf(i, document), "utf8"));
    const wanted = new Map(Object.entries(expectedGraph(document).nodes).map(([id, { label }]) => [id, String(label)]));
    const found = new Map(graph.mapNodes((id, attributes) => [id, attributes["label"] as unknown]));
    compareValues("GEXF, graphology: label", found, wanted);
  }
  tally.expectSurvived();
}, 900_000);

test("graph.json by our own reader and by Python's", async () => {
  for (const [i, document] of documents) {
    const file = (await writeInto(`${folder}/${i}`, "json", document))("graph.json");
    const text = readFileSync(file, "utf8");
    const own = readGraphJson(text);
    // A lone surrogate is written as an escape: nothing is lost.
    tally.add("graph.json, our reader", JSON.stringify(own) === JSON.stringify(document) ? undefined : `batch ${i}`);
    if (hasReader("csv")) {
      const found = readWith("json-texts", file) as readonly string[];
      const wanted = [
        ...document.papers.flatMap(({ title, id }) => [title, id]),
        ...document.terms.map(({ term }) => term),
      ];
      compareValues("graph.json, Python", numbered(found), numbered(wanted));
    }
  }
  tally.expectSurvived();
}, 900_000);

test.skipIf(!hasReader("csv"))(
  "CSV by Python, raw and guarded; no guarded cell is a formula",
  async () => {
    const readable = (cell: Cell): string =>
      (cell === undefined ? "" : String(cell)).replace(/\p{Surrogate}/gu, "\uFFFD");
    for (const [i, document] of documents) {
      const raw = await writeInto(`${folder}/${i}`, "csv", document, { flavour: "raw" });
      const guarded = await writeInto(`${folder}/${i}`, "csv", document);
      for (const table of CSV_TABLES) {
        const { columns, rows } = table.of(document);
        const cells = Array.from(rows).flat();
        const found = (readWith("csv", raw(`${table.name}.csv`)) as string[][]).slice(1).flat();
        compareValues("CSV, raw", numbered(found), numbered(cells.map(readable)));
        const safe = (readWith("csv", guarded(`${table.name}.csv`)) as string[][]).slice(1).flat();
        safe.forEach((cell, at) => {
          const { type } = columns[at % columns.length]!;
          if (type === "double" || type === "int") return;
          const isFormula = /^[\s\p{Z}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r]/u.test(cell);
          tally.add("CSV, no formula", isFormula ? `${table.name}: ${show(cell)}` : undefined);
          const wanted = readable(spreadsheetCell(cells[at], type)).replaceAll("\\ ", "\\");
          if (cell.replaceAll("\\ ", "\\") !== wanted) tally.add("CSV, guarded alike", `${table.name}: ${show(cell)}`);
        });
      }
    }
    tally.expectSurvived();
  },
  900_000,
);

test("nothing was added to the prototypes", () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  expect(cleanForXml("a\u0000")).toBe("a\uFFFD");
});

function numbered(values: readonly unknown[]): ReadonlyMap<string, unknown> {
  return new Map(values.map((value, i) => [String(i), value]));
}
