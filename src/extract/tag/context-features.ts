/**
 * Features of a token that depend on its neighbours and its paper, not on the word alone.
 */
import { type Background } from "../model/background.ts";
import { type HashSink, mix32 } from "../model/feature-hash.ts";
import { TokenKind, type Sentence, type Tokens } from "../text/tokens.ts";
import { type WordFacts } from "./words.ts";

/** What the paper as a whole says about its words. */
export interface PaperFacts {
  /** Word ids (lower-cased hash) that stand in the title. */
  readonly titleWords: ReadonlySet<number>;
  /** Occurrences per word hash in title and abstract. */
  readonly counts: ReadonlyMap<number, number>;
}

export interface FieldView {
  readonly tokens: Tokens;
  readonly facts: readonly WordFacts[];
  readonly isTitle: boolean;
  readonly paper: PaperFacts;
  /** Per token: 1 = short form defined in this paper, 2 = first word of a long form, 3 = inside one, 0 = neither. */
  readonly abbreviation: Uint8Array;
}

const OUTSIDE: WordFacts = {
  id: 0,
  lower: "",
  hash: 1,
  tags: 0,
  shape: 1,
  stem: 0,
  suffix3: 0,
  suffix4: 0,
  suffix5: 0,
  prefix4: 0,
  tail: 0,
  fine: 0,
  coarse: 255,
  logPapers: 0,
  titleRate: 0,
  capital: false,
  vector: -1,
  features: Uint32Array.of(1),
  far: 1,
};

/** First family number: `words.ts` uses those below. */
const BASE = 64;

/** Facts of the token `offset` places from `i`, or a stand-in beyond the sentence. */
export function factsAt(view: FieldView, sentence: Sentence, i: number): WordFacts {
  return i < sentence.from || i >= sentence.to ? OUTSIDE : (view.facts[i] ?? OUTSIDE);
}

/** Appends the feature hashes of token `i` to `out`. */
export function contextFeatures(
  view: FieldView,
  sentence: Sentence,
  i: number,
  background: Background,
  out: HashSink,
): void {
  const at = (offset: number) => factsAt(view, sentence, i + offset);
  const p2 = at(-2);
  const p1 = at(-1);
  const w = at(0);
  const n1 = at(1);
  const n2 = at(2);
  const { tokens, paper } = view;
  const gap = (offset: number) => {
    const k = i + offset;
    return k < sentence.from || k >= sentence.to ? 15 : (tokens.gap[k] ?? 15);
  };
  const before = gap(0);
  const after = gap(1);
  const cohesionBefore = cohesion(p1, w, before, background);
  const cohesionAfter = cohesion(w, n1, after, background);
  const add = (family: number, value: number) => out.push(mix32(BASE + family, value));
  add(0, before);
  add(1, after);
  add(2, before * 16 + after);
  add(3, gap(-1) * 16 + before);
  add(4, after * 16 + gap(2));
  add(5, mix32(p1.hash, w.hash));
  add(6, mix32(w.hash, n1.hash));
  add(7, mix32(p1.tags, w.tags));
  add(8, mix32(w.tags, n1.tags));
  add(9, mix32(mix32(p1.tags, w.tags), n1.tags));
  add(10, mix32(p1.fine, w.fine));
  add(11, mix32(w.fine, n1.fine));
  add(12, mix32(mix32(p1.coarse, w.coarse), n1.coarse));
  add(13, mix32(p2.tags, p1.tags));
  add(14, mix32(n1.tags, n2.tags));
  add(15, mix32(mix32(p2.coarse, p1.coarse), w.coarse));
  add(16, mix32(mix32(w.coarse, n1.coarse), n2.coarse));
  add(17, mix32(w.tags, before * 16 + after));
  add(18, mix32(w.shape, view.isTitle ? 1 : i === sentence.from ? 2 : 0));
  add(19, mix32(w.tags, w.shape));
  add(20, mix32(p1.hash, n1.hash));
  add(34, mix32(p1.fine, w.hash));
  add(35, mix32(w.hash, n1.fine));
  add(36, mix32(p1.hash, w.fine));
  add(37, mix32(w.fine, n1.hash));
  // How the pair sticks together in the background: frequency and pointwise mutual information.
  add(21, cohesionBefore);
  add(22, cohesionAfter);
  add(23, cohesionBefore * 64 + cohesionAfter);
  add(24, mix32(w.tags, cohesionAfter));
  add(25, mix32(w.tags, cohesionBefore));
  // The paper.
  add(
    26,
    (view.isTitle ? 100 : 0) + Math.min(5, paper.counts.get(w.hash) ?? 0) * 2 + (paper.titleWords.has(w.hash) ? 1 : 0),
  );
  add(27, (view.abbreviation[i] ?? 0) * 2 + (view.isTitle ? 1 : 0));
  add(28, (view.abbreviation[i] ?? 0) * 4 + (i + 1 < sentence.to ? (view.abbreviation[i + 1] ?? 0) : 0));
  add(29, (tokens.kind[i] ?? TokenKind.Word) * 4 + (i + 1 < sentence.to ? (tokens.kind[i + 1] ?? 0) : 3));
  add(30, view.isTitle ? 0 : 1 + sentencePlace(tokens, sentence));
  add(31, mix32(w.logPapers >> 4, w.titleRate >> 3));
  add(32, mix32(p1.logPapers >> 4, w.logPapers >> 4));
  add(33, mix32(w.logPapers >> 4, n1.logPapers >> 4));
}

/** Number of the sentence, at most 3. */
function sentencePlace({ sentences }: Tokens, sentence: Sentence): number {
  for (let n = 0; n < 3; n++) if (sentences[n] === sentence) return n;
  return 3;
}

/** 0 = not adjacent, 1 = pair unknown, else 2 + bucketed PMI and frequency (< 64). */
function cohesion(a: WordFacts, b: WordFacts, gap: number, background: Background): number {
  if (gap !== 1) return 0;
  const at = background.phrases.get(mix32(a.hash, b.hash));
  if (at < 0) return a.logPapers && b.logPapers ? 1 : 2;
  const log = (background.phraseLogPapers[at] ?? 0) / 15;
  const pmi = log + Math.log2(background.papers) - (a.logPapers + b.logPapers) / 15;
  return 3 + Math.max(0, Math.min(9, Math.floor(pmi))) * 4 + Math.min(3, Math.floor((log - 2) / 2.5));
}
