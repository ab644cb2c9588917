/**
 * All pairs of terms of a paper that may be related, with what is read of them: once for each place where both stand,
 * or where one stands and words stand for the other, and once for the pair as such.
 */
import { HashList } from "../model/feature-hash.ts";
import { ANAPHOR, WORD } from "./anaphors.ts";
import { isDenied } from "./denials.ts";
import { instanceFeatures } from "./instance-features.ts";
import { pairFeatures } from "./pair-features.ts";
import { type ReadTerm, readTerms } from "./read-terms.ts";
import type { RelatePaper } from "./relate-types.ts";
import { type SentenceElements, sentenceElements } from "./sentence-elements.ts";

/** Where a pair was read: elements of a sentence. */
export interface Instance {
  readonly sentence: SentenceElements;
  readonly i: number;
  readonly j: number;
}

/**
 * @param x and `y` places in the paper's list, `x` the term that the text names first
 * @param isTurned whether the features speak of `y` as the first of the two
 * @param features valid during the call only
 * @param instance none for what is said of the pair as such
 */
export type TakeReading = (
  x: number,
  y: number,
  isTurned: boolean,
  features: HashList,
  instance: Instance | undefined,
) => void;

/** So many of those are asked whether words stand for them. */
const STOOD_FOR = 2;
/** No more elements apart. */
const MAX_APART = 40;
/** So many places of a pair are read, and of words that stand for one of it. */
const MAX_INSTANCES = 3;
const MAX_ANAPHORS = 2;
/** Bits of `instances` that count places; those above count words that stand for one of the two. */
const LITERAL = 15;

const features = new HashList();

export class PaperReading {
  readonly terms: readonly ReadTerm[];
  readonly sentences: readonly SentenceElements[];
  /** By `x * terms + y`: places read, sentences that both stand in, and the fewest elements between. */
  readonly instances: Uint8Array;
  readonly together: Uint8Array;
  readonly apart: Uint8Array;

  constructor(paper: RelatePaper) {
    this.terms = readTerms(paper);
    this.sentences = sentenceElements(paper);
    const size = this.terms.length ** 2;
    this.instances = new Uint8Array(size);
    this.together = new Uint8Array(size);
    this.apart = new Uint8Array(size).fill(255);
  }

  /** Places in the list of what the paper proposes most surely, the surest first. */
  proposed(count: number): number[] {
    return this.terms
      .flatMap(({ rank }, t) => (rank < count ? [t] : []))
      .sort((a, b) => this.terms[a]!.rank - this.terms[b]!.rank);
  }

  read(take: TakeReading): void {
    const proposed = this.proposed(STOOD_FOR);
    for (const sentence of this.sentences) this.#readSentence(sentence, proposed, take);
    const n = this.terms.length;
    const isProposed = (t: number) => this.terms[t]!.rank < STOOD_FOR;
    for (let x = 0; x < n; x++)
      for (let y = x + 1; y < n; y++) {
        const pair = x * n + y;
        if (this.instances[pair] === 0 && !isProposed(x) && !isProposed(y)) continue;
        features.length = 0;
        pairFeatures(this.terms[x]!, this.terms[y]!, this.together[pair]!, this.apart[pair]!, features);
        take(x, y, false, features, undefined);
      }
  }

  #readSentence(sentence: SentenceElements, proposed: readonly number[], take: TakeReading): void {
    const { term } = sentence;
    const met = new Set<number>();
    for (let j = 0; j < term.length; j++) {
      const b = term[j]!;
      if (b === WORD) continue;
      for (let i = Math.max(0, j - MAX_APART); i < j; i++) {
        const a = term[i]!;
        if (a === WORD || a === b) continue;
        if (a !== ANAPHOR && b !== ANAPHOR && !isDenied(sentence, i, j))
          this.#readInstance({ sentence, i, j }, a, b, met, take);
      }
    }
    for (const own of proposed) {
      if (term.includes(own)) continue;
      this.#readAnaphors(sentence, own, take);
    }
  }

  #readInstance(instance: Instance, a: number, b: number, met: Set<number>, take: TakeReading): void {
    const n = this.terms.length;
    const [x, y] = a < b ? [a, b] : [b, a];
    const pair = x * n + y;
    const apart = instance.j - instance.i;
    if (!met.has(pair)) {
      met.add(pair);
      this.together[pair]!++;
    }
    this.apart[pair] = Math.min(this.apart[pair]!, apart);
    if ((this.instances[pair]! & LITERAL) >= MAX_INSTANCES) return;
    this.instances[pair]!++;
    features.length = 0;
    instanceFeatures(instance.sentence, instance.i, instance.j, this.terms[a]!, this.terms[b]!, features);
    take(x, y, a !== x, features, instance);
  }

  /** The nearest word that stands for the proposal before each mention, else behind it. */
  #readAnaphors(sentence: SentenceElements, own: number, take: TakeReading): void {
    const { term } = sentence;
    const n = this.terms.length;
    let before = -1;
    for (let k = 0; k < term.length; k++) {
      const other = term[k]!;
      if (other === ANAPHOR) before = k;
      if (other < 0 || other === own) continue;
      const stands = before >= 0 ? before : term.indexOf(ANAPHOR, k);
      if (stands < 0 || Math.abs(stands - k) > MAX_APART) continue;
      const [x, y] = own < other ? [own, other] : [other, own];
      const pair = x * n + y;
      if (this.instances[pair]! >= MAX_ANAPHORS * (LITERAL + 1)) continue;
      const isOwnFirst = stands < k;
      const [i, j] = isOwnFirst ? [stands, k] : [k, stands];
      if (isDenied(sentence, i, j)) continue;
      this.instances[pair]! += LITERAL + 1;
      const [one, second] = isOwnFirst ? [own, other] : [other, own];
      features.length = 0;
      instanceFeatures(sentence, i, j, this.terms[one]!, this.terms[second]!, features);
      take(x, y, one !== x, features, { sentence, i, j });
    }
  }
}
