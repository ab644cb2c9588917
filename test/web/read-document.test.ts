/**
 * The document as the viewer reads it, slice by slice, and the columns that it draws before.
 */
import { describe, expect, test } from "vitest";
import { writeGraphJson } from "../../src/contract/graph-document.ts";
import { columnsOf, EDGE_KINDS, SHAPES } from "../../src/export/map-columns.ts";
import { indexColumns } from "../../web/data/map-index.ts";
import { readDocument } from "../../web/data/read-document.ts";
import { syntheticDocument } from "./synthetic-document.ts";

const document = syntheticDocument();
const text = [...writeGraphJson(document)].join("");

describe("reading a document in slices", () => {
  test("gives what JSON.parse gives, and gives the thread back on the way", async () => {
    let pauses = 0;
    const pause = () => {
      pauses++;
      return Promise.resolve();
    };
    expect(await readDocument(text, pause)).toEqual(JSON.parse(text));
    expect(pauses).toBeGreaterThanOrEqual(5);
    const larger = syntheticDocument({ papers: 900, terms: 1800, communities: 12 });
    const lines = [...writeGraphJson(larger)].join("");
    pauses = 0;
    expect(await readDocument(lines, pause)).toEqual(JSON.parse(lines));
    expect(pauses).toBeGreaterThan(Math.floor(lines.length / 500_000));
  });

  test.each([
    ["JSON of another hand", JSON.stringify(document)],
    ["a list without records", '{\n"a": [],\n"b": [\n[1],\n[2]\n],\n"c": 1\n}\n'],
  ])("%s", async (_, json) => {
    expect(await readDocument(json, () => Promise.resolve())).toEqual(JSON.parse(json));
  });

  test.each([text.slice(0, text.length / 2), text.slice(0, text.indexOf("papers") + 12), "{\n"])(
    "a document that breaks off is refused",
    async (broken) => {
      await expect(readDocument(broken, () => Promise.resolve())).rejects.toThrow(SyntaxError);
    },
  );
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
      mentions: document.mentions.map(({ paper, term, weight }) => [paper, term, weight] as const),
      relations: document.relations.map(({ source, target, weight }) => [source, target, weight] as const),
      similar: document.similar.map(({ source, target, weight }) => [source, target, weight] as const),
    };
    let ends = 0;
    for (let node = 0; node < index.count; node++) {
      let before = Infinity;
      for (let i = index.start[node]!; i < index.start[node + 1]!; i++) {
        const kind = EDGE_KINDS[index.edgeKind[i]!]!;
        const list = kind === "mentions" || kind === "similar" ? lists[kind] : lists.relations;
        const [a, b, weight] = list[index.edgePlace[i]!]!;
        expect([a, b]).toContain(id(node));
        expect([a, b]).toContain(id(index.neighbor[i]!));
        expect(index.edgeWeight[i]).toBe(Math.fround(weight));
        expect(weight).toBeLessThanOrEqual(before);
        before = weight;
        ends++;
      }
    }
    expect(ends).toBe(2 * (lists.mentions.length + lists.relations.length + lists.similar.length));
  });
});
