import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Graph from "graphology";
import { parse as parseGraphml } from "graphology-graphml";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeCsvRow } from "../../src/export/csv.ts";
import { writeFormat } from "../../src/export/format.ts";
import { FORMATS } from "../../src/export/formats.ts";
import { flatEdges, flatNodes } from "../../src/export/flat-graph.ts";
import { columnsOf } from "../../src/export/map-columns.ts";
import { COLUMNS_ELEMENT, DATA_ELEMENT } from "../../src/export/map.ts";
import { packText } from "../../src/export/packed-text.ts";
import { expectedGraph, hasReader, readBack } from "./read-back.ts";
import { TINY } from "../documents/tiny.ts";

const write = (id: string, name: string, page?: string): string =>
  [
    ...(writeFormat(
      FORMATS.find((format) => format.id === id)!,
      TINY,
      page,
    )[name] ?? []),
  ].join("");

describe("graph.json", () => {
  it("is the document, one record a line", () => {
    const text = write("json", "graph.json");
    expect(JSON.parse(text)).toEqual(TINY);
    expect(text.split("\n").filter((line) => line.startsWith('{"node":"p'))).toHaveLength(2);
  });
});

describe("graph.graphml", () => {
  const dir = mkdtempSync(join(tmpdir(), "paperweave-"));
  const file = join(dir, "graph.graphml");
  beforeAll(() => {
    writeFileSync(file, write("graphml", "graph.graphml"));
  });
  afterAll(() => {
    rmSync(dir, { recursive: true });
  });

  it.skipIf(!hasReader("networkx"))("is read by networkx with every attribute equal", () => {
    expect(readBack("networkx", file)).toEqual(expectedGraph(TINY));
  });

  it.skipIf(!hasReader("igraph"))("is read by igraph with every attribute equal", () => {
    expect(readBack("igraph", file)).toEqual(expectedGraph(TINY));
  });

  it("is read by graphology with every node, edge and label", () => {
    const graph = parseGraphml(Graph, write("graphml", "graph.graphml"));
    expect([graph.order, graph.size]).toEqual([[...flatNodes(TINY)].length, [...flatEdges(TINY)].length]);
    expect(graph.getNodeAttribute("t0", "aliases")).toBe("GW; graph-weaving");
  });

  it("has its keys first and all nodes before all edges", () => {
    const text = write("graphml", "graph.graphml");
    expect(text.lastIndexOf("<key ")).toBeLessThan(text.indexOf("<graph "));
    expect(text.lastIndexOf("<node ")).toBeLessThan(text.indexOf("<edge "));
    expect(text).not.toMatch(/NaN|Infinity|><\/data>/);
  });
});

describe("graph.gexf", () => {
  it.skipIf(spawnSync("xmllint", ["--version"]).status !== 0)(
    "is well-formed and keeps position, size and colour",
    () => {
      const text = write("gexf", "graph.gexf");
      expect(spawnSync("xmllint", ["--noout", "-"], { input: text, encoding: "utf8" })).toMatchObject({
        status: 0,
        stderr: "",
      });
      expect(text).toContain(
        '<viz:color r="10" g="123" b="255"/><viz:position x="-1.25" y="0.3333333333333333"/><viz:size value="2"/>',
      );
    },
  );
});

describe("CSV", () => {
  it("quotes what needs quotes", () => {
    expect(writeCsvRow(["a,b", 'say "x"', "two\nlines", " blank", 1.5, undefined, "plain"])).toBe(
      '"a,b","say ""x""","two\nlines"," blank",1.5,,plain\n',
    );
  });

  it("has a row for every paper, term, edge and community", () => {
    const rows = (name: string): number =>
      write("csv", name)
        .replace(/"[^"]*"/g, "")
        .trim()
        .split("\n").length - 1;
    expect([rows("papers.csv"), rows("terms.csv"), rows("edges.csv"), rows("communities.csv")]).toEqual([2, 2, 6, 3]);
  });
});

describe("formats of other tools", () => {
  it("VOSviewer: items with clusters from 1, one link a pair", () => {
    const { network } = JSON.parse(write("vosviewer", "vosviewer.json")) as {
      network: {
        items: { id: string; cluster: number }[];
        links: { source_id: string; target_id: string; strength: number }[];
      };
    };
    expect(network.items.map(({ id, cluster }) => [id, cluster])).toEqual([
      ["p0", 1],
      ["p1", 2],
      ["t0", 1],
      ["t1", 2],
    ]);
    expect(network.links).toContainEqual({ source_id: "t0", target_id: "t1", strength: 1 });
    expect(network.links).toHaveLength(5);
  });

  it("Pajek: one line a vertex whatever its label, a partition of the same length", () => {
    const lines = write("pajek", "graph.net").trim().split("\n");
    expect(lines[0]).toBe("*Vertices 4");
    expect(lines[1]).toBe('1 "Weaving, “quoted” </script><!--" -1.25 0.3333333333333333 0');
    expect(lines.slice(6)).toHaveLength(5);
    expect(write("pajek", "graph.clu")).toBe("*Vertices 4\n1\n2\n1\n2\n");
  });

  it("Neo4j: typed headers, labels and relationship types", () => {
    const nodes = write("neo4j", "neo4j-nodes.csv").split("\n");
    expect(nodes[0]).toMatch(/^id:ID,:LABEL,label:string,kind:string,.*confidence:double/);
    expect(nodes.some((row) => row.startsWith("t0,Term;Method,graph weaving"))).toBe(true);
    expect(write("neo4j", "neo4j-relationships.csv")).toMatch(/\nt0,t1,IS_A,0\.5,/);
  });
});

describe("map.html", () => {
  it("carries the document so that no text in it can end the script", () => {
    const page = write("html", "map.html", `<html>${COLUMNS_ELEMENT}<script>run()</script>${DATA_ELEMENT}</html>`);
    const data = /id="paperweave-data">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? "";
    expect(JSON.parse(gunzipSync(Buffer.from(data, "base64")).toString("ascii"))).toEqual(TINY);
    const columns = /id="paperweave-columns">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? "";
    expect(JSON.parse(columns)).toEqual(columnsOf(TINY));
    expect(data + columns).toMatch(/^[^<\u0080-\uffff]*$/);
  });

  it("packs a text of any length in any pieces to the same bytes", () => {
    const long = Array.from({ length: 30_000 }, (_, i) => `line ${(i * 7919) % 1013}\n`).join("");
    for (const text of ["", "a", "{}\n", long.slice(0, 65_536), long]) {
      const packed = [...packText([text])].join("");
      expect(gunzipSync(Buffer.from(packed, "base64")).toString()).toBe(text);
      expect(Buffer.from(packed, "base64").toString("base64")).toBe(packed);
      expect([...packText(text.match(/[^]{1,1000}/g) ?? [])].join("")).toBe(packed);
    }
    // No clock, no machine: always these.
    expect([...packText(["maps of maps of maps"])].join("")).toBe("H4sIAAAAAAAAA8tNLChWyE9TQKYBuRAO9xQAAAA=");
  });

  it("refuses a page without the place for it", () => {
    expect(() => write("html", "map.html", "<html></html>")).toThrow(/npm run build/);
  });
});
