/**
 * Short forms that texts use and do not tell: no paper of theirs spells them out, and what they stand for in other papers
 * does not decide it either. Names in capitals ("MNIST") are among them: nothing in a text tells the two apart.
 */
import { fieldText } from "../contract/field-text.ts";
import type { PaperNode, TermNode } from "../contract/graph-document.ts";
import { byKey } from "../lib/order.ts";
import type { GraphIndex } from "./graph-index.ts";

export interface UntoldShortForm {
  /** As written, without a plural s. */
  readonly short: string;
  /** Numbers of the papers that use it untold, in document order; at least one. */
  readonly papers: readonly number[];
  /** Numbers of the terms that it stands for in other papers; none where no paper at all spells it out. */
  readonly elsewhere: readonly number[];
}

/** Capitals and digits, two to eight, between signs that end a word; a plural s is no part of it. */
const SHORT = /(?<![\p{L}\p{N}.-])(?=\p{Lu}[\p{Lu}\p{N}]*\p{Lu})[\p{Lu}\p{N}]{2,8}(?=s?(?![\p{L}\p{N}-]))/gu;
const ROMAN = /^[IVX]+$/;
const FIELDS = ["title", "abstract"] as const;

/** Those in most papers first, then by code point. */
export function untoldShortForms(index: GraphIndex): UntoldShortForm[] {
  const isTold = index.document.terms.map(isSpeltOut);
  const untold = new Map<string, number[]>();
  const senses = new Map<string, Set<number>>();
  index.document.papers.forEach((paper, number) => {
    const told = toldIn(index, paper, number, isTold);
    for (const [short, term] of told) senses.set(short, (senses.get(short) ?? new Set()).add(term));
    for (const short of shortFormsOf(paper)) {
      if (told.has(short)) continue;
      const papers = untold.get(short);
      if (papers) papers.push(number);
      else untold.set(short, [number]);
    }
  });
  return [...untold]
    .map(([short, papers]) => ({ short, papers, elsewhere: [...(senses.get(short) ?? [])].sort((a, b) => a - b) }))
    .sort((a, b) => b.papers.length - a.papers.length || byKey(({ short }: UntoldShortForm) => short)(a, b));
}

/** Short form → number of a term that it stands for in the paper and that says what it means. */
function toldIn(
  { document, mentions, papers }: GraphIndex,
  paper: PaperNode,
  number: number,
  isTold: readonly boolean[],
): ReadonlyMap<string, number> {
  const told = new Map<string, number>();
  for (let at = mentions.start[number]!; at < mentions.start[number + 1]!; at++) {
    const term = mentions.node[at]!;
    if (!isTold[term - papers]!) continue;
    for (const { field, start, end } of document.mentions.at(mentions.edge[at]!)!.evidence)
      told.set(singularOf(fieldText(paper, field).slice(start, end)), term);
  }
  return told;
}

/** A shouted title has no short forms. */
function shortFormsOf(paper: PaperNode): Set<string> {
  const texts = FIELDS.map((field) => fieldText(paper, field)).filter((text) => /\p{Ll}/u.test(text));
  return new Set(texts.flatMap((text) => text.match(SHORT) ?? []).filter((short) => !ROMAN.test(short)));
}

/** One of its forms has several words, or small letters throughout. */
function isSpeltOut({ term, aliases }: TermNode): boolean {
  return [term, ...aliases.map(({ text }) => text)].some((text) => /\p{Ll}{3}/u.test(text) && !/\d/u.test(text));
}

const singularOf = (text: string): string => text.replace(/(?<=\p{Lu})s$/u, "");
