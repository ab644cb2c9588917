/**
 * The document as the viewer reads it, slice by slice, and the columns that it draws before.
 */
import { describe, expect, test } from "vitest";
import { readGraphJsonInSlices, writeGraphJson } from "../../src/contract/graph-json.ts";
import { columnsOf, EDGE_KINDS, SHAPES } from "../../src/export/map-columns.ts";
import { columnsFault, otherDocument } from "../../web/data/columns-fault.ts";
import { adjacencyOf, indexColumns } from "../../web/data/map-index.ts";
import { syntheticDocument } from "../documents/synthetic.ts";

const document = syntheticDocument();
const text = [...writeGraphJson(document)].join("");

const unused = () => Promise.reject(new Error("no slices"));

describe("reading a document in slices", () => {
  test("gives what JSON.parse gives, and gives the thread back on the way", async () => {
    let pauses = 0;
    const pause = () => {
      pauses++;
      return Promise.resolve();
    };
    expect(await readGraphJsonInSlices(text, pause)).toEqual(JSON.parse(text));
    expect(pauses).toBeGreaterThanOrEqual(5);
    const larger = syntheticDocument({ papers: 900, terms: 1800, communities: 12 });
    const lines = [...writeGraphJson(larger)].join("");
    pauses = 0;
    expect(await readGraphJsonInSlices(lines, pause)).toEqual(JSON.parse(lines));
    expect(pauses).toBeGreaterThan(Math.floor(lines.length / 500_000));
  });

  test("of a text that another hand has written gives the same, at once", async () => {
    expect(await readGraphJsonInSlices(JSON.stringify(document), unused)).toEqual(JSON.parse(text));
  });

  test("takes lists without records, and lists that it does not know", async () => {
    const strange = { ...document, later: [[1], ["a"]], gaps: [], relations: [] };
    const written = [...writeGraphJson(strange)].join("");
    expect(await readGraphJsonInSlices(written, () => Promise.resolve())).toEqual(strange);
  });

  test.each([
    [text.slice(0, text.length / 2), /the list has no end|not valid JSON/],
    [text.slice(0, text.indexOf("papers") + 12), "papers: the list has no end"],
    ["{\n", "not valid JSON (the text breaks off)"],
    [text.replace('"t7"', '"t7'), /^terms\[0\] or after: not valid JSON/],
  ])("a document that is broken is refused (%#)", async (broken, told) => {
    await expect(readGraphJsonInSlices(broken, () => Promise.resolve())).rejects.toThrow(told);
  });
});

describe("the columns of a document", () => {
  const columns = columnsOf(document);
  const index = indexColumns(columns, { document });

  test("tell name, kind, place and ties of every node", () => {
    const nodes = [...document.papers, ...document.terms];
    const id = (node: number) => nodes[node]!.node;
    nodes.forEach((placed, i) => {
      expect([index.x[i], index.y[i], index.size[i], index.community[i]]).toEqual([
        placed.x,
        placed.y,
        placed.size,
        placed.community,
      ]);
      expect(columns.names[i]).toBe("title" in placed ? placed.title : placed.term);
      expect(SHAPES[index.shape[i]!]).toBe("title" in placed ? "paper" : placed.type);
    });
    const lists = {
      mentions: Array.from(document.mentions).map(({ paper, term, weight }) => [paper, term, weight] as const),
      relations: Array.from(document.relations).map(({ source, target, weight }) => [source, target, weight] as const),
      similar: Array.from(document.similar).map(({ source, target, weight }) => [source, target, weight] as const),
    };
    const { start, neighbor, edge } = adjacencyOf(index);
    let ends = 0;
    for (let node = 0; node < index.count; node++) {
      let before = Infinity;
      for (let i = start[node]!; i < start[node + 1]!; i++) {
        const kind = EDGE_KINDS[columns.kind[edge[i]!]!]!;
        const list = kind === "mentions" || kind === "similar" ? lists[kind] : lists.relations;
        const [a, b, weight] = list[columns.place[edge[i]!]!]!;
        expect([a, b]).toContain(id(node));
        expect([a, b]).toContain(id(neighbor[i]!));
        expect(columns.strength[edge[i]!]).toBe(Math.fround(weight));
        expect(weight).toBeLessThanOrEqual(before);
        before = weight;
        ends++;
      }
    }
    expect(ends).toBe(2 * (lists.mentions.length + lists.relations.length + lists.similar.length));
  });

  const broken: readonly [told: string, change: object][] = [
    ["columns.keys: expected an array", { keys: undefined }],
    ["columns.keys: expected 90 values, got 0", { keys: [] }],
    ["columns.x: expected 270 values, got 269", { x: columns.x.slice(1) }],
    ["columns.y[1]: expected a number, got NaN", { y: columns.y.map((y, i) => (i === 1 ? NaN : y)) }],
    ["columns.shape[0]: expected a whole number from 0 to 5, got 6", { shape: columns.shape.map(() => 6) }],
    ["columns.to[0]: expected a whole number from 0 to 269, got 270", { to: columns.to.map(() => 270) }],
    ["columns.names[0]: expected a text, got 1", { names: columns.names.map(() => 1) }],
  ];
  test.each(broken)("%s", (told, change) => {
    expect(columnsFault(columns)).toBeUndefined();
    expect(columnsFault({ ...columns, ...change })).toBe(told);
  });

  test("are told from those of another document", () => {
    expect(otherDocument(columns, document)).toBeUndefined();
    expect(otherDocument(columns, { ...document, terms: document.terms.slice(1) })).toBe(
      "the map draws 90 papers and 180 terms, its document has 90 papers and 179 terms",
    );
  });
});
