import { describe, expect, it } from "vitest";
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { flatEdges } from "../../src/export/flat-graph.ts";
import { HOSTILE } from "../documents/hostile.ts";
import { TINY } from "../documents/tiny.ts";
import { temporaryFolder } from "../temporary.ts";
import { hasReader, readWith } from "./read-back.ts";
import { writeInto, writtenText } from "./written.ts";

const folder = temporaryFolder();
const TABLES = ["neo4j-nodes.csv", "neo4j-relationships.csv"] as const;

/** Rows as `neo4j-admin` reads them: by column. */
async function rowsOf(document: GraphDocument, name: string): Promise<Record<string, string>[]> {
  const file = await writeInto(folder, "neo4j", document);
  const [header = [], ...rows] = readWith("csv", file(name)) as string[][];
  for (const row of rows) expect(row).toHaveLength(header.length);
  return rows.map((row) => Object.fromEntries(header.map((column, i) => [column, row[i]!])));
}

describe("Neo4j's tables", () => {
  it.each(TABLES)("%s has as many lines as rows, whatever the texts", async (name) => {
    const text = await writtenText("neo4j", name, HOSTILE);
    const rows = {
      "neo4j-nodes.csv": HOSTILE.papers.length + HOSTILE.terms.length + HOSTILE.communities.length,
      "neo4j-relationships.csv": [...flatEdges(HOSTILE)].length + HOSTILE.papers.length + HOSTILE.terms.length + 1,
    };
    // Every character that some reader takes for the end of a line, and all other controls.
    expect(text.trimEnd().split(/\r\n|[\n\p{Cc}\u2028\u2029]/u)).toHaveLength(rows[name] + 1);
    expect(text).not.toMatch(/\\"/);
  });

  it.skipIf(!hasReader("csv"))("labels by type, communities as nodes", async () => {
    const nodes = await rowsOf(TINY, "neo4j-nodes.csv");
    expect(nodes.map((row) => [row["id:ID"], row[":LABEL"], row["label:string"]])).toEqual([
      ["p0", "Paper", "Weaving, “quoted” </script><!--"],
      ["p1", "Paper", "=1+1 🧶 日本 \uFFFE"],
      ["t0", "Term;Method", "graph weaving"],
      ["t1", "Term;Task", "weaving"],
      ["c0", "Community", "Weaving & knots"],
      ["c1", "Community", "Numbers"],
      ["c2", "Community", "Knots"],
    ]);
    expect(nodes[2]).toMatchObject({ "aliases:string[]": "GW;graph-weaving", "first_seen:date": "2024-05-06" });
    expect(nodes[5]).toMatchObject({ "stability:double": "0.5", "nodes:int": "2", "weak:boolean": "false" });
  });

  it.skipIf(!hasReader("csv"))("elements of arrays hold no semicolon, dates are days", async () => {
    const nodes = await rowsOf(HOSTILE, "neo4j-nodes.csv");
    const authors = nodes.flatMap((row) => (row[":LABEL"] === "Paper" ? [row["authors:string[]"]!.split(";")] : []));
    expect(authors.slice(0, HOSTILE.terms.length).every((names) => names.length === 3)).toBe(true);
    const dates = nodes.map((row) => row["date:date"]!).filter((date) => date !== "");
    expect(dates.length).toBeGreaterThan(3);
    expect(dates.filter((date) => !/^\d{4}-\d{2}-\d{2}$/.test(date))).toEqual([]);
    // 2023-02-30 is no day.
    expect(dates).not.toContain("2023-02-30");
  });

  it.skipIf(!hasReader("csv"))("is_a goes from the narrower to the broader term", async () => {
    const rows = await rowsOf(HOSTILE, "neo4j-relationships.csv");
    const isA = rows.filter((row) => row[":TYPE"] === "IS_A");
    expect(isA.map((row) => [row[":START_ID"], row[":END_ID"]])).toEqual([
      ["t1", "t0"],
      ["t2", "t1"],
    ]);
    expect(isA.every((row) => row["narrower:string"] === row[":START_ID"])).toBe(true);
  });

  it.skipIf(!hasReader("csv"))("every relationship joins nodes that there are", async () => {
    const ids = new Set((await rowsOf(HOSTILE, "neo4j-nodes.csv")).map((row) => row["id:ID"]));
    const rows = await rowsOf(HOSTILE, "neo4j-relationships.csv");
    expect(rows.filter((row) => !ids.has(row[":START_ID"]) || !ids.has(row[":END_ID"]))).toEqual([]);
    expect([...new Set(rows.map((row) => row[":TYPE"]))]).toEqual([
      "MENTIONS",
      "IS_A",
      "COOCCURS",
      "SIMILAR",
      "IN_COMMUNITY",
      "PART_OF",
    ]);
  });
});

describe("Neo4j's scripts", () => {
  it("the load script reads every column, every label and every type of relationship", async () => {
    const script = await writtenText("neo4j", "neo4j-load.cypher", HOSTILE);
    for (const name of TABLES) {
      const header = (await writtenText("neo4j", name, HOSTILE)).split("\n")[0]!.split(",");
      expect(header.filter((column) => !script.includes(`row.\`${column}\``))).toEqual([]);
    }
    for (const labels of ["Paper", "Term;Method", "Term;Dataset", "Community"])
      expect(script).toContain(`WHERE row.\`:LABEL\` = '${labels}'`);
    expect(script).toContain("date(row.`date:date`)");
    expect(script).toContain("split(row.`aliases:string[]`, ';')");
    expect(script).toMatch(/MATCH \(a:Term \{id: row\.`:START_ID`\}\)\n.*\n {2}MERGE \(a\)-\[r:IS_A\]->\(b\)/);
  });

  it("the queries use labels and types that the tables have", async () => {
    const queries = await writtenText("neo4j", "neo4j-queries.cypher", TINY);
    const known = ["Paper", "Term", "Method", "Task", "Dataset", "Metric", "Concept", "Community"];
    const labels = [...queries.matchAll(/\(\w*:(\w+)/g)].map(([, label]) => label!);
    expect(labels.length).toBeGreaterThan(5);
    expect(labels.filter((label) => !known.includes(label))).toEqual([]);
    const types = [...queries.matchAll(/\[\w*:(\w+)/g)].map(([, type]) => type!);
    expect(types.filter((type) => !["MENTIONS", "IS_A", "IN_COMMUNITY"].includes(type))).toEqual([]);
  });
});
