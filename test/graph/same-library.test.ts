/**
 * One library as two programs export it: keys and row numbers differ, the graph does not.
 */
import { expect, it } from "vitest";
import { buildGraph } from "../../src/graph/build.ts";
import { DEFAULT_GRAPH_CONFIG } from "../../src/graph/config.ts";
import { topicCorpus } from "./corpus-maker.ts";

it.each([
  ["keys in the reverse order", (i: number) => `k${String(999 - i)}`],
  ["DOIs as ids", (i: number) => `10.1/${String((i * 7) % 36)}`],
])("%s give the same graph", async (_, idOf) => {
  const made = topicCorpus(12);
  const papers = made.papers.map((paper, i) => ({ ...paper, title: `${paper.title} ${i}`, id: idOf(i) }));
  const rowNumbers = papers.map((paper, i) => ({ ...paper, id: String(i) }));
  const [one, two] = await Promise.all(
    [papers, rowNumbers].map(async (list) => {
      const document = (
        await buildGraph(list, made.extraction, DEFAULT_GRAPH_CONFIG, { generator: "test", settings: {} })
      ).value;
      return { ...document, papers: document.papers.map(({ id, ...paper }) => (expect(id).not.toBe(""), paper)) };
    }),
  );
  expect(JSON.stringify(one)).toBe(JSON.stringify(two));
});
