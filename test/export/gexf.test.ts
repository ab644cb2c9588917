import Graph from "graphology";
import { parse as parseGexf } from "graphology-gexf";
import { describe, expect, it } from "vitest";
import { flatEdges, flatNodes } from "../../src/export/flat-graph.ts";
import { firstDay } from "../../src/export/dates.ts";
import { HOSTILE } from "../documents/hostile.ts";
import { TINY } from "../documents/tiny.ts";
import { temporaryFolder } from "../temporary.ts";
import { cleanForXml, hasReader, readBack } from "./read-back.ts";
import { writeInto, writtenText } from "./written.ts";

const folder = temporaryFolder();

/** Carried by GEXF itself. */
const NATIVE = ["label", "name", "x", "y", "size", "color", "r", "g", "b", "weight"];

/** What readers must find beside those. */
function plain(attributes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([name]) => !NATIVE.includes(name))
      .map(([name, value]) => [name, typeof value === "string" ? cleanForXml(value) : value]),
  );
}

/** Its parser takes separators of XML 1.1 for line ends. */
function oneBlank(attributes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(attributes);
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      typeof value === "string" ? value.replace(/[\r\n\u0085\u2028]+/g, " ") : value,
    ]),
  );
}

describe.each([
  ["one of everything", TINY],
  ["hostile texts", HOSTILE],
])("graph.gexf: %s", (name, document) => {
  it("is read by graphology with every node, edge, attribute, place and colour", async () => {
    const text = await writtenText("gexf", "graph.gexf", document);
    const graph = parseGexf(Graph, text, { addMissingNodes: false, allowUndeclaredAttributes: false });
    expect([graph.order, graph.size]).toEqual([[...flatNodes(document)].length, [...flatEdges(document)].length]);
    for (const { id, attributes } of flatNodes(document)) {
      const { x, y, size, color, ...rest } = graph.getNodeAttributes(id) as Readonly<Record<string, unknown>>;
      expect({ x, y, size, color }).toEqual({
        x: attributes["x"],
        y: attributes["y"],
        size: attributes["size"],
        color: `rgb(${["r", "g", "b"].map((channel) => attributes[channel]).join(",")})`,
      });
      expect(oneBlank(rest)).toMatchObject(oneBlank(plain(attributes)));
    }
    for (const { id, source, target, attributes } of flatEdges(document)) {
      expect(graph.extremities(id)).toEqual([source, target]);
      const expected = { ...plain(attributes), weight: attributes["weight"] };
      expect(oneBlank(graph.getEdgeAttributes(id))).toMatchObject(oneBlank(expected));
    }
  });

  it.skipIf(!hasReader("networkx"))("flavour 1.2 is read by networkx 2 with every attribute", async () => {
    const file = (await writeInto(`${folder}/${name}`, "gexf", document, { flavour: "1.2" }))("graph.gexf");
    const { nodes, edges } = readBack("networkx-gexf", file);
    expect(Object.keys(nodes)).toEqual([...flatNodes(document)].map(({ id }) => id));
    for (const { id, attributes } of flatNodes(document)) {
      expect(nodes[id]).toMatchObject(plain(attributes));
      const { position, size } = nodes[id]!["viz"] as { position: { x: number; y: number }; size: number };
      expect([position.x, position.y, size]).toEqual([attributes["x"], attributes["y"], attributes["size"]]);
    }
    expect(Object.keys(edges)).toHaveLength([...flatEdges(document)].length);
    for (const { id, attributes } of flatEdges(document))
      expect(edges[id]![2]).toMatchObject({ ...plain(attributes), weight: attributes["weight"] });
  });
});

describe("what Gephi looks for", () => {
  it("kinds of edges, so that two of one pair stay apart", async () => {
    const text = await writtenText("gexf", "graph.gexf", TINY);
    const between = text.match(/<edge [^>]*source="t0" target="t1"[^>]*>/g) ?? [];
    expect(between.map((edge) => /kind="(\w+)"/.exec(edge)?.[1])).toEqual(["is_a", "cooccurs"]);
    expect(await writtenText("gexf", "graph.gexf", TINY, { flavour: "1.2" })).not.toContain(' kind="');
  });

  it("a timeline of days: dated papers and terms have a start, others none", async () => {
    const text = await writtenText("gexf", "graph.gexf", HOSTILE);
    expect(text).toContain('mode="dynamic" timeformat="date" timerepresentation="interval"');
    const starts = [...text.matchAll(/<node id="(\w+)"[^>]*? start="([^"]+)"/g)].map(([, id, start]) => [id, start]);
    const dated = [
      ...HOSTILE.papers.map(({ node, date }) => [node, firstDay(date)]),
      ...HOSTILE.terms.map(({ node, first_seen: date }) => [node, firstDay(date)]),
    ];
    expect(starts).toEqual(dated.filter(([, date]) => date !== undefined));
    const undated = { ...TINY, papers: TINY.papers.slice(1), terms: [] };
    expect(await writtenText("gexf", "graph.gexf", undated)).toContain(
      '<graph defaultedgetype="undirected" mode="static">',
    );
  });

  it("position, size, colour, and who made it", async () => {
    const text = await writtenText("gexf", "graph.gexf", TINY);
    expect(text).toContain(
      '<viz:color r="10" g="123" b="255"/><viz:position x="-1.25" y="0.3333333333333333" z="0"/><viz:size value="2"/>',
    );
    expect(text).toContain("<creator>paperweave test</creator>");
    expect(text).toContain("<description>2 papers, 2 terms, 2 communities</description>");
  });
});

describe("days", () => {
  it.each([
    ["2024", "2024-01-01"],
    ["2024-05", "2024-05-01"],
    ["2024-02-29", "2024-02-29"],
    ["2023-02-30", undefined],
    ["2024-13", undefined],
    ["0000", undefined],
    ["May", undefined],
    [undefined, undefined],
  ])("%s → %s", (date, day) => {
    expect(firstDay(date)).toBe(day);
  });
});
