/**
 * The one door to compromise: what its tokeniser, lexicon and suffix rules say about a word by itself.
 *
 * Asked once per distinct word and in batches. Tags are context-free on purpose: the tagger's own features supply the
 * context, score the same as on compromise's contextual tags, and run ten times faster.
 */
import nlp from "compromise/two";

/** Tags worth telling apart, in order: a word's tag set is a bit mask over this list. */
export const WORD_TAGS = [
  "Noun",
  "Singular",
  "Plural",
  "Uncountable",
  "ProperNoun",
  "Person",
  "Place",
  "Organization",
  "Acronym",
  "Pronoun",
  "Possessive",
  "Verb",
  "Infinitive",
  "PresentTense",
  "PastTense",
  "Gerund",
  "Participle",
  "Copula",
  "Modal",
  "Auxiliary",
  "Adjective",
  "Comparable",
  "Comparative",
  "Superlative",
  "Adverb",
  "Preposition",
  "Conjunction",
  "Determiner",
  "QuestionWord",
  "Negative",
  "Value",
  "Date",
] as const;

const TAG_BIT = new Map<string, number>(WORD_TAGS.map((tag, bit) => [tag, bit]));
/** One compromise document holds at most this many words. */
const BATCH = 1000;
/** compromise is super-linear on long odd strings; no word of a term is longer. */
const MAX_ASKED_LENGTH = 40;

interface CompromiseTerm {
  readonly tags?: ReadonlySet<string>;
}

/** Tag masks (bit i = `WORD_TAGS[i]`) of single words without blanks, in the order given. */
export function wordTags(words: readonly string[]): Uint32Array {
  const masks = new Uint32Array(words.length);
  for (let from = 0; from < words.length; from += BATCH) {
    const batch = words.slice(from, from + BATCH);
    const view = nlp("word");
    // Each word is a sentence of its own, so that no rule looks across words.
    const document = batch.map((word) => {
      const sentences = nlp.tokenize(word.slice(0, MAX_ASKED_LENGTH)).document as unknown as CompromiseTerm[][];
      return sentences[0] ?? [];
    });
    (view as unknown as { document: CompromiseTerm[][] }).document = document;
    view.compute(["lexicon", "preTagger"]);
    document.forEach((terms, i) => {
      let mask = 0;
      for (const tag of terms.at(-1)?.tags ?? []) {
        const bit = TAG_BIT.get(tag);
        if (bit !== undefined) mask |= 1 << bit;
      }
      masks[from + i] = mask >>> 0;
    });
  }
  return masks;
}
