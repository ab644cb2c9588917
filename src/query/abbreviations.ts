/**
 * Every short form with what it stands for, and the papers of each sense; also those that no paper spells out.
 */
import { fieldText } from "../contract/field-text.ts";
import type { TermNode } from "../contract/graph-document.ts";
import { byKey } from "../lib/order.ts";
import type { GraphIndex } from "./graph-index.ts";
import type { Question } from "./question.ts";

export interface Sense {
  /** Number of the term. */
  readonly node: number;
  /** What the short form stands for; absent where no paper spells it out. */
  readonly long?: string;
  /** Numbers of the papers that write the short form in this sense. */
  readonly papers: readonly number[];
}

export interface Abbreviation {
  readonly short: string;
  /** That of most papers first. */
  readonly senses: readonly Sense[];
}

export interface AbbreviationsAnswer {
  /** Those with several senses first, then by papers. */
  readonly abbreviations: readonly Abbreviation[];
  /** How many there are in all. */
  readonly of: number;
}

/** Letters and digits of the longest short form. */
const MAX_LETTERS = 12;
/** Of its letters so many are capitals at least: "ImageNet" is a name. */
const MIN_CAPITALS = 0.6;

function isShortForm(text: string): boolean {
  const singular = text.replace(/(?<=\p{Lu})s$/u, "");
  if (singular.length > MAX_LETTERS || !/^[\p{L}\p{N}][\p{L}\p{N}&/.+-]+$/u.test(singular)) return false;
  const letters = singular.match(/\p{L}/gu) ?? [];
  const capitals = singular.match(/\p{Lu}/gu) ?? [];
  return capitals.length >= 2 && capitals.length / letters.length >= MIN_CAPITALS;
}

/** The plural goes with the singular: "LLMs". */
const singularOf = (text: string): string => text.replace(/(?<=\p{Lu})s$/u, "");

function abbreviationsOf(index: GraphIndex): Abbreviation[] {
  const { document, papers } = index;
  const senses = new Map<string, Sense[]>();
  document.terms.forEach((term, i) => {
    const shorts = new Set([term.term, ...term.aliases.map(({ text }) => text)].filter(isShortForm).map(singularOf));
    if (shorts.size === 0) return;
    const long = longFormOf(term);
    const writers = papersByForm(index, papers + i, shorts);
    for (const short of shorts) {
      const own = writers.get(short) ?? [];
      if (own.length === 0) continue;
      const list = senses.get(short) ?? [];
      list.push({ node: papers + i, ...(long !== undefined && { long }), papers: own });
      senses.set(short, list);
    }
  });
  const count = ({ senses: list }: Abbreviation) => list.reduce((sum, sense) => sum + sense.papers.length, 0);
  return [...senses]
    .map(([short, list]) => ({
      short,
      senses: list.sort((a, b) => b.papers.length - a.papers.length || a.node - b.node),
    }))
    .sort(
      (a, b) =>
        b.senses.length - a.senses.length || count(b) - count(a) || byKey(({ short }: Abbreviation) => short)(a, b),
    );
}

/** The most usual form that is no short one itself and has several words or small letters. */
function longFormOf({ term, aliases }: TermNode): string | undefined {
  const isLong = (text: string) => !isShortForm(text) && (/[\s-]/.test(text) || text.length > MAX_LETTERS);
  return isLong(term) ? term : aliases.find(({ text }) => isLong(text))?.text;
}

/** Which papers write a term in which of its short forms. */
function papersByForm(
  { document, mentions }: GraphIndex,
  term: number,
  shorts: ReadonlySet<string>,
): ReadonlyMap<string, number[]> {
  const writers = new Map<string, number[]>();
  for (let at = mentions.start[term]!; at < mentions.start[term + 1]!; at++) {
    const paper = mentions.node[at]!;
    const { evidence } = document.mentions.at(mentions.edge[at]!)!;
    const node = document.papers[paper]!;
    const forms = new Set(
      evidence.map(({ field, start, end }) => singularOf(fieldText(node, field).slice(start, end))),
    );
    for (const form of forms) {
      if (!shorts.has(form)) continue;
      const list = writers.get(form);
      if (list) list.push(paper);
      else writers.set(form, [paper]);
    }
  }
  return writers;
}

export const ABBREVIATIONS: Question<{ readonly limit: number }, AbbreviationsAnswer> = {
  title: "Abbreviations",
  about: "Every short form with its senses and the papers of each.",
  command: { words: [], example: "abbreviations", read: (_, limit) => ({ limit }) },
  answer: (index, { limit }) => {
    const all = abbreviationsOf(index);
    return { abbreviations: all.slice(0, limit), of: all.length };
  },
};
