/**
 * The command line and the viewer side by side: the same document, the same questions, answers in the same form.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { writeGraphJson } from "../../src/contract/graph-json.ts";
import { roundTo } from "../../src/lib/order.ts";
import { answerQuestion } from "../../src/query/questions.ts";
import { indexGraph } from "../../src/query/graph-index.ts";
import { ask } from "../../web/data/ask.ts";
import { idOf, indexDocument, similarOf, type MapIndex } from "../../web/data/map-index.ts";
import { buildSearchIndex, type SearchIndex } from "../../web/data/search-index.ts";

interface Sides {
  readonly document: GraphDocument;
  /** Of the viewer. */
  readonly index: MapIndex;
  readonly search: SearchIndex;
  /** What `paperweave query … --json` prints, parsed; its error when it ends with 2. */
  readonly query: (...words: string[]) => Promise<Json>;
}

type Json = Readonly<Record<string, unknown>> & readonly Readonly<Record<string, unknown>>[];

/** @param folder where graph.json is written for the command line. */
export async function openSides(document: GraphDocument, folder: string): Promise<Sides> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "graph.json"), [...writeGraphJson(document)].join(""));
  const index = indexDocument(document);
  return {
    document,
    index,
    search: await buildSearchIndex(index, () => Promise.resolve()),
    query: async (...words) => {
      let [out, err] = ["", ""];
      const code = await run(["query", folder, ...words, "--json"], {
        stdin: Readable.from([]),
        stdout: { write: (text: string) => (out += text) },
        stderr: { write: (text: string) => (err += text), isTTY: false, columns: 100 },
        now: () => 0,
      });
      return (code === 0 ? JSON.parse(out) : [{ code, err }]) as Json;
    },
  };
}

const round = (value: number) => roundTo(value, 4);
const nodeId = ({ node }: { readonly node?: unknown }) => node;
const ids = (list: unknown) => (list as { readonly node: string }[]).map(nodeId);

