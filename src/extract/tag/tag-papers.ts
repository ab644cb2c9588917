/**
 * The costly, paper-by-paper half of the extraction: tokens, tags, candidate spans. Plain data out, so that it may run
 * anywhere; nothing in it depends on other papers.
 */
import { type Paper, type TextField } from "../../domain/paper.ts";
import { isEnglish } from "../text/language.ts";
import { proseTest } from "../text/mark-up.ts";
import { tokenizePaper, viewPaper, type FieldText } from "./paper-view.ts";
import { type ExtractResources } from "../resources.ts";
import { Tagger } from "./tagger.ts";
import { variantKey } from "../text/variants.ts";
import { WORD_TAGS } from "../text/nlp.ts";
import { type WordFacts, Words } from "./words.ts";
import type { Candidate, DefinedAbbreviation, TaggedPaper } from "../types.ts";

/** Papers whose words are asked about together. */
const BATCH = 256;
/** Distinct words kept at a time (about 1 kB each): beyond, all are forgotten and learned anew as they come. */
const MOST_WORDS = 100_000;

/** @param least candidates below this probability are dropped */
export function tagPapers(
  papers: readonly Pick<Paper, "title" | "abstract">[],
  resources: ExtractResources,
  least: number,
  onProgress?: (done: number, total: number) => void,
): TaggedPaper[] {
  const tagged: TaggedPaper[] = [];
  const tagger = new Tagger(resources);
  let words = new Words(resources.background, resources.knownTags);
  for (let from = 0; from < papers.length; from += BATCH) {
    if (words.facts.length > MOST_WORDS) {
      words = new Words(resources.background, resources.knownTags);
      tagger.forgetWords();
    }
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
  const candidates: Candidate[] = [];
  for (const [sentenceNumber, range] of tokens.sentences.entries()) {
    const sentence = { start: range.start, end: range.end };
    for (const { from, to, probability, types, ownTypes } of tagger.candidates(view, range, least)) {
      const start = tokens.start[from]!;
      const end = tokens.end[to - 1]!;
      if (!isProse(start, end)) continue;
      const text = tokens.text.slice(start, end);
      candidates.push({
        field,
        start,
        end,
        text,
        key: variantKey(text),
        sentence,
        sentenceNumber,
        words: to - from,
        probability,
        types,
        ownTypes,
        form: formOf(view.facts[from]!, view.facts[to - 1]!),
      });
    }
  }
  return candidates;
}

function formOf(first: WordFacts, last: WordFacts): number[] {
  return [first.logPapers, last.logPapers, last.titleRate, wordKind(first.tags), wordKind(last.tags)];
}

const maskOf = (...tags: (typeof WORD_TAGS)[number][]) =>
  tags.reduce((mask, tag) => mask | (1 << WORD_TAGS.indexOf(tag)), 0);
const NOUN = maskOf("Noun");
const ADJECTIVE = maskOf("Adjective");
const VERB_NOUN = maskOf("Gerund", "PastTense");
const VERB = maskOf("Verb");

/** Coarse word class by compromise's tags: 0 other, 1 noun, 2 adjective, 3 verb form in -ing or -ed, 4 other verb. */
function wordKind(tags: number): number {
  if (tags & NOUN) return 1;
  if (tags & ADJECTIVE) return 2;
  if (tags & VERB_NOUN) return 3;
  return tags & VERB ? 4 : 0;
}

export function fieldDefinitions({ view: { tokens }, pairs }: FieldText, field: TextField): DefinedAbbreviation[] {
  const part = ([from, to]: readonly [number, number]) => {
    const start = tokens.start[from]!;
    const end = tokens.end[to - 1]!;
    return { start, end, text: tokens.text.slice(start, end) };
  };
  return pairs.map(({ short, long }) => ({ field, short: part(short), long: part(long) }));
}
