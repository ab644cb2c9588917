/**
 * What of the annotated papers' terms stands on the map, linked to its paper, and how much of what stands there is right.
 */
import { readFileSync } from "node:fs";
import { DEFAULT_CONFIG } from "../../config.ts";
import { paperTermsOf } from "../../domain/paper-terms.ts";
import type { Paper } from "../../domain/paper.ts";
import type { Extraction } from "../../domain/term.ts";
import { canonicalCorpus } from "../../graph/corpus.ts";
import { selectTerms } from "../../graph/select-terms.ts";

interface GoldTerm {
  readonly text: string;
  /** How many of the two annotations call it a key term. */
  readonly key?: number | boolean;
}

interface GoldPaper {
  readonly title: string;
  readonly terms: readonly GoldTerm[];
}

export interface MapScore {
  /** Per cent of the key terms of both annotations that are on the map, linked to their paper. */
  readonly keyRecall: number;
  /** Per cent of the strings linked to a paper that either annotation has: of all, and of those that are used as terms there. */
  readonly precision: number;
  readonly usedPrecision: number;
  readonly terms: number;
  readonly termsPerPaper: number;
}

export function scoreMap(papers: readonly Paper[], extraction: Extraction, goldFile: string): MapScore {
  const corpus = selectTerms(canonicalCorpus(papers, extraction), DEFAULT_CONFIG.graph).value;
  const onMap = new Set(corpus.terms.map(({ term }) => term));
  const numberOf = new Map(papers.map(({ title }, i) => [plain(title), i]));
  const gold = readFileSync(goldFile, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as GoldPaper);
  let [keys, keysFound, strings, right, used, usedRight] = [0, 0, 0, 0, 0, 0];
  for (const { title, terms } of gold) {
    const i = numberOf.get(plain(title));
    if (i === undefined) continue;
    const own = paperTermsOf(extraction.paperTerms, i, papers[i]!).filter(({ term }) =>
      onMap.has(extraction.terms[term]!.term),
    );
    const found = new Set(own.flatMap(({ mentions }) => mentions.map(({ text }) => normal(text))));
    const named = new Set(own.flatMap(({ term }) => formsOf(extraction, term).map(normal)));
    const sure = new Set(
      own.flatMap(({ mentions, certainty }) => (certainty === 0 ? [] : mentions.map(({ text }) => normal(text)))),
    );
    const all = new Set(terms.map(({ text }) => normal(text)));
    for (const { text, key } of terms) {
      if (key !== 2 && key !== true) continue;
      keys++;
      if (found.has(normal(text)) || named.has(normal(text))) keysFound++;
    }
    strings += found.size;
    used += sure.size;
    right += [...found].filter((text) => all.has(text)).length;
    usedRight += [...sure].filter((text) => all.has(text)).length;
  }
  return {
    keyRecall: percent(keysFound, keys),
    precision: percent(right, strings),
    usedPrecision: percent(usedRight, used),
    terms: corpus.terms.length,
    termsPerPaper: Math.round((10 * corpus.paperTerms.term.length) / papers.length) / 10,
  };
}

const percent = (part: number, whole: number): number => Math.round((1000 * part) / Math.max(1, whole)) / 10;
const plain = (title: string): string => title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

function formsOf({ terms }: Extraction, term: number): string[] {
  const { term: name, aliases } = terms[term]!;
  return [name, ...aliases.map(({ text }) => text)];
}

/** As the scorer beside the labels compares: lower case, hyphens as blanks, the last word in the singular. */
function normal(text: string): string {
  const words = text.toLowerCase().replace(/[\s\-‐-―]+/gu, " ").trim().split(" ");
  const last = words.pop()!;
  if (last.length > 3 && last.endsWith("ies")) words.push(`${last.slice(0, -3)}y`);
  else words.push(last.length > 3 && last.endsWith("s") && !last.endsWith("ss") ? last.slice(0, -1) : last);
  return words.join(" ");
}
