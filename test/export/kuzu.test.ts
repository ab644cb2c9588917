/**
 * The Neo4j files in Kùzu, an embedded graph database that takes the same headers. It is 80 MB and no dependency: the
 * test runs where the folder that PAPERWEAVE_READERS names has it (`npm install kuzu` there), and skips elsewhere.
 */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { HOSTILE } from "../documents/hostile.ts";
import { smallDocument } from "../documents/small.ts";
import { temporaryFolder } from "../temporary.ts";
import { writeInto } from "./written.ts";

const readers = process.env["PAPERWEAVE_READERS"] ?? "";
const hasKuzu = existsSync(join(readers, "node_modules/kuzu"));

interface Kuzu {
  readonly Database: new (path: string) => object;
  readonly Connection: new (database: object) => {
    query(text: string): Promise<{ getAll(): Promise<readonly Readonly<Record<string, unknown>>[]> }>;
  };
}

const folder = temporaryFolder();

describe.skipIf(!hasKuzu)("Kùzu loads the Neo4j files as they are", () => {
  it.each([
    ["small", smallDocument()],
    ["hostile", HOSTILE],
  ])("%s: every node and every relationship", async (name, document) => {
    const { Database, Connection } = createRequire(join(readers, "package.json"))("kuzu") as Kuzu;
    const connection = new Connection(new Database(join(folder, `${name}.kuzu`)));
    const ask = async (query: string) => (await connection.query(query)).getAll();
    const files = await writeInto(join(folder, name), "neo4j", document);
    const load = (file: string): string => `LOAD FROM '${files(file)}' (header=true)`;
    await ask("CREATE NODE TABLE Node(id STRING PRIMARY KEY, labels STRING, label STRING, date DATE, community INT64)");
    await ask(`COPY Node FROM (${load("neo4j-nodes.csv")} RETURN \`id:ID\`, \`:LABEL\`, label, date, community)`);
    await ask("CREATE REL TABLE Tie(FROM Node TO Node, type STRING, weight DOUBLE, evidence STRING)");
    await ask(
      `COPY Tie FROM (${load("neo4j-relationships.csv")} RETURN \`:START_ID\`, \`:END_ID\`, \`:TYPE\`, weight, evidence)`,
    );
    const count = async (query: string): Promise<number> =>
      Number((await ask(`MATCH ${query} RETURN count(*) AS n`))[0]?.["n"]);
    const { papers, terms, communities, mentions, relations, similar } = document;
    expect(await count("(n:Node)")).toBe(papers.length + terms.length + communities.length);
    expect(await count("()-[t:Tie]->() WHERE t.type = 'MENTIONS'")).toBe(mentions.length);
    expect(await count("()-[t:Tie]->() WHERE t.type = 'SIMILAR'")).toBe(similar.length);
    const isA = [...relations].filter(({ kind }) => kind === "is_a").length;
    expect(await count("()-[t:Tie]->() WHERE t.type = 'IS_A'")).toBe(isA);
    const labels = await ask("MATCH (n:Node) WHERE n.labels = 'Paper' RETURN n.label AS label");
    expect(labels.map(({ label }) => label)).toHaveLength(papers.length);
  });
});
