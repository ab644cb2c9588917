/**
 * An inverted index of some words: which texts have each, as it is written or in any case. Words are known by their hash
 * alone, so that no string is made while texts are read; that two of them have the same is rare, and whoever asks looks
 * at the text again.
 */
export class WordPapers {
  /** Open addressing: 1 + place of the word, 0 where free. */
  private readonly slots: Int32Array;
  private readonly keys: Int32Array;
  /** Word `i` stands in the texts `papers[start[i]]` … `papers[start[i + 1] − 1]`, ascending. */
  private readonly start: Int32Array;
  private readonly papers: Int32Array;

  /**
   * @param texts how many there are.
   * @param textAt the text of a number, asked for once.
   * @param words keys of the words to be found again, in any order.
   */
  constructor(texts: number, textAt: (number: number) => string, words: readonly number[]) {
    const distinct = [...new Set(words)];
    this.keys = Int32Array.from(distinct);
    this.slots = new Int32Array(4 * 2 ** Math.ceil(Math.log2(distinct.length + 1)));
    distinct.forEach((key, word) => (this.slots[this.slotOf(key)] = word + 1));
    this.start = new Int32Array(distinct.length + 1);
    const found = distinct.length === 0 ? [] : this.readAll(texts, textAt);
    for (let word = 0; word < distinct.length; word++) this.start[word + 1]! += this.start[word]!;
    this.papers = new Int32Array(found.length / 2);
    const next = this.start.slice();
    for (let i = 0; i < found.length; i += 2) this.papers[next[found[i]!]!++] = found[i + 1]!;
  }

  /** Counts the texts of every word. @returns word and text in turn, by text. */
  private readAll(texts: number, textAt: (number: number) => string): number[] {
    const found: number[] = [];
    const last = new Int32Array(this.keys.length).fill(-1);
    for (let number = 0; number < texts; number++) {
      eachWord(textAt(number), (key) => {
        const word = this.slots[this.slotOf(key)]! - 1;
        if (word < 0 || last[word] === number) return;
        last[word] = number;
        this.start[word + 1]!++;
        found.push(word, number);
      });
    }
    return found;
  }

  /** Numbers of the texts that have a word of this key, ascending. */
  papersOf(key: number): Int32Array {
    const word = this.slots[this.slotOf(key)]! - 1;
    return word < 0 ? NO_PAPERS : this.papers.subarray(this.start[word], this.start[word + 1]);
  }

  /** Where the word of this key is, or would be. */
  private slotOf(key: number): number {
    const mask = this.slots.length - 1;
    let slot = key & mask;
    while (this.slots[slot] !== 0 && this.keys[this.slots[slot]! - 1] !== key) slot = (slot + 1) & mask;
    return slot;
  }
}

const NO_PAPERS = new Int32Array(0);

// FNV-1a (Fowler, Noll & Vo) over UTF-16 units.
const [HASH_START, HASH_PRIME] = [0x811c9dc5 | 0, 0x01000193];
/** Sets the keys of folded words apart. */
const FOLDED = 0x5bd1e995;

/**
 * The key of a word, a 32-bit integer.
 *
 * @param folded whether it is looked for in any case; it must be in lower case then.
 */
export function wordKey(word: string, folded: boolean): number {
  let hash = HASH_START;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), HASH_PRIME);
  return folded ? mixed(hash) ^ FOLDED : mixed(hash);
}

/** FNV's low bits alone would put similar words side by side. */
function mixed(hash: number): number {
  return hash ^ (hash >>> 15);
}

/** The keys of every run of letters and digits, as it is written and folded. */
function eachWord(text: string, visit: (key: number) => void): void {
  const plain = !/[^\0-\x7f]/.test(text);
  eachRun(text, (hash, lower) => {
    visit(mixed(hash));
    if (plain) visit(mixed(lower) ^ FOLDED);
  });
  if (!plain) eachRun(text.toLowerCase(), (hash) => visit(mixed(hash) ^ FOLDED));
}

/** @param visit is told the run's hash, and the one with A–Z in lower case. */
function eachRun(text: string, visit: (hash: number, lower: number) => void): void {
  for (let at = 0; at < text.length; at++) {
    if (!isLetter(text.charCodeAt(at))) continue;
    let [hash, lower] = [HASH_START, HASH_START];
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (!isLetter(unit)) break;
      hash = Math.imul(hash ^ unit, HASH_PRIME);
      lower = Math.imul(lower ^ (unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit), HASH_PRIME);
    }
    visit(hash, lower);
  }
}

/** By UTF-16 unit: 1 letter or digit, 2 neither, 0 not yet asked. Halves of a pair are neither. */
const kinds = new Uint8Array(0x10000);

/** False where the unit is NaN, as beyond the ends of a text. */
export function isLetter(unit: number): boolean {
  const kind = kinds[unit];
  if (kind !== 0) return kind === 1;
  const letter = /[\p{L}\p{N}]/u.test(String.fromCharCode(unit));
  kinds[unit] = letter ? 1 : 2;
  return letter;
}
