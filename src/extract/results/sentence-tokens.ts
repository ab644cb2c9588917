/**
 * A sentence as words, with the terms and numbers that they belong to: what frames and slots are looked for in.
 */
import type { TermType } from "../../contract/graph-document.ts";
import type { StatedPart } from "../../domain/statement.ts";
import type { TermSentence } from "../sentences/term-sentences.ts";
import {
  CHANGE_VERB,
  DETERMINER,
  isMetricWord,
  NOT_RESULT,
  OWN_HEAD,
  PHRASE_END,
  PLAIN_ADJECTIVE,
  REACH_VERB,
  REPORT_HEAD,
} from "./result-words.ts";
import type { Value } from "./values.ts";

export interface Word {
  readonly start: number;
  readonly end: number;
  /** Lower case. */
  readonly text: string;
  /** Place in the sentence's terms, −1 outside of one. */
  readonly term: number;
  /** Place in the sentence's values, −1 outside of one. */
  readonly value: number;
}

/** Places of words: `from` … `to` − 1. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}@+#'/_*.-]*[\p{L}\p{N}+#%])?|[^\s\p{L}\p{N}]/gu;
const MARK = /^[^\p{L}\p{N}]$/u;
const ADVERB = /ly$|^(?:also|further|even|often)$/;
/** Words of the longest phrase that is still a name. */
const MAX_PHRASE = 8;
/** Words of the name of a metric that is no term. */
const MAX_METRIC = 3;

export class SentenceTokens {
  readonly words: readonly Word[];
  readonly sentence: TermSentence;
  readonly values: readonly Value[];
  readonly #typeOf: (term: number) => TermType;

  constructor(sentence: TermSentence, values: readonly Value[], typeOf: (term: number) => TermType) {
    this.sentence = sentence;
    this.values = values;
    this.#typeOf = typeOf;
    this.words = wordsOf(sentence, values);
  }

  /** The first word that begins at or behind an offset. */
  wordAt(offset: number): number {
    const at = this.words.findIndex(({ end }) => end > offset);
    return at < 0 ? this.words.length : at;
  }

  text(at: number): string {
    return this.words[at]?.text ?? "";
  }

  typeAt(at: number): TermType | undefined {
    const place = this.words[at]?.term ?? -1;
    return place < 0 ? undefined : this.#typeOf(this.sentence.terms[place]!.term);
  }

  isMark(at: number): boolean {
    return MARK.test(this.text(at)) && this.words[at]!.term < 0;
  }

  /** Whether a word may not stand in a name. */
  isEnd(at: number): boolean {
    const word = this.words[at];
    if (!word || word.value >= 0) return true;
    if (word.term >= 0) return false;
    return (MARK.test(word.text) && !/^['’"“”&]$/u.test(word.text)) || PHRASE_END.has(word.text);
  }

  /** The name that begins at a word. */
  phraseAfter(at: number): Phrase {
    let to = at;
    while (to < this.words.length && to - at < MAX_PHRASE && !this.isEnd(to)) to++;
    return { from: at, to };
  }

  /** The name that ends before a word. */
  phraseBefore(at: number): Phrase {
    let from = at;
    while (from > 0 && at - from < MAX_PHRASE && !this.isEnd(from - 1)) from--;
    return { from, to: at };
  }

  /** Without determiners, and with the whole of a term that begins earlier. Undefined where nothing is left. */
  part(
    { from, to: end }: Phrase,
    isPlain: (word: string) => boolean = (word) => DETERMINER.has(word),
  ): StatedPart | undefined {
    let to = end;
    while (to > from && this.words[to - 1]!.term < 0 && ADVERB.test(this.text(to - 1))) to--;
    const isOwn = this.#isOwn({ from, to });
    let first = from;
    while (first < to && this.words[first]!.term < 0 && isPlain(this.text(first))) first++;
    if (isOwn) first = from;
    if (first === to) return undefined;
    const terms = [...new Set(this.words.slice(first, to).flatMap(({ term }) => (term < 0 ? [] : [term])))];
    const [only] = terms;
    const inner = only === undefined ? undefined : this.sentence.terms[only]!;
    const start = Math.min(this.words[first]!.start, inner?.start ?? Infinity);
    const last = Math.max(this.words[to - 1]!.end, terms.length === 1 ? inner!.end : 0);
    return {
      start: this.sentence.start + start,
      end: this.sentence.start + last,
      ...(terms.length === 1 && { term: inner!.term }),
      ...(isOwn && { isOwn: true as const }),
    };
  }

  /** "we", "our model", "the proposed method". */
  #isOwn({ from, to }: Phrase): boolean {
    const first = this.text(from);
    if (first === "we") return true;
    if (first === "our") return !this.words.slice(from, to).some(({ text }) => REPORT_HEAD.has(text));
    const second = this.text(from + 1);
    return (
      (first === "the" || first === "this") &&
      to - from <= 4 &&
      (second === "proposed" || second === "presented" || (first === "this" && OWN_HEAD.has(second)))
    );
  }

  /** The name of a metric, or of what is counted; undefined where the phrase ends in none. */
  metric({ from, to }: Phrase, isMetric: (word: string) => boolean = isMetricWord): StatedPart | undefined {
    if (from >= to) return undefined;
    const last = this.text(to - 1);
    const own = this.words[to - 1]!.term;
    if (NOT_RESULT.has(last) || (this.typeAt(to - 1) !== "metric" && !isMetric(last))) return undefined;
    // Of a longer phrase the term it ends in, else its last words: what stands before may be a verb.
    let first = to - 1;
    if (own >= 0) while (first > from && this.words[first - 1]!.term === own) first--;
    else {
      first = Math.max(from, to - MAX_METRIC);
      for (let at = first; at < to - 1; at++) if (isNoName(this.text(at))) first = at + 1;
    }
    return this.part({ from: first, to }, (word) => DETERMINER.has(word) || PLAIN_ADJECTIVE.has(word));
  }
}

/** Words before the name of a metric that are none of it. */
function isNoName(word: string): boolean {
  return PLAIN_ADJECTIVE.has(word) || ADVERB.test(word) || REACH_VERB.test(word) || CHANGE_VERB.test(word);
}

function wordsOf({ text, terms }: TermSentence, values: readonly Value[]): Word[] {
  const words: Word[] = [];
  let [term, value] = [0, 0];
  for (const { 0: written, index } of text.matchAll(WORD)) {
    const end = index + written.length;
    while (term < terms.length && terms[term]!.end <= index) term++;
    while (value < values.length && values[value]!.end <= index) value++;
    words.push({
      start: index,
      end,
      text: written.toLowerCase(),
      term: term < terms.length && terms[term]!.start < end ? term : -1,
      value: value < values.length && values[value]!.start < end ? value : -1,
    });
  }
  return words;
}
