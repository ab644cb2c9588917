import { describe, expect, it } from "vitest";
import { flatNodes } from "../../src/export/flat-graph.ts";
import { joinPairs } from "../../src/export/pairs.ts";
import { HOSTILE } from "../documents/hostile.ts";
import { TINY } from "../documents/tiny.ts";
import { temporaryFolder } from "../temporary.ts";
import { hasReader, readWith } from "./read-back.ts";
import type { ReadBack } from "./read-back.ts";
import { writeInto, writtenText } from "./written.ts";

const folder = temporaryFolder();

describe("Pajek", () => {
  it("one line a vertex whatever its label, a partition of the same length", async () => {
    const lines = (await writtenText("pajek", "graph.net", TINY)).trim().split("\n");
    expect(lines[0]).toBe("*Vertices 4");
    expect(lines[1]).toBe('1 "Weaving, “quoted” </script><!--" 0.080682 0.759091 0.5');
    expect(lines.slice(6)).toHaveLength(5);
    expect(await writtenText("pajek", "graph.clu", TINY)).toBe("*Vertices 4\n1\n2\n1\n2\n");
  });

  it.each([
    ["one of everything", TINY],
    ["hostile texts", HOSTILE],
  ])("places are 0…1 and keep their shape, y downwards: %s", async (_, document) => {
    const lines = (await writtenText("pajek", "graph.net", document)).split("\n");
    const places = lines.flatMap((line) => {
      const found = /" ([\d.e-]+) ([\d.e-]+) 0\.5$/.exec(line);
      return found ? [[Number(found[1]), Number(found[2])] as const] : [];
    });
    const nodes = [...document.papers, ...document.terms];
    expect(places).toHaveLength(nodes.length);
    expect(places.flat().every((at) => at >= 0 && at <= 1)).toBe(true);
    const extent = Math.max(
      Math.max(...nodes.map(({ x }) => x)) - Math.min(...nodes.map(({ x }) => x)),
      Math.max(...nodes.map(({ y }) => y)) - Math.min(...nodes.map(({ y }) => y)),
    );
    nodes.forEach(({ x, y }, i) => {
      expect(places[i]![0] - places[0]![0]).toBeCloseTo((0.9 * (x - nodes[0]!.x)) / extent, 5);
      expect(places[i]![1] - places[0]![1]).toBeCloseTo((-0.9 * (y - nodes[0]!.y)) / extent, 5);
    });
  });

  it("a single node stands in the middle", async () => {
    const alone = { ...TINY, papers: TINY.papers.slice(0, 1), terms: [], mentions: [], relations: [], similar: [] };
    expect(await writtenText("pajek", "graph.net", alone)).toContain(" 0.5 0.5 0.5\n");
  });

  it.skipIf(!hasReader("networkx"))("networkx, which takes labels for ids, finds every node and edge", async () => {
    const file = (await writeInto(folder, "pajek", HOSTILE))("graph.net");
    const { nodes, edges } = readWith("networkx-pajek", file) as ReadBack;
    expect(Object.keys(nodes)).toHaveLength([...flatNodes(HOSTILE)].length);
    expect(Object.keys(nodes)).toContain("same name (method)");
    const weights = Object.values(edges).map(([, , { weight }]) => Number(weight));
    expect(weights.sort()).toEqual(
      joinPairs(HOSTILE)
        .map(({ strength }) => strength)
        .sort(),
    );
  });

  it.skipIf(!hasReader("igraph"))("igraph finds every node and edge", async () => {
    const file = (await writeInto(folder, "pajek", HOSTILE))("graph.net");
    const { nodes, edges } = readWith("igraph-pajek", file) as ReadBack;
    expect(Object.keys(nodes)).toHaveLength([...flatNodes(HOSTILE)].length);
    expect(Object.keys(edges)).toHaveLength(joinPairs(HOSTILE).length);
  });
});
