/**
 * Papers of the two corpora with labels of our own. A line a paper: its id, its terms by place, its relations.
 *
 *   ID 0+14m*p 37+18cs 61+4cs=2 u1>2 e1>2,3
 *
 * A term is start and length in UTF-16 units of title, line feed and abstract, the letter of its type (`x`: metric), `*` where
 * it is a key term, the letter of its role, and for a short form the number of its long one. Relations are those of
 * `further-labels.txt`. The labels were made by a language model in one pass under the guides of the gold.
 */
import { readFileSync } from "node:fs";
import type { TermType } from "../../contract/graph-document.ts";
import { compareCodePoints } from "../../lib/order.ts";
import type { GoldPaper, GoldTerm } from "./train-gold.ts";
import { type GoldRelations, relationsOf, ROLE_LETTERS } from "./train-relate-gold.ts";
import { readCorpus } from "./train-termhood.ts";

export const FURTHER_PAPERS = "src/dev/train/further-papers.txt";
/** Labelled later; roles and relations alone are learned from them so far. */
export const LATER_PAPERS = "src/dev/train/later-papers.txt";
/** Where the texts are, and what a paper's source is called: of arXiv's by its first category. */
const CORPORA = ["../shared/corpus/conferences-2019-2025.jsonl.gz", "../shared/corpus/arxiv-100k.jsonl.gz"] as const;
const sourceOf = (categories: readonly string[] | undefined) =>
  categories === undefined ? "conferences" : `arxiv-${categories[0]!.split(".")[0]!}`;

const TYPE_LETTERS: Readonly<Record<string, TermType>> = {
  m: "method",
  t: "task",
  d: "dataset",
  x: "metric",
  c: "concept",
};
const TERM = /^(\d+)\+(\d+)([mtdxc])(\*?)([puescm])(?:=(\d+))?$/u;

export interface FurtherPaper {
  readonly paper: GoldPaper;
  readonly labels: GoldRelations;
}

/**
 * @param paths divided by commas
 * @returns in the order of their ids
 * @throws Error where the corpora lack a paper, or a line does not fit its paper
 */
export function readFurtherPapers(paths: string): FurtherPaper[] {
  const lines = new Map(
    paths
      .split(",")
      .flatMap((path) => readFileSync(path, "utf8").split("\n"))
      .filter((line) => line !== "")
      .map((line) => [line.slice(0, line.indexOf(" ")), line.split(" ").slice(1)]),
  );
  const found = CORPORA.flatMap((corpus) => readCorpus(corpus)).flatMap(({ id, title, abstract, categories }) => {
    const parts = lines.get(id);
    if (!parts) return [];
    lines.delete(id);
    return [labelledPaper({ id, source: sourceOf(categories), title, abstract }, parts)];
  });
  if (lines.size > 0) throw new Error(`${paths}: the corpora lack ${[...lines.keys()].slice(0, 3).join(", ")}`);
  return found.sort((a, b) => compareCodePoints(a.paper.id, b.paper.id));
}

/** @throws Error where the parts do not fit the paper */
export function labelledPaper(paper: Omit<GoldPaper, "terms">, parts: readonly string[]): FurtherPaper {
  const text = `${paper.title}\n${paper.abstract}`;
  const rows = parts.flatMap((part) => {
    const row = TERM.exec(part);
    return row ? [row] : [];
  });
  const textOf = ([, start, length]: RegExpExecArray) => text.slice(Number(start), Number(start) + Number(length));
  const terms = rows.map((row): GoldTerm => {
    const long = row[6] === undefined ? undefined : rows[Number(row[6]) - 1];
    if (/^\s|\s$|^$|\n/u.test(textOf(row))) throw new Error(`${paper.id} has no term at ${row[1]}`);
    return {
      text: textOf(row),
      type: TYPE_LETTERS[row[3]!]!,
      key: row[4] === "*",
      ...(long && { abbr_of: textOf(long) }),
    };
  });
  const roles = terms.flatMap(({ text: term, abbr_of }, t) =>
    abbr_of === undefined ? [{ term, role: ROLE_LETTERS[rows[t]![5]!]! }] : [],
  );
  const relations = relationsOf(parts.slice(rows.length), paper.id, (number) => terms[number - 1]?.text);
  return { paper: { ...paper, terms }, labels: { id: paper.id, roles, relations } };
}
