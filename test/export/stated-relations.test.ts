/**
 * What papers state of two terms, in every format: the kind, and which of the two is the head.
 */
import { describe, expect, it } from "vitest";
import { STATED_KINDS } from "../../src/contract/graph-document.ts";
import { writeGraphJson } from "../../src/contract/graph-json.ts";
import { flatEdges } from "../../src/export/flat-graph.ts";
import { relationEdge } from "../documents/records.ts";
import { TINY } from "../documents/tiny.ts";
import { writtenText } from "./written.ts";

/** Every stated kind from the later of the two terms to the earlier, and "better than" both ways. */
const STATED = {
  ...TINY,
  relations: [
    ...STATED_KINDS.map((kind) =>
      relationEdge("t1", "t0", {
        kind,
        stated: 2,
        confidence: 0.75,
        weight: 0.75,
        first_seen: "2024-05",
        ...(kind === "is_a" && { narrower: "t1" }),
        evidence: [{ paper: "p0", field: "abstract", sentence: [58, 85], confidence: 0.5, cue: "beats" }],
      }),
    ),
    relationEdge("t0", "t1", { kind: "better_than", stated: 1, confidence: 0.5, weight: 0.5, contradicted: true }),
  ],
};
const DIRECTED = STATED_KINDS.filter((kind) => kind !== "compared_with");

describe("stated relations", () => {
  it("keep kind and head in the flat graph", () => {
    const edges = [...flatEdges(STATED)].filter(({ source, target }) => source[0] === "t" && target[0] === "t");
    expect(edges.map(({ source, attributes }) => [attributes["kind"], source, attributes["head"]])).toEqual([
      ...STATED_KINDS.map((kind) => [kind, "t1", kind === "compared_with" ? undefined : "t1"]),
      ["better_than", "t0", "t0"],
    ]);
    expect(edges.at(-1)?.attributes["contradicted"]).toBe(true);
    expect(edges[0]?.attributes["evidence"]).toBe("It beats knitting by 3 < 5.".slice(0, 27));
  });

  it("stand in graph.json as they are", () => {
    const text = [...writeGraphJson(STATED)].join("");
    const { relations } = JSON.parse(text) as { relations: unknown };
    expect(relations).toEqual(STATED.relations);
  });

  it.each(["graphml", "gexf"])("%s: one undirected graph, the head as an attribute", async (id) => {
    const text = await writtenText(id, `graph.${id}`, STATED);
    expect(text).toMatch(/edgedefault="undirected"|defaultedgetype="undirected"/);
    const lines = text.split("\n").filter((line) => /<edge .*source="t1" target="t0"/.test(line));
    expect(lines).toHaveLength(STATED_KINDS.length);
    for (const kind of DIRECTED) {
      const own = lines.filter((line) => line.includes(kind));
      expect(own.some((line) => /head">t1<|for="head" value="t1"/.test(line))).toBe(true);
    }
  });

  it("CSV and Neo4j: source and start are the head", async () => {
    const rows = (await writtenText("csv", "edges.csv", STATED)).split("\n");
    for (const kind of DIRECTED) expect(rows.some((row) => row.includes("t1,t0") && row.includes(kind))).toBe(true);
    const loaded = await writtenText("neo4j", "neo4j-relationships.csv", STATED);
    for (const kind of DIRECTED)
      expect(loaded.split("\n").some((row) => row.startsWith(`t1,t0,${kind.toUpperCase()}`))).toBe(true);
    expect(await writtenText("neo4j", "neo4j-load.cypher", STATED)).toContain("MERGE (a)-[r:EVALUATED_ON]->(b)");
  });

  it("RDF: a predicate of ours for each kind, is_a in SKOS", async () => {
    const text = await writtenText("turtle", "graph.ttl", STATED);
    const of = (kind: string) => (kind === "is_a" ? "skos:broader" : `pw:${kind}`);
    for (const kind of STATED_KINDS) expect(text).toContain(of(kind));
    expect(text).toMatch(/pw:contradicted true/);
    expect(text).toMatch(/pw:firstSeen "2024-05"\^\^xsd:gYearMonth/);
  });

  it("Pajek and VOSviewer: one link for the pair, as strong as all of them", async () => {
    const links = (await writtenText("pajek", "graph.net", STATED)).split("*Edges\n")[1]!.trim().split("\n");
    expect(links).toContain(`4 3 ${0.75 * STATED_KINDS.length + 0.5}`);
    expect(await writtenText("vosviewer", "vosviewer.json", STATED)).toContain('"source_id":"t1","target_id":"t0"');
  });
});