/** @param sides is filled before the tests run. @param minGaps a small corpus may have none. */
export function testSameAnswers(sides: () => Sides, minGaps = 0): void {
  const idsOf = (nodes: readonly number[]) => nodes.map((node) => idOf(sides().index, node));

  test("gaps", async () => {
    const { index, query } = sides();
    const viewer = (await ask(index, "gaps", { limit: 400 })).map((gap) => ({
      ends: idsOf([gap.method, gap.concept]),
      numbers: [gap.expected, gap.support, gap.score].map(round),
      nodes: [gap.via, gap.methodPapers, gap.conceptPapers].map(idsOf),
    }));
    const printed = (await query("gaps", "--limit", "400")).map((gap) => ({
      ends: ids([gap["method"], gap["concept"]]),
      numbers: [gap["expected"], gap["support"], gap["score"]],
      nodes: [gap["via"], gap["method_papers"], gap["concept_papers"]].map(ids),
    }));
    expect(viewer).toEqual(printed);
    expect(viewer.length).toBeGreaterThanOrEqual(minGaps);
  });

  test("bridges", async () => {
    const { index, query } = sides();
    const viewer = (await ask(index, "bridges", { limit: 40 })).map((bridge) => ({
      node: idOf(index, bridge.node),
      numbers: [bridge.score, bridge.participation, bridge.betweenness].map(round),
      communities: bridge.communities.map(({ id, share }) => [id, index.communities.get(id)!.label, round(share)]),
    }));
    const printed = (await query("bridges", "--limit", "40")).map((bridge) => ({
      node: bridge["node"],
      numbers: [bridge["score"], bridge["participation"], bridge["betweenness"]],
      communities: (bridge["communities"] as { id: number; label: string; share: number }[]).map((community) => [
        community.id,
        community.label,
        community.share,
      ]),
    }));
    expect(viewer).toEqual(printed);
    expect(viewer.length).toBeGreaterThan(0);
  });

  test("trends", async () => {
    const { index, query } = sides();
    const answer = await ask(index, "trends", { limit: 20 });
    const rows = (list: typeof answer.rising) =>
      list.map(({ node, counts, shares, rise, burst, firstSeen }) => ({
        node: idOf(index, node),
        counts,
        shares: shares.map(round),
        rise: round(rise),
        burst: { period: burst.period, z: round(burst.z) },
        first_seen: firstSeen,
      }));
    const printed = await query("trends", "--limit", "20");
    expect([answer.periods, answer.papers]).toEqual([printed["periods"], printed["papers"]]);
    for (const [kind, key] of [
      ["rising", "rising"],
      ["falling", "falling"],
      ["fresh", "new"],
    ] as const) {
      const expected = (printed[key] as Json).map((row) => expect.objectContaining({ node: row["node"] }) as unknown);
      expect(rows(answer[kind]), kind).toEqual(expected);
      (printed[key] as Json).forEach((row, i) => expect(row, kind).toMatchObject(rows(answer[kind])[i]!));
    }
    expect(answer.rising.length + answer.falling.length).toBeGreaterThan(0);
  });

  test("the matrix shows as gaps the gaps of the list, with their scores, and no other cell", async () => {
    const { document, index, query } = sides();
    const list = await query("gaps", "--limit", "100000");
    const scores = new Map(list.map((gap) => [ids([gap["method"], gap["concept"]]).join(" "), gap["score"]]));
    const papersOf = (node: string) =>
      Array.from(document.mentions)
        .filter(({ term }) => term === node)
        .map(({ paper }) => paper);
    let seen = 0;
    const choices = [undefined, ...index.topLevel.map(({ id }) => id)];
    for (const methodsOf of choices) {
      for (const conceptsOf of choices) {
        const chosen = {
          ...(methodsOf !== undefined && { methodsOf }),
          ...(conceptsOf !== undefined && { conceptsOf }),
        };
        const { methods, concepts, rows } = await ask(index, "gap-matrix", { side: 7, ...chosen });
        const inside = (nodes: readonly number[], of: number | undefined) =>
          nodes.every((node) => of === undefined || index.community[node] === of);
        expect([inside(methods, methodsOf), inside(concepts, conceptsOf)]).toEqual([true, true]);
        const cells = idsOf(methods).flatMap((method, i) =>
          idsOf(concepts).map((concept, j) => ({ method, concept, ...rows[i]![j]! })),
        );
        for (const { method, concept, papers, score } of cells) {
          const gap = scores.get(`${method} ${concept}`);
          expect([method, concept, round(score)]).toEqual([method, concept, gap ?? 0]);
          if (score > 0) expect(papers).toBe(0);
          if (score > 0) seen++;
        }
        // Every gap of the two communities has its cell, as far as there is room.
        const isIn = (node: unknown, of: number | undefined) =>
          of === undefined || document.terms.find((term) => term.node === node)!.community === of;
        const wanted = list.filter(
          (gap) =>
            isIn(nodeId(gap["method"] as object), methodsOf) && isIn(nodeId(gap["concept"] as object), conceptsOf),
        );
        const [best] = wanted;
        if (best) expect(cells.filter(({ score }) => round(score) === best["score"]).length).toBeGreaterThan(0);
        if (methodsOf !== conceptsOf) continue;
        for (const { method, concept, papers } of cells) {
          const with_ = new Set(papersOf(concept));
          expect(papers).toBe(papersOf(method).filter((paper) => with_.has(paper)).length);
        }
      }
    }
    expect(seen).toBeGreaterThanOrEqual(list.length > 0 ? 1 : 0);
    const { methods, rows } = await ask(index, "gap-matrix", { side: 7 });
    const printed = await query("gap-matrix", "--limit", "7");
    expect(ids(printed["methods"])).toEqual(idsOf(methods));
    expect(printed["rows"]).toEqual(
      rows.map((row) => row.map(({ papers, score }) => ({ papers, score: round(score) }))),
    );
  });

  test("paths between terms by any of their names", async () => {
    const { document, index, query } = sides();
    const terms = document.terms.filter((_, i) => i % Math.ceil(document.terms.length / 7) === 3);
    let ways = 0;
    for (const [i, from] of terms.entries()) {
      const to = terms[(i + 1) % terms.length]!;
      const numbers = [from, to].map(({ node }) => document.papers.length + Number(node.slice(1)));
      const { paths } = await ask(index, "path", { from: numbers[0]!, to: numbers[1]! });
      const viewer = paths.map((path) => path.map(({ node, role }) => [idOf(index, node), role]));
      const typed = from.aliases[0]?.text ?? from.term.toUpperCase();
      const printed = (await query(
        "path",
        uniqueName(document, typed) ? typed : from.term,
        to.term,
      )) as unknown as Json[];
      expect(viewer).toEqual(printed.map((path) => path.map((step) => [step["node"], step["role"]])));
      ways += paths.length;
    }
    expect(ways).toBeGreaterThan(0);
  });

  test("similar papers", async () => {
    const { document, index, query } = sides();
    const eighth = Math.ceil(document.papers.length / 8);
    for (const [number, paper] of [...document.papers.entries()].filter(([i]) => i % eighth === 0)) {
      const panel = similarOf(index, number).map(({ node, edge }) => [idOf(index, node), edge.weight, edge.shared]);
      const printed = await query("similar", paper.id, "--limit", "100");
      const order = (list: readonly (readonly unknown[])[]) => list.map((row) => JSON.stringify(row)).sort();
      const rows = printed.map((row) => [row["node"], row["weight"], ids(row["shared"])]);
      expect(order(panel), paper.title).toEqual(order(rows));
    }
  });

  test("typed searches", async () => {
    const { document, index, query } = sides();
    const [first, second] = document.terms;
    for (const expression of [
      `term:"${first!.term}" NOT term:"${second!.term}"`,
      `method:=${first!.term.replace(/[\s-]/g, "")}`,
      "date:2021.. OR title:graph*",
      "uses:attention AND abstract:model",
      "(",
    ]) {
      const answer = await ask(index, "search", { expression });
      const printed = await query("search", expression);
      if (answer.ok) expect(ids(printed), expression).toEqual(idsOf(answer.papers));
      else expect(printed[0]!["err"]).toContain(answer.message);
    }
  });

  test("a name written in other ways is the same term on both sides", () => {
    const { document, index, search } = sides();
    const graph = indexGraph(document);
    let written = 0;
    for (const form of writtenWays(document)) {
      const explained = answerQuestion(graph, "explain", { term: form });
      const named = explained.kind === "term" ? [explained.term] : explained.kind === "several" ? explained.terms : [];
      const hits = search.find(form).find(({ group }) => group === "term")?.hits ?? [];
      const firstHits = hits.slice(0, named.length).map(({ target }) => target);
      expect([form, idsOf(firstHits)]).toEqual([form, idsOf(named)]);
      expect(named.length, form).toBeGreaterThan(0);
      written++;
    }
    expect(written).toBeGreaterThan(Math.min(MOST_WRITTEN, document.terms.length));
    expect(index.count).toBe(document.papers.length + document.terms.length);
  });
}

function uniqueName(document: GraphDocument, name: string): boolean {
  return answerQuestion(indexGraph(document), "explain", { term: name }).kind === "term";
}

/** Of a larger document every second, third … term is written, down to about so many: each is looked for among all. */
const MOST_WRITTEN = 2500;

/** Each name as it is, in capitals, without hyphens and blanks, with others of them, and without accents. */
function writtenWays({ terms }: GraphDocument): Set<string> {
  const ways: readonly ((name: string) => string)[] = [
    (name) => name,
    (name) => name.toUpperCase(),
    (name) => name.replace(/[\s-]/g, (sign, at: number) => (/\d.\d/.test(name.slice(at - 1, at + 2)) ? sign : "")),
    (name) => name.replace(/\s/g, "-"),
    (name) => name.normalize("NFKD").replace(/\p{M}/gu, ""),
    (name) => name.replace(/β/g, "beta").replace(/α/g, "alpha").replace(/λ/g, "lambda"),
  ];
  const step = Math.max(1, Math.round(terms.length / MOST_WRITTEN));
  const written = terms.filter((_, i) => i % step === 0);
  return new Set(written.flatMap(({ term }) => ways.map((write) => write(term))));
}
