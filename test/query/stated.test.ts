/**
 * Facts, tables, comparisons, short forms and relations as fields, on a document whose answers are worked out by hand.
 */
import { describe, expect, it } from "vitest";
import { indexGraph, nodeAt } from "../../src/query/graph-index.ts";
import { answerQuestion } from "../../src/query/questions.ts";
import { orderByWins } from "../../src/query/table-order.ts";
import { statedDocument } from "../documents/stated.ts";

const index = indexGraph(statedDocument());
const name = (node: number) => {
  const found = nodeAt(index, node)!;
  return "term" in found ? found.term : found.node;
};
const names = (nodes: readonly number[]) => nodes.map(name);

describe("facts", () => {
  const facts = answerQuestion(index, "facts", { term: "WeaveNet", limit: 10 });

  it("tell each relation from the term's side, with the papers that say so", () => {
    expect(
      facts.groups.map(({ id, facts: list }) => [id, list.map(({ node, papers }) => [name(node), papers])]),
    ).toEqual([
      ["used_for", [["panoptic segmentation", 1]]],
      ["evaluated_on", [["Yarnscapes", 1]]],
      ["better_than", [["Loom", 1]]],
      ["worse_than", [["Loom", 1]]],
    ]);
    expect(facts.groups.at(-1)?.facts[0]).toMatchObject({ contradicted: true });
    expect(facts.groups[0]?.facts[0]?.statements).toEqual([{ paper: 0, field: "abstract", sentence: [0, 43] }]);
  });

  it("come with definitions, results and the papers that propose it", () => {
    expect(facts.definitions.map(({ text }) => text)).toEqual(["used for panoptic segmentation"]);
    expect(facts.results.map(({ says }) => says)).toEqual([
      "WeaveNet: mIoU 2.1 mIoU (beats), on Yarnscapes, against Loom",
    ]);
    expect(facts.proposedIn).toEqual([0]);
  });

  it("of a broader term name its kinds, said by names alone", () => {
    const { groups } = answerQuestion(index, "facts", { term: "segmentation", limit: 10 });
    const kinds = groups.find(({ id }) => id === "has_kind");
    expect(kinds?.facts.map(({ node, papers }) => [name(node), papers])).toEqual([["panoptic segmentation", 0]]);
  });

  it("say where a name fits nothing", () => {
    expect(answerQuestion(index, "facts", { term: "knitting", limit: 10 }).term.kind).toBe("none");
  });
});

describe("table of a task", () => {
  const table = answerQuestion(index, "table", { task: "segmentation", limit: 10 });

  it("has the methods that papers of the task and of narrower ones measure or compare", () => {
    expect(names(table.included)).toEqual(["panoptic segmentation"]);
    expect(table.papers).toBe(3);
    expect(new Set(names(table.rows.map(({ method }) => method)))).toEqual(new Set(["WeaveNet", "Loom", "Knit"]));
    expect(new Set(names(table.columns))).toEqual(new Set(["Yarnscapes", "ImageNet", "mIoU"]));
  });

  it("puts numbers and sentences into cells", () => {
    const row = table.rows.find(({ method }) => name(method) === "WeaveNet")!;
    const cells = row.cells.map(({ column, statements, results }) => [
      name(table.columns[column]!),
      statements.map(({ paper }) => paper),
      results.map(({ value }) => value),
    ]);
    expect(new Map(cells.map(([column, ...rest]) => [column, rest]))).toEqual(
      new Map([
        ["Yarnscapes", [[0], ["2.1 mIoU (beats)"]]],
        ["mIoU", [[], ["2.1 mIoU (beats)"]]],
      ]),
    );
  });

  it("of a narrower task leaves the others out", () => {
    const { rows } = answerQuestion(index, "table", { task: "panoptic segmentation", limit: 10 });
    expect(names(rows.map(({ method }) => method))).toEqual(["WeaveNet", "Loom"]);
  });
});

describe("order by wins", () => {
  it("puts nobody below one that it beats", () => {
    const wins = [
      { better: 3, worse: 2, papers: 1 },
      { better: 2, worse: 1, papers: 1 },
    ];
    expect(orderByWins([0, 1, 2, 3], wins)).toEqual([3, 2, 0, 1]);
  });

  it("cuts circles where most is won", () => {
    const wins = [
      { better: 0, worse: 1, papers: 1 },
      { better: 1, worse: 0, papers: 3 },
    ];
    expect(orderByWins([0, 1], wins)).toEqual([1, 0]);
  });
});

describe("comparison", () => {
  it("tells who beats whom, where and by how much, and the reverse beside it", () => {
    const { wins, both, results } = answerQuestion(index, "compare", { a: "Loom", b: "WeaveNet" });
    expect(
      wins.map(({ better, other, where, contradicted }) => [name(better), name(other), names(where), contradicted]),
    ).toEqual([
      ["WeaveNet", "Loom", ["Yarnscapes", "mIoU"], true],
      ["Loom", "WeaveNet", [], true],
    ]);
    expect(names(both)).toEqual(["Yarnscapes"]);
    expect(results.map(({ value }) => value)).toEqual(["2.1 mIoU (beats)"]);
  });
});

describe("relations as fields of a search", () => {
  const search = (expression: string) => {
    const answer = answerQuestion(index, "search", { expression });
    return answer.ok ? answer.papers : answer.message;
  };

  it.each([
    ["used_for:segmentation", [0, 1, 2]],
    ["used_for:=segmentation", [1, 2]],
    ["used_for:segmentation AND evaluated_on:Yarnscapes", [0, 1]],
    ["used_for:segmentation AND evaluated_on:Yarnscapes AND better_than:Loom", [0]],
    ["used_for:segmentation NOT evaluated_on:ImageNet", [0, 1]],
    ["better_than:ImageNet", []],
  ])("%s", (expression, papers) => {
    expect(search(expression)).toEqual(papers);
  });

  it("says which narrower terms were included", () => {
    const answer = answerQuestion(index, "search", { expression: "task:segmentation OR used_for:=weaving" });
    // Its name matches by itself: nothing beyond what is asked for.
    expect(answer).toMatchObject({ ok: true, included: [] });
    const kinds = statedDocument();
    const terms = kinds.terms.map((term) => (term.node === "t3" ? { ...term, term: "panoptic parsing" } : term));
    const other = answerQuestion(indexGraph({ ...kinds, terms }), "search", { expression: "task:segmentation" });
    expect(other).toMatchObject({ included: [{ clause: "task:segmentation", nodes: [9] }] });
  });
});

describe("abbreviations", () => {
  it("have each sense with the papers that write it, also where no paper spells it out", () => {
    const { abbreviations, of } = answerQuestion(index, "abbreviations", { limit: 5 });
    expect(of).toBe(1);
    expect(abbreviations).toEqual([
      {
        short: "CAM",
        senses: [
          { node: 16, long: "class activation mapping", papers: [4] },
          { node: 17, long: "concept activation map", papers: [5] },
        ],
      },
    ]);
  });
});

describe("uses in a community", () => {
  it("tell what is used for what, by the number or the name of the community", () => {
    const { uses, communities } = answerQuestion(index, "uses", { community: "segmentation", limit: 10 });
    expect(communities).toEqual([0]);
    expect(uses.map(({ used, purposes }) => [name(used), purposes.map(({ node }) => name(node))])).toEqual([
      ["Knit", ["segmentation"]],
      ["Loom", ["segmentation"]],
      ["Spindle", ["weaving"]],
      ["WeaveNet", ["panoptic segmentation"]],
    ]);
    expect(answerQuestion(index, "uses", { community: 0, limit: 1 }).uses).toHaveLength(1);
  });
});
