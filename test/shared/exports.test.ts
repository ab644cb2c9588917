import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Graph from "graphology";
import { parse as parseGexf } from "graphology-gexf";
import { parquetReadObjects } from "hyparquet";
import { beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../src/config.ts";
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { CSV_TABLES } from "../../src/export/csv.ts";
import { flatEdges, flatNodes } from "../../src/export/flat-graph.ts";
import { joinPairs } from "../../src/export/pairs.ts";
import { graphStatements } from "../../src/export/rdf/graph-statements.ts";
import { ingest } from "../../src/ingest.ts";
import { loadResources } from "../../src/io/load-resources.ts";
import { runPipeline } from "../../src/pipeline.ts";
import { HOSTILE } from "../documents/hostile.ts";
import { TINY } from "../documents/tiny.ts";
import { expectedGraph, hasReader, hasTool, readBack, type ReadBack, readWith } from "../export/read-back.ts";
import { writeInto, writtenFiles, writtenText } from "../export/written.ts";
import { temporaryFolder } from "../temporary.ts";
import { hasShared, SHARED, seedSources } from "./shared.ts";

const GRAPHML_SCHEMA = join(SHARED, "fixtures/graphml-schema/graphml.xsd");
const GEXF_SCHEMAS = join(SHARED, "fixtures/gexf-schema");

const folder = temporaryFolder();

describe.skipIf(!hasShared)("the exports of the five real documents", () => {
  let real: GraphDocument;

  beforeAll(async () => {
    const built = await runPipeline(seedSources(), await loadResources(), DEFAULT_CONFIG, { generator: "test" });
    real = built.value.document;
  }, 600_000);

  describe.each([
    ["real", () => real],
    ["tiny", () => TINY],
    ["hostile", () => HOSTILE],
  ])("%s", (name, document) => {
    const write = async (id: string, file: string, flavour?: string) =>
      (await writeInto(join(folder, name), id, document(), flavour === undefined ? {} : { flavour }))(file);

    it.skipIf(!hasTool("xmllint"))("is valid against the schemas of GraphML and GEXF", async () => {
      for (const [file, kind, schema] of [
        [await write("graphml", "graph.graphml"), "--schema", GRAPHML_SCHEMA],
        [await write("gexf", "graph.gexf"), "--relaxng", join(GEXF_SCHEMAS, "1.3/gexf.rng")],
        [withoutViz(await write("gexf", "graph.gexf", "1.2")), "--relaxng", join(GEXF_SCHEMAS, "1.2draft/gexf.rng")],
      ] as const) {
        const { stderr } = spawnSync("xmllint", ["--nonet", "--noout", kind, schema, file], { encoding: "utf8" });
        expect(stderr).toBe(`${file} validates\n`);
      }
    });

    it.skipIf(!hasTool("jing"))("is valid by jing, too", async () => {
      for (const [file, schema] of [
        [await write("gexf", "graph.gexf"), "1.3/gexf.rng"],
        [withoutViz(await write("gexf", "graph.gexf", "1.2")), "1.2draft/gexf.rng"],
      ] as const)
        expect(spawnSync("jing", [join(GEXF_SCHEMAS, schema), file], { encoding: "utf8" })).toMatchObject({
          status: 0,
          stdout: "",
        });
    });
  });

  it.skipIf(!hasReader("networkx"))("are read by networkx with every attribute equal to graph.json", async () => {
    const file = (await writeInto(folder, "graphml", real))("graph.graphml");
    expect(readBack("networkx-graphml", file)).toEqual(expectedGraph(real));
    const gexf = readBack("networkx-gexf", (await writeInto(folder, "gexf", real, { flavour: "1.2" }))("graph.gexf"));
    expect([Object.keys(gexf.nodes).length, Object.keys(gexf.edges).length]).toEqual(sizeOf(real));
    const pajek = readWith("networkx-pajek", (await writeInto(folder, "pajek", real))("graph.net")) as ReadBack;
    expect([Object.keys(pajek.nodes).length, Object.keys(pajek.edges).length]).toEqual([
      sizeOf(real)[0],
      joinPairs(real).length,
    ]);
  });

  it.skipIf(!hasReader("igraph"))("are read by igraph with every attribute equal to graph.json", async () => {
    const file = (await writeInto(folder, "graphml", real))("graph.graphml");
    expect(readBack("igraph-graphml", file)).toEqual(expectedGraph(real));
  });

  it("are read by graphology with every attribute of GEXF", async () => {
    const graph = parseGexf(Graph, await writtenText("gexf", "graph.gexf", real));
    expect([graph.order, graph.size]).toEqual(sizeOf(real));
    for (const { id, source, target, attributes } of flatEdges(real)) {
      expect(graph.extremities(id)).toEqual([source, target]);
      expect(graph.getEdgeAttributes(id)).toMatchObject(attributes);
    }
  });

  it.skipIf(!hasReader("csv"))(
    "are tables whose every cell Python and SQLite read, and no cell is a formula",
    async () => {
      const raw = await writeInto(folder, "csv", real, { flavour: "raw" });
      const guarded = await writeInto(folder, "csv", real);
      for (const table of CSV_TABLES) {
        const { columns, rows } = table.of(real);
        const cells = Array.from(rows, (row) => row.map((cell) => (cell === undefined ? "" : String(cell))));
        const expected = [columns.map(({ name }) => name), ...cells];
        expect(readWith("csv", raw(`${table.name}.csv`))).toEqual(expected);
        expect(readWith("sqlite", raw(`${table.name}.csv`))).toEqual(expected);
        const found = readWith("csv", guarded(`${table.name}.csv`)) as string[][];
        expect(found).toHaveLength(expected.length);
        const texts = found.flatMap((row) => row.filter((_, i) => columns[i]!.type !== "double"));
        expect(texts.filter((cell) => /^\s*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
      }
    },
  );

  it("are Parquet tables with as many rows and the same texts", async () => {
    const files = await writtenFiles("parquet", real);
    for (const table of CSV_TABLES) {
      const rows = await parquetReadObjects({ file: new Uint8Array(files[`${table.name}.parquet`]!).buffer });
      expect(rows.map((row) => Object.values(row).map((cell): unknown => cell ?? undefined))).toEqual([
        ...table.of(real).rows,
      ]);
    }
  });

  it.skipIf(!hasReader("csv"))("are Neo4j's: every is_a from the narrower to the broader, a line a row", async () => {
    const file = (await writeInto(folder, "neo4j", real))("neo4j-relationships.csv");
    const [header = [], ...rows] = readWith("csv", file) as string[][];
    expect((await writtenText("neo4j", "neo4j-relationships.csv", real)).trimEnd().split("\n")).toHaveLength(
      rows.length + 1,
    );
    const isA = rows.filter((row) => row[2] === "IS_A");
    expect(isA.length).toBeGreaterThan(500);
    expect(isA.filter((row) => row[header.indexOf("narrower:string")] !== row[0])).toEqual([]);
  });

  it.skipIf(!hasReader("rdflib"))(
    "are as many statements for rdflib, in Turtle and N-Quads",
    async () => {
      const statements = new Set(Array.from(graphStatements(real), (terms) => terms.map(({ id }) => id).join(" ")));
      for (const [id, name] of [
        ["turtle", "graph.ttl"],
        ["nquads", "graph.nq"],
      ] as const) {
        const file = (await writeInto(folder, id, real))(name);
        expect(readWith("rdflib", file)).toHaveLength(statements.size);
      }
      // A minute for either on a free machine.
    },
    600_000,
  );

  it("are references that our readers find again", async () => {
    for (const [id, name] of [
      ["bibtex", "papers.bib"],
      ["ris", "papers.ris"],
    ] as const) {
      const text = await writtenText(id, name, real);
      const { papers } = (await ingest([{ file: name, text }], { dedupe: false })).value;
      // To BibTeX two hyphens are a dash, as the titles mean it, and braces are no text.
      const plain = (title: string) =>
        title
          .replace(/-{2,3}|[–—]/g, "–")
          .replace(/[{}$]/g, "")
          .replace(/\s+/g, " ");
      expect(papers.map(({ title }) => plain(title))).toEqual(real.papers.map(({ title }) => plain(title)));
    }
  });
});

/**
 * The schema of 1.2 has what is drawn in the namespace of the graph, by mistake: Gephi and networkx, which read and write
 * the namespace `viz`, make no file that it takes. @returns path of a copy as the schema wants it.
 */
function withoutViz(file: string): string {
  const copy = `${file}.without-viz`;
  writeFileSync(copy, readFileSync(file, "utf8").replaceAll("<viz:", "<"));
  return copy;
}

function sizeOf(document: GraphDocument): [nodes: number, edges: number] {
  return [[...flatNodes(document)].length, [...flatEdges(document)].length];
}
