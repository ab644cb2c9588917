/**
 * Where a token stands: its neighbours, gaps, paper and place, read off a field's view. The trainer and the tagger read
 * the same things here; they differ in what they do with the features.
 */
import { type Background } from "../model/background.ts";
import { mix32 } from "../model/feature-hash.ts";
import { Gap, type Sentence, type Tokens } from "../text/tokens.ts";
import { type PairsInPaper, type TokenPlace, type WordInPaper } from "./context-features.ts";
import { type FieldView } from "./field-view.ts";
import { type WordFacts } from "./words.ts";

/** Class of the gap beside a sentence's borders. */
const NO_GAP = 15;
/** Kind of what follows a sentence's last token. */
const NO_KIND = 3;

/** Class of the gap before token `i` of the field (see `Gap`), 15 beyond the sentence. */
export function gapBefore({ tokens }: FieldView, sentence: Sentence, i: number): number {
  return i < sentence.from || i >= sentence.to ? NO_GAP : (tokens.gap[i] ?? NO_GAP);
}

/** Do words with this gap between them follow each other after a single blank? */
export function isAdjacent(gap: number): boolean {
  const blank: number = Gap.Space;
  return gap === blank;
}

/** What the paper says of the word at token `i`. */
export function wordInPaper({ facts, isTitle, paper }: FieldView, i: number): WordInPaper {
  const { hash } = facts[i]!;
  return {
    isTitle,
    inTitle: paper.titleWords.has(hash),
    times: Math.min(5, paper.counts.get(hash) ?? 0),
    kind: paper.kind,
  };
}

/** What the paper says of the word at token `i` and its neighbours. */
export function pairsInPaper({ facts, pairs, paper }: FieldView, sentence: Sentence, i: number): PairsInPaper {
  return {
    before: i === sentence.from ? 0 : pairs[i]!,
    behind: i + 1 >= sentence.to ? 0 : pairs[i + 1]!,
    times: Math.min(5, paper.counts.get(facts[i]!.hash) ?? 0),
  };
}

export function tokenPlace({ tokens, abbreviation, isTitle }: FieldView, sentence: Sentence, i: number): TokenPlace {
  const isLast = i + 1 >= sentence.to;
  return {
    isTitle,
    abbreviation: abbreviation[i] ?? 0,
    nextAbbreviation: isLast ? 0 : (abbreviation[i + 1] ?? 0),
    kind: tokens.kind[i] ?? 0,
    nextKind: isLast ? NO_KIND : (tokens.kind[i + 1] ?? 0),
    sentence: sentenceNumber(tokens, sentence),
  };
}

/** Number of the sentence in its field, at most 3. */
function sentenceNumber({ sentences }: Tokens, sentence: Sentence): number {
  for (let n = 0; n < 3; n++) if (sentences[n] === sentence) return n;
  return 3;
}

/** Cohesion of words that do not follow each other after a single blank. */
export const NOT_ADJACENT = 0;

/**
 * How two words that stand side by side stick together in the background: 1 or 2 = the pair is unknown, else 3 + bucketed
 * pointwise mutual information and frequency (< 64).
 */
export function cohesionOf(a: WordFacts, b: WordFacts, background: Background): number {
  const at = background.phrases.get(mix32(a.hash, b.hash));
  if (at < 0) return a.logPapers && b.logPapers ? 1 : 2;
  const log = (background.phraseLogPapers[at] ?? 0) / 15;
  const pmi = log + Math.log2(background.papers) - (a.logPapers + b.logPapers) / 15;
  return 3 + Math.max(0, Math.min(9, Math.floor(pmi))) * 4 + Math.min(3, Math.floor((log - 2) / 2.5));
}
