import { beforeAll, describe, expect, it } from "vitest";
import type { GraphDocument, PaperNode } from "../src/contract/graph-document.ts";
import { writeGraphJson } from "../src/contract/graph-json.ts";
import { DEFAULT_CONFIG } from "../src/config.ts";
import type { Staged } from "../src/domain/staged.ts";
import { loadResources } from "../src/io/load-resources.ts";
import { type Built, runPipeline } from "../src/pipeline.ts";
import { expectGolden } from "./golden.ts";
import { buildSample } from "./sample.ts";

let built: Staged<Built>;
let document: GraphDocument;
beforeAll(async () => {
  built = await buildSample();
  document = built.value.document;
});

describe("the map of the bundled sample", () => {
  it("reads both layouts: 93 records, 90 papers", () => {
    expect(built.value.report).toMatchObject({ records: 93, papers: 90, duplicates: 3 });
    expect(built.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("has the terms, edges and communities that were reviewed", () => {
    const names = new Map([
      ...document.terms.map((t) => [t.node, t.term] as const),
      ...document.papers.map((p) => [p.node, p.title] as const),
    ]);
    const labels = new Map(document.communities.map((c) => [c.id, c.label]));
    const terms = document.terms
      .filter((t) => t.papers >= 3)
      .map((t) => [t.term, t.type, t.papers, t.aliases.map((alias) => alias.text).join("; ")].join("\t"));
    expectGolden("terms.tsv", `${["term", "type", "papers", "aliases"].join("\t")}\n${terms.join("\n")}\n`);
    const edges = [...document.relations]
      .filter((r) => r.papers >= 3 || r.kind === "is_a")
      .map((r) => [names.get(r.source), r.kind, names.get(r.target), r.papers].join("\t"))
      .slice(0, 120);
    expectGolden("edges.tsv", `${["source", "kind", "target", "papers"].join("\t")}\n${edges.join("\n")}\n`);
    const communities = document.communities
      .filter((c) => c.parent === undefined)
      .map((c) => {
        const papers = document.papers.filter((p) => p.community === c.id).map((p) => `  ${p.title}`);
        return `${labels.get(c.id)} (${c.papers} papers)\n${papers.join("\n")}\n`;
      });
    expectGolden("communities.txt", communities.join("\n"));
  });

  it("holds together: every edge joins known nodes, every mention is its slice of the text", () => {
    const papers = new Map(document.papers.map((p) => [p.node, p]));
    const terms = new Map(document.terms.map((t) => [t.node, t]));
    const ids = new Set(document.communities.map((c) => c.id));
    const field = (paper: PaperNode, name: "title" | "abstract"): string =>
      name === "title" ? paper.title : (paper.abstract ?? "");
    for (const node of [...papers.values(), ...terms.values()]) expect(ids).toContain(node.community);
    for (const { paper, term, count, evidence } of document.mentions) {
      const text = papers.get(paper);
      const found = terms.get(term);
      if (!text || !found) throw new Error(`unknown edge ${paper}–${term}`);
      expect(evidence).toHaveLength(count);
      const forms = new Set([found.term, ...found.aliases.map((alias) => alias.text)]);
      for (const { field: name, start, end, sentence } of evidence) {
        expect([...forms]).toContain(field(text, name).slice(start, end));
        expect(sentence[0]).toBeLessThanOrEqual(start);
        expect(sentence[1]).toBeGreaterThanOrEqual(end);
      }
    }
    for (const { source, target } of document.relations)
      expect([terms.has(source), terms.has(target), source !== target]).toEqual([true, true, true]);
    for (const { source, target } of document.similar)
      expect([papers.has(source), papers.has(target), source !== target]).toEqual([true, true, true]);
  });

  it("has no two nodes on top of each other", () => {
    const nodes = [...document.papers, ...document.terms];
    const overlaps = nodes.flatMap((a, i) =>
      nodes
        .slice(i + 1)
        .filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < 0.99 * (a.size + b.size))
        .map((b) => `${a.node} ${b.node}`),
    );
    expect(overlaps).toEqual([]);
  });
});

describe("the same papers", () => {
  /** Everything but the lines that each paper was read from. */
  const bytes = ({ value }: Staged<Built>): string =>
    [...writeGraphJson(value.document)].join("").replaceAll(/"(source|also)":(\{[^}]*\}|\[[^\]]*\])/g, "");

  it("give the same bytes in any order inside a file", async () => {
    const { papers } = built.value.document;
    const some = papers.slice(0, 40).map(({ id, title, abstract, date }) => ({ id, title, abstract, date }));
    // Some share an id, some are read twice, with as much to say.
    const shared = some.map((paper, i) => (i > 30 ? { ...paper, id: "7" } : paper));
    const again = some
      .slice(0, 9)
      .map((paper, i) => ({ ...paper, id: `again-${i}`, venue: `Annals ${i % 2}`, url: "" }));
    const more = again.map((paper) => ({ ...paper, id: `more-${paper.id}`, venue: "Acta", keywords: ["Rye"] }));
    const lines = [...shared, ...again, ...more].map((paper) => JSON.stringify(paper));
    const build = async (order: readonly string[]): Promise<string> => {
      const sources = [{ file: "papers.jsonl", text: `${order.join("\n")}\n` }];
      return bytes(await runPipeline(sources, await loadResources(), DEFAULT_CONFIG, { generator: "test" }));
    };
    const turned = [...lines.slice(11), ...lines.slice(0, 11)].reverse();
    expect((await build(turned)) === (await build(lines))).toBe(true);
  });
});
