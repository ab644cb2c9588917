/**
 * What word vectors say of a term's role: the mean vectors of its own words, of those around its mentions, and of their
 * sentences. The model is linear, so a word's share is worked out once, whatever it stands beside.
 */
import { append } from "../../lib/append.ts";
import { type Background, vectorOf } from "../model/background.ts";
import type { RoleMention } from "./role-sentence-features.ts";
import { roleWord, type RoleWord } from "./role-words.ts";

const enum Slot {
  Head,
  /** The term's other words. */
  Modifier,
  Left,
  Right,
  Sentence,
}
export const ROLE_SLOTS = 5;

/** Words on either side of a mention, and the UTF-16 units they are looked for in. */
const NEAR = 5;
const REACH = 100;
/** Words of a sentence that are looked at. */
const MOST = 60;

/** Rows kept at a time; beyond, all are worked out anew as they are asked for. */
const MAX_ROWS = 50_000;

type TakeWord = (slot: number, word: RoleWord, share: number) => void;

/** @param words of the term's first mention, lower case */
function vectorWords(mentions: readonly RoleMention[], words: readonly string[], take: TakeWord): void {
  words.forEach((word, w) => {
    if (w === words.length - 1) take(Slot.Head, roleWord(word), 1);
    else take(Slot.Modifier, roleWord(word), 1 / (words.length - 1));
  });
  const lists: RoleWord[][] = [[], [], []];
  const read = new Set<object>();
  for (const { sentence, start, end, inTitle } of mentions) {
    if (inTitle) continue;
    append(lists[0]!, sentence.words(Math.max(0, start - REACH), start).slice(-NEAR));
    append(lists[1]!, sentence.words(end, end + REACH, NEAR));
    if (read.has(sentence)) continue;
    read.add(sentence);
    append(lists[2]!, sentence.words(0, sentence.text.length, MOST));
  }
  lists.forEach((list, k) => {
    for (const word of list) take(Slot.Left + k, word, 1 / list.length);
  });
}

/** Sum of the vectors by slot: `ROLE_SLOTS` × dimensions. For learning. */
export function sumVectors(
  mentions: readonly RoleMention[],
  words: readonly string[],
  background: Background,
): Float32Array {
  const sum = new Float32Array(ROLE_SLOTS * background.dimensions);
  vectorWords(mentions, words, (slot, word, share) => {
    const at = background.words.get(word.hash);
    if (at < 0) return;
    const vector = vectorOf(background, at);
    for (let d = 0; d < vector.length; d++) sum[slot * vector.length + d]! += share * vector[d]!;
  });
  return sum;
}

/** Scores of words by slot, worked out when first asked for. */
export class RoleVectors {
  readonly #weights: ArrayLike<number>;
  readonly #background: Background;
  readonly #roles: number;
  readonly #rows = new Map<RoleWord, Float64Array | undefined>();

  /** @param weights `ROLE_SLOTS` × dimensions × roles */
  constructor(weights: ArrayLike<number>, background: Background, roles: number) {
    this.#weights = weights;
    this.#background = background;
    this.#roles = roles;
  }

  /** Adds to `scores`, one per role. */
  add(mentions: readonly RoleMention[], words: readonly string[], scores: Float64Array): void {
    const roles = this.#roles;
    vectorWords(mentions, words, (slot, word, share) => {
      const row = this.#rowOf(word);
      if (row) for (let r = 0; r < roles; r++) scores[r]! += share * row[slot * roles + r]!;
    });
  }

  #rowOf(word: RoleWord): Float64Array | undefined {
    if (this.#rows.has(word)) return this.#rows.get(word);
    const at = this.#background.words.get(word.hash);
    let row: Float64Array | undefined;
    if (at >= 0) {
      const roles = this.#roles;
      const vector = vectorOf(this.#background, at);
      row = new Float64Array(ROLE_SLOTS * roles);
      for (let slot = 0; slot < ROLE_SLOTS; slot++)
        for (let d = 0; d < vector.length; d++)
          for (let r = 0; r < roles; r++)
            row[slot * roles + r]! += vector[d]! * this.#weights[(slot * vector.length + d) * roles + r]!;
    }
    if (this.#rows.size >= MAX_ROWS) this.#rows.clear();
    this.#rows.set(word, row);
    return row;
  }
}
