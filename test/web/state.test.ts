/**
 * States of the viewer without a page: index, selection, filters, focus.
 */
import { describe, expect, test } from "vitest";
import { ask } from "../../web/data/ask.ts";
import { backbone } from "../../web/data/backbone.ts";
import { adjacencyOf, indexDocument, mentionsOf, termAt } from "../../web/data/map-index.ts";
import { looksTyped } from "../../web/data/typed-search.ts";
import { toggled } from "../../web/state/filters/filter.ts";
import { visibleNodes } from "../../web/state/filters/filters.ts";
import { focusOf } from "../../web/state/focus.ts";
import {
  askPath,
  focusCommunity,
  hover,
  NO_FILTERS,
  select,
  setFilters,
  START,
  wanted,
  type Filters,
} from "../../web/state/view-state.ts";
import { countVisible } from "../../web/state/visible.ts";
import { syntheticDocument } from "../documents/synthetic.ts";

const document = syntheticDocument();
const index = indexDocument(document);
const all = visibleNodes(index, NO_FILTERS);
const ties = adjacencyOf(index);
const term = index.papers;

describe("index", () => {
  test("every edge is found from both of its ends", () => {
    const found = new Map<string, number>();
    for (let node = 0; node < index.count; node++) {
      for (const { edge } of mentionsOf(index, node))
        found.set(`${edge.paper} ${edge.term}`, (found.get(`${edge.paper} ${edge.term}`) ?? 0) + 1);
    }
    expect(found.size).toBe(document.mentions.length);
    expect(new Set(found.values())).toEqual(new Set([2]));
  });

  test("neighbours come strongest first", () => {
    const edges = ties.edge.subarray(ties.start[term], ties.start[term + 1]);
    const weights = Array.from(edges, (edge) => index.columns.strength[edge]!);
    expect(weights.length).toBeGreaterThan(3);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
  });

  test("the standing edges keep to their limit and leave no connected node out", () => {
    expect(backbone(index, 50)).toHaveLength(50);
    const kept = new Set(backbone(index, 1e6).flatMap(({ source, target }) => [source, target]));
    for (let node = 0; node < index.count; node++)
      expect(kept.has(node)).toBe(ties.start[node + 1]! > ties.start[node]!);
  });
});

describe("state", () => {
  test("hovering what is hovered changes nothing, selecting ends hovering", () => {
    const hovering = hover(START, { kind: "node", node: 3 });
    expect(hover(hovering, { kind: "node", node: 3 })).toBe(hovering);
    expect(select(hovering, { kind: "node", node: 3 })).toMatchObject({ hover: undefined, selection: { node: 3 } });
  });

  test("one community alone, and all of them again", () => {
    const alone = focusCommunity(START, 1, [0, 1, 2]);
    expect([...alone.filters.hiddenCommunities]).toEqual([0, 2]);
    expect([...focusCommunity(alone, 1, [0, 1, 2]).filters.hiddenCommunities]).toEqual([]);
    expect([...focusCommunity(alone, 2, [0, 1, 2]).filters.hiddenCommunities]).toEqual([0, 1]);
  });

  test("the next term after asking for a path is its other end; papers are not", () => {
    const asked = askPath(START, term);
    const isTerm = (node: number) => node >= term;
    expect(wanted(asked, { kind: "node", node: term + 1 }, isTerm)).toEqual({ kind: "path", from: term, to: term + 1 });
    expect(wanted(asked, { kind: "node", node: 0 }, isTerm)).toEqual({ kind: "node", node: 0 });
    expect(wanted(askPath(asked, term), { kind: "node", node: term + 1 }, isTerm)).toEqual({
      kind: "node",
      node: term + 1,
    });
  });

  test("toggling twice is nothing", () => {
    expect(toggled(toggled(new Set(["a"]), "b"), "b")).toEqual(new Set(["a"]));
  });
});

describe("filters", () => {
  const shapes = (filters: Partial<Filters>) => visibleNodes(index, { ...NO_FILTERS, ...filters });
  const total = { papers: document.papers.length, terms: document.terms.length };

  test.each<[string, Partial<Filters>, (id: number) => boolean]>([
    ["a kind", { hiddenShapes: new Set(["method"]) }, (i) => termAt(index, i)?.type !== "method"],
    ["a community", { hiddenCommunities: new Set([2]) }, (i) => index.community[i] !== 2],
    [
      "a range of counts",
      { papers: [3, 8] },
      (i) => i < index.papers || (index.weight[i]! >= 3 && index.weight[i]! <= 8),
    ],
  ])("%s hides exactly its nodes", (_, filters, stays) => {
    const shown = shapes(filters);
    expect(Array.from(shown, Boolean)).toEqual(Array.from(shown, (__, i) => stays(i)));
    expect(countVisible(index, shown).papers).toBeLessThanOrEqual(total.papers);
  });

  test("dates hide papers, and the terms that only they mention", () => {
    const shown = shapes({ dates: ["2014-01", "2015-12"] });
    document.papers.forEach((paper, i) => expect(shown[i] === 1).toBe(paper.date! >= "2014" && paper.date! < "2016"));
    for (let node = index.papers; node < index.count; node++) {
      expect(shown[node] === 1).toBe(mentionsOf(index, node).some(({ node: paper }) => shown[paper] === 1));
    }
  });

  test("a typed search keeps its papers and their terms; one that cannot be read hides nothing", async () => {
    const [expression, wrong] = ["date:2014 OR date:2015", "("];
    expect(shapes({ expression })).toEqual(all);
    await Promise.all([expression, wrong].map((text) => ask(index, "search", { expression: text })));
    const shown = shapes({ expression });
    expect(Array.from(shown)).toEqual(Array.from(shapes({ dates: ["2014-01", "2015-12"] })));
    expect(shapes({ expression: wrong })).toEqual(all);
  });

  test.each([
    ["graph learning", false],
    ["method:transformer", true],
    ["a AND b", true],
    ['"scaling law"', true],
    ["state-of-the-art", false],
    ["graph -speech", true],
  ])("%j is a typed search: %s", (text, typed) => {
    expect(looksTyped(text)).toBe(typed);
  });

  test("filters stack", () => {
    const [a, b] = [{ hiddenShapes: new Set(["method" as const]) }, { papers: [2, 99] as const }];
    const both = shapes({ ...a, ...b });
    expect(Array.from(both)).toEqual(Array.from(shapes(a), (shown, i) => shown & shapes(b)[i]!));
  });

  test("the neighbours of a node, and nothing else", () => {
    const shown = shapes({ around: term });
    const near = new Set([term, ...ties.neighbor.subarray(ties.start[term], ties.start[term + 1])]);
    expect(shown.reduce((sum, value) => sum + value, 0)).toBe(near.size);
  });
});

describe("focus", () => {
  test("what is under the mouse comes before the selection; hidden neighbours stay dark", () => {
    const state = setFilters(hover(select(START, { kind: "node", node: 0 }), { kind: "node", node: term }), {
      hiddenShapes: new Set(["paper"]),
    });
    const focus = focusOf(index, state, visibleNodes(index, state.filters));
    expect(focus?.center).toBe(term);
    expect(focus?.nodes.slice(1).every((node) => node >= index.papers)).toBe(true);
    expect(focusOf(index, START, all)).toBeUndefined();
  });

  test("a community lights its members", () => {
    const focus = focusOf(index, select(START, { kind: "community", community: 1 }), all);
    expect(focus?.nodes).toHaveLength(document.communities[1]!.size);
  });
});
