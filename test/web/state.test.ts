/**
 * The viewer's pure parts, without a page: states, filters, focus, links, search, names.
 */
import { describe, expect, test } from "vitest";
import type { Community } from "../../src/contract/graph-document.ts";
import { ask } from "../../web/data/ask.ts";
import { backbone } from "../../web/data/backbone.ts";
import { markField, quotes } from "../../web/data/evidence.ts";
import { indexDocument, mentionsOf, nameOf, paperAt, termAt, type MapIndex } from "../../web/data/map-index.ts";
import { timeBins } from "../../web/data/months.ts";
import { buildSearchIndex } from "../../web/data/search-index.ts";
import { looksTyped } from "../../web/data/typed-search.ts";
import { contrast, DARK, LIGHT, channelsOf, readable } from "../../web/lib/color.ts";
import { Occupied, placeBeside, placeRegion, wrapTitle } from "../../web/map/names/label-placement.ts";
import { NodeFinder } from "../../web/map/pointer/node-finder.ts";
import { toggled } from "../../web/state/filters/filter.ts";
import { visibleNodes } from "../../web/state/filters/filters.ts";
import { focusOf } from "../../web/state/focus.ts";
import { readLink, writeLink } from "../../web/state/permalink.ts";
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
    const weights = Array.from(index.edgeWeight.subarray(index.start[term], index.start[term + 1]));
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
  });

  test("the standing edges keep to their limit and leave no connected node out", () => {
    expect(backbone(index, 50)).toHaveLength(50);
    const kept = new Set(backbone(index, 1e6).flatMap(({ source, target }) => [source, target]));
    for (let node = 0; node < index.count; node++)
      expect(kept.has(node)).toBe(index.start[node + 1]! > index.start[node]!);
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
    const near = new Set([term, ...index.neighbor.subarray(index.start[term], index.start[term + 1])]);
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

describe("link", () => {
  test("brings back selection, filters and camera", () => {
    const filters: Filters = {
      hiddenShapes: new Set(["task", "metric"]),
      hiddenCommunities: new Set([1, 3]),
      hiddenRoles: new Set(["mentions"]),
      dates: ["2014-01", "2015-12"],
      papers: [2, 9],
      expression: 'term:"a b" NOT date:2013',
      around: term,
    };
    const camera = { x: 0.25, y: 0.75, ratio: 0.5 };
    for (const selection of [
      { kind: "node" as const, node: 4 },
      { kind: "node" as const, node: term + 4 },
      { kind: "community" as const, community: 2 },
      { kind: "pair" as const, a: 4, b: term + 4 },
      { kind: "path" as const, from: term + 4, to: term },
    ]) {
      const view = { selection, filters, colorBy: "date", sizeBy: "centrality", density: true } as const;
      expect(readLink(index, `#${writeLink(index, view, camera)}`)).toEqual({ ...view, camera });
    }
  });

  test("a community that was renamed is found by its number, one that was renumbered by its name", () => {
    const selection = { kind: "community" as const, community: 2 };
    const filters = { ...NO_FILTERS, hiddenCommunities: new Set([3]) };
    const link = writeLink(index, { selection, filters });
    const renamed = changed((community) => (community.id === 2 ? { ...community, label: "Another name" } : community));
    expect(readLink(renamed, link)).toMatchObject({ selection, filters });
    const next = document.communities.length;
    const moved = changed((community) => (community.id === 2 ? { ...community, id: next } : community));
    expect(readLink(moved, link).selection).toEqual({ kind: "community", community: next });
    const old = `at=community:${encodeURIComponent(index.communities.get(2)!.label)}`;
    expect(readLink(index, old).selection).toEqual(selection);
  });

  function changed(change: (community: Community) => Community): MapIndex {
    return indexDocument({ ...document, communities: document.communities.map(change) });
  }

  test.each(["", "#", "#at=term:none", "#hide=nonsense&camera=a,b,c&dates=x", "#papers=..", "#at"])(
    "%j is an open map",
    (hash) => {
      expect(readLink(index, hash)).toEqual({
        selection: undefined,
        filters: NO_FILTERS,
        colorBy: "community",
        sizeBy: "map",
        density: false,
        camera: undefined,
      });
    },
  );
});

describe("search", async () => {
  const search = await buildSearchIndex(index);
  const names = (query: string) => search.find(query).flatMap(({ hits }) => hits.map(({ text }) => text));

  test.each(["graph learning", "GRAPH LEARN", "grahp learning"])("%j finds the community", (query) => {
    expect(names(query)).toContain("graph learning");
  });

  test("aliases lead to their term", () => {
    const known = document.terms.find(({ aliases }) => aliases.length > 0)!;
    const hit = search
      .find(known.aliases[0]!.text)
      .flatMap(({ hits }) => hits)
      .find(({ group }) => group === "alias");
    expect(hit?.text).toBe(known.aliases[0]!.text);
    expect(
      nameOf(index, hit!.target)
        .split(" ")
        .map((word) => word[0])
        .join("")
        .toUpperCase(),
    ).toBe(hit!.text);
  });

  test("groups tell how many match in all; nothing matches nothing", () => {
    const [terms] = search.find("sparse");
    expect(terms!.total).toBe(document.terms.filter((entry) => entry.term.includes("sparse")).length);
    expect(search.find("  ")).toEqual([]);
    expect(search.find("zzzzzz")).toEqual([]);
  });
});

describe("texts", () => {
  test("marks cut a field without losing or adding a character", () => {
    const paper = paperAt(index, 0)!;
    const parts = markField(index, 0, paper, "abstract");
    expect(parts.map(({ text }) => text).join("")).toBe(paper.abstract);
    for (const { text, term: node } of parts) if (node !== undefined) expect(text).toBe(nameOf(index, node));
  });

  test("a sentence with two mentions is quoted once", () => {
    const paper = { ...paperAt(index, 0)!, abstract: "Maps of maps. End." };
    const evidence = [0, 8].map((start) => ({
      field: "abstract" as const,
      start,
      end: start + 4,
      sentence: [0, 13] as const,
    }));
    const found = quotes(paper, { ...document.mentions[0]!, evidence }, term);
    expect(found.map(({ parts }) => parts.map(({ text }) => text))).toEqual([["Maps", " of ", "maps", "."]]);
  });

  test("dates fall into months, or years when they reach far", () => {
    expect(timeBins(["2020-11-02", "2021-01", undefined]).map(({ label, count }) => [label, count])).toEqual([
      ["2020-11", 1],
      ["2020-12", 0],
      ["2021-01", 1],
    ]);
    expect(timeBins(["2016", "2020-05", "2020-07"]).map(({ label, count }) => [label, count])).toEqual([
      ["2016", 1],
      ["2017", 0],
      ["2018", 0],
      ["2019", 0],
      ["2020", 2],
    ]);
    expect(timeBins([undefined])).toEqual([]);
  });
});

describe("names on the map", () => {
  test("a community's name keeps to the wide steps round its middle, and takes a finer one where they are taken", () => {
    const region = { x: 500, y: 500, radius: 100 };
    const size = { width: 100, height: 20 };
    const place = (occupied: Occupied) => placeRegion(occupied, region, size, () => 0, undefined)?.box;
    expect(place(new Occupied(1000, 1000))).toEqual({ left: 450, top: 490, right: 550, bottom: 510 });
    // Free is only a hole half a step to the right and below.
    const hole = { left: 463, top: 505, right: 572, bottom: 530 };
    const occupied = new Occupied(1000, 1000);
    occupied.add({ left: 0, top: 0, right: 1000, bottom: hole.top });
    occupied.add({ left: 0, top: hole.bottom, right: 1000, bottom: 1000 });
    occupied.add({ left: 0, top: 0, right: hole.left, bottom: 1000 });
    occupied.add({ left: hole.right, top: 0, right: 1000, bottom: 1000 });
    expect(place(occupied)).toEqual({ left: 467.5, top: 507.5, right: 567.5, bottom: 527.5 });
    expect(place(occupied)).toBeUndefined();
  });

  test("none lies over another or over the edge", () => {
    const occupied = new Occupied(300, 200);
    const boxes = Array.from({ length: 40 }, (_, i) =>
      placeBeside(occupied, { x: (i * 37) % 300, y: (i * 53) % 200, radius: 3 }, 60, 14),
    ).filter((box) => box !== undefined);
    expect(boxes.length).toBeGreaterThan(5);
    for (const a of boxes) {
      expect(a.left >= 0 && a.right <= 300 && a.top >= 0 && a.bottom <= 200).toBe(true);
      for (const b of boxes)
        expect(a === b || a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(true);
    }
  });

  test("what lies under the mouse is the nearest drawn node within reach", () => {
    const view = { scaleX: 0.5, shiftX: 700, scaleY: -0.5, shiftY: 450, sizeScale: 0.5, width: 1440, height: 900 };
    const finder = new NodeFinder(index);
    const distance = (node: number, x: number, y: number) =>
      Math.hypot(index.x[node]! * view.scaleX + view.shiftX - x, index.y[node]! * view.scaleY + view.shiftY - y) -
      Math.max(1.5, index.size[node]! * view.sizeScale);
    const odd = (node: number) => node % 2 === 1;
    for (let i = 0; i < 200; i++) {
      const [x, y] = [300 + ((i * 151) % 800), 50 + ((i * 97) % 800)];
      const near = Array.from({ length: index.count }, (_, node) => node).filter(
        (node) => odd(node) && distance(node, x, y) < 12,
      );
      const best = near.sort((a, b) => distance(a, x, y) - distance(b, x, y))[0];
      expect(finder.at({ x, y }, 12, view, odd)).toBe(best);
    }
  });

  test("long titles take two lines and end in dots", () => {
    expect(wrapTitle("Short", 20)).toEqual(["Short"]);
    expect(wrapTitle("A title that goes on and on for much longer than that", 20)).toEqual([
      "A title that goes on",
      "and on for much…",
    ]);
  });

  test("community colours can be read on both grounds", () => {
    for (const { color } of document.communities) {
      for (const scheme of [LIGHT, DARK])
        expect(contrast(readable(channelsOf(color), scheme), scheme.paper)).toBeGreaterThanOrEqual(4.5);
    }
  });
});
