import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../src/config.ts";
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { writeGexf } from "../../src/export/gexf.ts";
import { writeGraphml } from "../../src/export/graphml.ts";
import { loadResources } from "../../src/io/load-resources.ts";
import { runPipeline } from "../../src/pipeline.ts";
import { expectedGraph, hasReader, readBack } from "../export/read-back.ts";
import { TINY } from "../documents/tiny.ts";
import { hasShared, SHARED, seedSources } from "./shared.ts";

const SCHEMA = join(SHARED, "fixtures/graphml-schema/graphml.xsd");
const GEXF_SCHEMA = join(SHARED, "fixtures/gexf-schema/1.3/gexf.rng");
const hasXmllint = spawnSync("xmllint", ["--version"]).status === 0;

describe.skipIf(!hasShared)("the exports of the five real documents", () => {
  const dir = mkdtempSync(join(tmpdir(), "paperweave-"));
  const file = join(dir, "graph.graphml");
  let document: GraphDocument;

  beforeAll(async () => {
    const built = await runPipeline(seedSources(), await loadResources(), DEFAULT_CONFIG, { generator: "test" });
    document = built.value.document;
    writeFileSync(file, [...writeGraphml(document)].join(""));
  });
  afterAll(() => {
    rmSync(dir, { recursive: true });
  });

  it.skipIf(!hasXmllint).each(["the real graph", "the graph with nasty texts"])(
    "is valid against the GraphML schema: %s",
    (which) => {
      if (which !== "the real graph") writeFileSync(join(dir, "tiny.graphml"), [...writeGraphml(TINY)].join(""));
      const target = which === "the real graph" ? file : join(dir, "tiny.graphml");
      const result = spawnSync("xmllint", ["--nonet", "--noout", "--schema", SCHEMA, target], { encoding: "utf8" });
      expect(result.stderr).toBe(`${target} validates\n`);
    },
  );

  it.skipIf(!hasXmllint)("are valid against the GEXF 1.3 schema", () => {
    for (const [name, graph] of [
      ["real.gexf", document],
      ["tiny.gexf", TINY],
    ] as const) {
      const target = join(dir, name);
      writeFileSync(target, [...writeGexf(graph)].join(""));
      const result = spawnSync("xmllint", ["--nonet", "--noout", "--relaxng", GEXF_SCHEMA, target], {
        encoding: "utf8",
      });
      expect(result.stderr).toBe(`${target} validates\n`);
    }
  });

  it.skipIf(!hasReader("networkx"))("is read by networkx with every attribute equal to graph.json", () => {
    expect(readBack("networkx-graphml", file)).toEqual(expectedGraph(document));
  });

  it.skipIf(!hasReader("igraph"))("is read by igraph with every attribute equal to graph.json", () => {
    expect(readBack("igraph-graphml", file)).toEqual(expectedGraph(document));
  });
});
