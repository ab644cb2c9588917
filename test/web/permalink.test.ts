/**
 * Links to a view: written and read again, also on a map that was built anew.
 */
import { describe, expect, test } from "vitest";
import type { Community } from "../../src/contract/graph-document.ts";
import { indexDocument, type MapIndex } from "../../web/data/map-index.ts";
import { readLink, writeLink } from "../../web/state/permalink.ts";
import { NO_FILTERS, type Filters } from "../../web/state/view-state.ts";
import { syntheticDocument } from "../documents/synthetic.ts";

const document = syntheticDocument();
const index = indexDocument(document);
const term = index.papers;

describe("link", () => {
  test("brings back names that no address can hold", () => {
    const [paper, ...papers] = document.papers;
    const [concept, ...terms] = document.terms;
    const odd = indexDocument({
      ...document,
      papers: [{ ...paper!, id: "half \ud800 of a pair" }, ...papers],
      terms: [{ ...concept!, term: "\udc00" }, ...terms],
    });
    for (const node of [0, odd.papers]) {
      const selection = { kind: "node" as const, node };
      const link = new URL(`https://example.org/#${writeLink(odd, { selection, filters: NO_FILTERS })}`).hash;
      expect(readLink(odd, link).selection).toEqual(selection);
    }
  });

  test("brings back selection, filters and camera", () => {
    const filters: Filters = {
      hiddenShapes: new Set(["task", "metric"]),
      hiddenCommunities: new Set([1, 3]),
      hiddenRoles: new Set(["mentions"]),
      relations: new Set(["used_for", "better_than"]),
      dates: ["2014-01", "2015-12"],
      papers: [2, 9],
      expression: 'term:"a b" NOT date:2013',
      around: term,
      area: [
        { x: -5, y: 0 },
        { x: 7, y: 0 },
        { x: 0, y: 9 },
      ],
    };
    const camera = { x: 0.25, y: 0.75, ratio: 0.5 };
    for (const selection of [
      { kind: "node" as const, node: 4 },
      { kind: "node" as const, node: term + 4 },
      { kind: "community" as const, community: 2 },
      { kind: "pair" as const, a: 4, b: term + 4 },
      { kind: "between" as const, a: 1, b: 2 },
      { kind: "path" as const, from: term + 4, to: term },
    ]) {
      const view = {
        selection,
        filters,
        title: "A map & its name",
        colorBy: "date",
        sizeBy: "centrality",
        density: true,
        dock: "matrix:task,method",
      } as const;
      expect(readLink(index, `#${writeLink(index, view, camera)}`)).toEqual({ ...view, camera });
    }
  });

  test("a link tells places of the map as it is, also from a window in which it stands turned", () => {
    const turned = { ...index, turned: true };
    const camera = { x: 0.25, y: 0.75, ratio: 0.5 };
    const link = writeLink(turned, { selection: undefined, filters: NO_FILTERS }, camera);
    expect(readLink(turned, `#${link}`).camera).toEqual(camera);
    // Turned clockwise: what stood above stands at the right.
    expect(readLink(index, `#${link}`).camera).toEqual({ x: 0.25, y: 0.25, ratio: 0.5 });
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

  test("what a link names and the map has not is told", () => {
    expect(readLink(index, "#at=term:none").missed).toBe("term:none");
    expect(readLink(index, "#hide=task").missed).toBeUndefined();
  });

  test.each(["", "#", "#hide=nonsense&area=1,2&camera=a,b,c&dates=x", "#papers=..", "#at"])(
    "%j is an open map",
    (hash) => {
      expect(readLink(index, hash)).toEqual({
        selection: undefined,
        filters: NO_FILTERS,
        colorBy: "community",
        sizeBy: "map",
        density: false,
        dock: "",
        title: "",
        camera: undefined,
      });
    },
  );
});
