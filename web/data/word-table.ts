/**
 * Which words stand in which texts, as typed arrays; words found by their beginning and with typing errors.
 */
export interface WordTable {
  /** Number of texts. */
  readonly count: number;
  /** All words, sorted by code unit. */
  readonly words: readonly string[];
  /** Texts of word `w`: places `start[w]` … `start[w + 1] − 1` of `entries`, ascending; how often it stands there. */
  readonly start: Int32Array;
  readonly entries: Int32Array;
  readonly counts: Uint8Array;
  /** Words in every text, and on average. */
  readonly length: Uint16Array;
  readonly meanLength: number;
}

export interface WordMatch {
  /** Place in `words`. */
  readonly word: number;
  /** 1: the word itself; less for beginnings and errors. */
  readonly weight: number;
}

const PREFIX_WEIGHT = 0.375;
const ERROR_WEIGHT = 0.45;
/** Words with more letters are not looked through for errors. */
const LONGEST = 64;
/** Texts read before the thread is given back. */
const SLICE = 2000;

export async function countWords(
  texts: readonly string[],
  wordsOf: (text: string) => string[],
  pause: () => Promise<void>,
): Promise<WordTable> {
  const places = new Map<string, { readonly entries: number[]; readonly counts: number[] }>();
  const length = new Uint16Array(texts.length);
  let total = 0;
  for (const [entry, text] of texts.entries()) {
    if (entry % SLICE === SLICE - 1) await pause();
    const words = wordsOf(text);
    length[entry] = words.length;
    total += words.length;
    for (const word of words) {
      let known = places.get(word);
      if (!known) places.set(word, (known = { entries: [], counts: [] }));
      const last = known.entries.length - 1;
      if (known.entries[last] === entry) known.counts[last]!++;
      else {
        known.entries.push(entry);
        known.counts.push(1);
      }
    }
  }
  await pause();
  const words = [...places.keys()].sort();
  const start = new Int32Array(words.length + 1);
  words.forEach((word, w) => (start[w + 1] = start[w]! + places.get(word)!.entries.length));
  const entries = new Int32Array(start[words.length]!);
  const counts = new Uint8Array(entries.length);
  words.forEach((word, w) => {
    entries.set(places.get(word)!.entries, start[w]);
    counts.set(places.get(word)!.counts, start[w]);
  });
  return { count: texts.length, words, start, entries, counts, length, meanLength: total / Math.max(1, texts.length) };
}

export function sliceOf({ start, entries, counts }: WordTable, word: number) {
  const [from, to] = [start[word]!, start[word + 1]!];
  return { entries: entries.subarray(from, to), counts: counts.subarray(from, to) };
}

/** Words that begin with the query, and words at most `errors` letters off (inserted, left out, replaced). */
export function matchWords({ words }: WordTable, query: string, errors: number): WordMatch[] {
  const from = firstFrom(words, query);
  const matches: WordMatch[] = [];
  let to = from;
  for (; to < words.length && words[to]!.startsWith(query); to++) {
    const rest = words[to]!.length - query.length;
    const weight = rest === 0 ? 1 : (PREFIX_WEIGHT * words[to]!.length) / (words[to]!.length + 0.3 * rest);
    matches.push({ word: to, weight });
  }
  if (errors === 0) return matches;
  const row = new Uint8Array(LONGEST);
  for (let word = 0; word < words.length; word++) {
    if (word === from) word = to;
    const candidate = words[word];
    if (candidate === undefined || Math.abs(candidate.length - query.length) > errors) continue;
    const distance = editDistance(query, candidate, errors, row);
    if (distance <= errors)
      matches.push({ word, weight: (ERROR_WEIGHT * candidate.length) / (candidate.length + distance) });
  }
  return matches;
}

/** Place of the first word that is not before the query. */
function firstFrom(words: readonly string[], query: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]! < query) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Levenshtein's distance of two words; anything above `most` when it is larger. Longer words than `row` match none. @param row to write in. */
function editDistance(a: string, b: string, most: number, row: Uint8Array): number {
  if (b.length >= row.length) return most + 1;
  for (let j = 0; j <= b.length; j++) row[j] = j;
  for (let i = 1; i <= a.length; i++) {
    let diagonal = row[0]!;
    let least = (row[0] = Math.min(255, i));
    const letter = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j++) {
      const above = row[j]!;
      const same = letter === b.charCodeAt(j - 1) ? 0 : 1;
      row[j] = Math.min(above + 1, row[j - 1]! + 1, diagonal + same);
      diagonal = above;
      least = Math.min(least, row[j]!);
    }
    if (least > most) return most + 1;
  }
  return row[b.length]!;
}
