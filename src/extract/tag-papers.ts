/**
 * The costly, paper-by-paper half of the extraction: tokens, tags, candidate spans. Plain data out, so that it may run
 * anywhere; nothing in it depends on other papers.
 */
import { type Paper, type TextField } from "../domain/paper.ts";
import { isEnglish } from "./language.ts";
import { proseTest } from "./mark-up.ts";
import { tokenizePaper, viewPaper, type FieldText } from "./paper-view.ts";
import { type ExtractResources } from "./resources.ts";
import { Tagger } from "./tagger.ts";
import { variantKey } from "./variants.ts";
import { WORD_TAGS } from "./nlp.ts";
import { type WordFacts, Words } from "./words.ts";

/** A possible term in one place. Offsets are UTF-16 units in the field as given. */
export interface Candidate {
  readonly field: TextField;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** See `variantKey`. */
  readonly key: string;
  /** Offsets of its sentence, and the sentence's number in its field. */
  readonly sentence: { readonly start: number; readonly end: number };
  readonly sentenceNumber: number;
  /** Words in the span. */
  readonly words: number;
  /** Of the tagger, 0…1. */
  readonly probability: number;
  /** Log-scale scores of the five types, in the order of `TERM_TYPES`. */
  readonly types: readonly number[];
  /** The part of `types` that the string itself decides, wherever it stands. */
  readonly ownTypes: readonly number[];
  /** Background log2 frequency × 15 of the first and last word, title rate × 255 of the last, kinds of both. */
  readonly form: readonly number[];
}

export interface DefinedAbbreviation {
  readonly field: TextField;
  readonly short: { readonly start: number; readonly end: number; readonly text: string };
  readonly long: { readonly start: number; readonly end: number; readonly text: string };
}

export interface TaggedPaper {
  readonly english: boolean;
  /** In text order, title first; they overlap. */
  readonly candidates: readonly Candidate[];
  readonly abbreviations: readonly DefinedAbbreviation[];
  readonly sentences: { readonly title: number; readonly abstract: number };
}

/** Papers whose words are asked about together. */
const BATCH = 256;

/** @param least candidates below this probability are dropped */
export function tagPapers(
  papers: readonly Pick<Paper, "title" | "abstract">[],
  resources: ExtractResources,
  least: number,
  onProgress?: (done: number, total: number) => void,
): TaggedPaper[] {
  const tagged: TaggedPaper[] = [];
  const tagger = new Tagger(resources);
  const words = new Words(resources.background);
  for (let from = 0; from < papers.length; from += BATCH) {
    const batch = papers.slice(from, from + BATCH);
    const texts = batch.map((paper) => tokenizePaper(paper, words));
    words.settle();
    texts.forEach((text) => {
      const english = isEnglish(text.title, text.abstract);
      const [title, abstract] = viewPaper(text, words);
      tagged.push({
        english,
        candidates: english
          ? [...fieldCandidates(title, "title", tagger, least), ...fieldCandidates(abstract, "abstract", tagger, least)]
          : [],
        abbreviations: english ? [...fieldDefinitions(title, "title"), ...fieldDefinitions(abstract, "abstract")] : [],
        sentences: { title: text.title.sentences.length, abstract: text.abstract.sentences.length },
      });
    });
    onProgress?.(Math.min(papers.length, from + BATCH), papers.length);
  }
  return tagged;
}

export function fieldCandidates({ view }: FieldText, field: TextField, tagger: Tagger, least: number): Candidate[] {
  const { tokens } = view;
  const isProse = proseTest(tokens.text);
  return tokens.sentences.flatMap((sentence, sentenceNumber) =>
    tagger.candidates(view, sentence, least).flatMap((span) => {
      const start = tokens.start[span.from]!;
      const end = tokens.end[span.to - 1]!;
      if (!isProse(start, end)) return [];
      const text = tokens.text.slice(start, end);
      return {
        field,
        start,
        end,
        text,
        key: variantKey(text),
        sentence: { start: sentence.start, end: sentence.end },
        sentenceNumber,
        words: span.to - span.from,
        probability: span.probability,
        types: span.types,
        ownTypes: span.ownTypes,
        form: formOf(view.facts[span.from]!, view.facts[span.to - 1]!),
      };
    }),
  );
}

function formOf(first: WordFacts, last: WordFacts): number[] {
  return [first.logPapers, last.logPapers, last.titleRate, wordKind(first.tags), wordKind(last.tags)];
}

/** Coarse word class by compromise's tags: 0 other, 1 noun, 2 adjective, 3 verb form in -ing or -ed, 4 other verb. */
function wordKind(tags: number): number {
  const has = (tag: (typeof WORD_TAGS)[number]) => ((tags >>> WORD_TAGS.indexOf(tag)) & 1) === 1;
  if (has("Noun")) return 1;
  if (has("Adjective")) return 2;
  if (has("Gerund") || has("PastTense")) return 3;
  return has("Verb") ? 4 : 0;
}

export function fieldDefinitions({ view: { tokens }, pairs }: FieldText, field: TextField): DefinedAbbreviation[] {
  const part = ([from, to]: readonly [number, number]) => {
    const start = tokens.start[from]!;
    const end = tokens.end[to - 1]!;
    return { start, end, text: tokens.text.slice(start, end) };
  };
  return pairs.map(({ short, long }) => ({ field, short: part(short), long: part(long) }));
}
