/** Reads the training gold and projects its term lists onto tokens. */
import { readFileSync } from "node:fs";
import type { TermType } from "../../contract/graph-document.ts";
import { readableText } from "../../extract/text/clean/clean-text.ts";
import { Label } from "../../extract/tag/labels.ts";
import { TokenKind, tokenize, type Tokens } from "../../extract/text/tokens.ts";
import { crudeStem } from "../../lib/stems.ts";

export interface GoldTerm {
  readonly text: string;
  readonly type: TermType;
  readonly key: boolean | number;
  readonly votes?: number;
  readonly abbr_of?: string;
}

export interface GoldPaper {
  readonly id: string;
  readonly source: string;
  readonly title: string;
  readonly abstract: string;
  readonly terms: readonly GoldTerm[];
}

export interface GoldSpan {
  readonly from: number;
  readonly to: number;
  readonly term: GoldTerm;
}

export function readGold(path: string): GoldPaper[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as GoldPaper);
}

/** Texts and terms as they are tagged. */
export function readableGold(paper: GoldPaper): GoldPaper {
  const plain = (text: string) => readableText(text, () => 0).text;
  const terms = paper.terms.map((term) => ({ ...term, text: plain(term.text) }));
  return { ...paper, title: plain(paper.title), abstract: plain(paper.abstract), terms };
}

/** Normal form of the scorer: lower case, hyphens as blanks, last word in the singular. */
export function goldKey(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/[\s\-‐-―]+/gu, " ")
    .trim()
    .split(" ");
  let last = words.pop() ?? "";
  if (last.length > 3 && last.endsWith("ies")) last = last.slice(0, -3) + "y";
  else if (last.length > 3 && last.endsWith("s") && !last.endsWith("ss")) last = last.slice(0, -1);
  return [...words, last].join(" ");
}

/** Spans of the gold terms in one field: every occurrence at token borders, longest first, no overlaps. */
export function projectGold(tokens: Tokens, terms: readonly GoldTerm[]): GoldSpan[] {
  const lower = tokens.words.map((word) => word.toLowerCase());
  const taken = new Uint8Array(lower.length);
  const spans: GoldSpan[] = [];
  const patterns = terms
    .map((term) => ({ term, words: tokenize(term.text).words }))
    .filter((pattern) => pattern.words.length > 0)
    .sort((a, b) => b.words.length - a.words.length || b.term.text.length - a.term.text.length);
  for (const { term, words } of patterns) {
    const exact = words.length === 1 && term.text.length <= 5 && /^\p{Lu}+s?$/u.test(term.text);
    const wanted = words.map((word) => word.toLowerCase());
    for (let i = 0; i + wanted.length <= lower.length; i++) {
      let fits = true;
      for (let k = 0; k < wanted.length && fits; k++) {
        if (taken[i + k]) fits = false;
        else if (exact) fits = crudeStem2(tokens.words[i + k] ?? "") === crudeStem2(words[k] ?? "");
        else if (k === wanted.length - 1) fits = crudeStem(lower[i + k] ?? "") === crudeStem(wanted[k] ?? "");
        else fits = lower[i + k] === wanted[k];
      }
      if (!fits || sentenceOf(tokens, i) !== sentenceOf(tokens, i + wanted.length - 1)) continue;
      if (wanted.length === 1 && tokens.kind[i] !== TokenKind.Word) continue;
      taken.fill(1, i, i + wanted.length);
      spans.push({ from: i, to: i + wanted.length, term });
    }
  }
  return spans.sort((a, b) => a.from - b.from);
}

const crudeStem2 = (word: string) => (word.endsWith("s") && word.length > 2 ? word.slice(0, -1) : word);

function sentenceOf(tokens: Tokens, i: number): number {
  return tokens.sentences.findIndex((sentence) => i < sentence.to);
}

export function spanLabels(length: number, spans: readonly GoldSpan[]): Uint8Array {
  const labels = new Uint8Array(length);
  for (const { from, to } of spans) {
    if (to - from === 1) labels[from] = Label.S;
    else {
      labels.fill(Label.I, from, to);
      labels[from] = Label.B;
      labels[to - 1] = Label.E;
    }
  }
  return labels;
}
