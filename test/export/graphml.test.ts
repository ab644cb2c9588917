import Graph from "graphology";
import { parse as parseGraphml } from "graphology-graphml";
import { describe, expect, it } from "vitest";
import { flatEdges, flatNodes } from "../../src/export/flat-graph.ts";
import { HOSTILE } from "../documents/hostile.ts";
import { TINY } from "../documents/tiny.ts";
import { temporaryFolder } from "../temporary.ts";
import { expectedGraph, hasReader, readBack } from "./read-back.ts";
import { writeInto, writtenText } from "./written.ts";

const folder = temporaryFolder();

describe.each([
  ["one of everything", TINY],
  ["hostile texts", HOSTILE],
])("graph.graphml: %s", (name, document) => {
  const file = async () => (await writeInto(`${folder}/${name}`, "graphml", document))("graph.graphml");

  it.skipIf(!hasReader("networkx"))("is read by networkx with every attribute equal", async () => {
    expect(readBack("networkx-graphml", await file())).toEqual(expectedGraph(document));
  });

  it.skipIf(!hasReader("igraph"))("is read by igraph with every attribute equal", async () => {
    expect(readBack("igraph-graphml", await file())).toEqual(expectedGraph(document));
  });

  it("is read by graphology with every node, edge and label", async () => {
    const graph = parseGraphml(Graph, await writtenText("graphml", "graph.graphml", document));
    expect([graph.order, graph.size]).toEqual([[...flatNodes(document)].length, [...flatEdges(document)].length]);
  });

  it("has its keys first and all nodes before all edges", async () => {
    const text = await writtenText("graphml", "graph.graphml", document);
    expect(text.lastIndexOf("<key ")).toBeLessThan(text.indexOf("<graph "));
    expect(text.lastIndexOf("<node ")).toBeLessThan(text.indexOf("<edge "));
    expect(text).not.toMatch(/key="(x|y|size|weight|npmi|confidence)">(NaN|-?Infinity)<|><\/data>/);
  });
});

describe("attributes for programs", () => {
  it("names are unique, colours are texts, addresses are of the web, ids of keys are their names", async () => {
    const nodes = [...flatNodes(HOSTILE)].map(({ attributes }) => attributes);
    expect(new Set(nodes.map(({ name }) => name)).size).toBe(nodes.length);
    expect(nodes.flatMap(({ name }) => (String(name).startsWith("same name") ? name! : []))).toEqual([
      "same name (p30)",
      "same name (p32)",
      "same name (p33)",
      "same name (method)",
    ]);
    expect(new Set(nodes.map(({ color }) => color))).toEqual(new Set(["#0a7bff"]));
    expect(nodes.flatMap(({ url }) => url ?? []).filter((url) => !String(url).startsWith("https://"))).toEqual([]);
    const text = await writtenText("graphml", "graph.graphml", TINY);
    expect(text).toContain('<key id="label" for="node" attr.name="label" attr.type="string"/>');
    expect(text).toContain('<key id="edge_kind" for="edge" attr.name="kind" attr.type="string"/>');
  });

  it("is_a edges start at the narrower term, also those of older documents", () => {
    const edges = [...flatEdges(HOSTILE)].filter(({ attributes }) => attributes["kind"] === "is_a");
    expect(edges.map(({ source, target }) => [source, target])).toEqual([
      ["t1", "t0"],
      ["t2", "t1"],
    ]);
    for (const { source, attributes } of edges) expect(attributes).toMatchObject({ head: source, narrower: source });
  });
});

describe("flavour yed", () => {
  it.skipIf(!hasReader("networkx"))("is drawn in yWorks' elements, which networkx reads", async () => {
    const file = (await writeInto(folder, "graphml", TINY, { flavour: "yed" }))("graph.graphml");
    const { nodes, edges } = readBack("networkx-graphml", file);
    // yEd counts y downwards, from the upper left corner; a method is a circle.
    expect(nodes["t0"]).toMatchObject({
      label: "graph weaving",
      x: String(6 * 3.5 - 24),
      y: String(6 * 2 - 24),
      shape_type: "ellipse",
    });
    expect(Object.keys(nodes)).toEqual(["p0", "p1", "t0", "t1"]);
    expect(Object.keys(edges)).toHaveLength(6);
    const text = await writtenText("graphml", "graph.graphml", TINY, { flavour: "yed" });
    // Only kinds with a direction have an arrow.
    expect(text.match(/target="standard"/g)).toHaveLength(1);
    expect(text).toContain('<y:Fill color="#0a7bff" transparent="false"/>');
  });
});
