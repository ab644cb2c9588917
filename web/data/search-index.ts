/**
 * The search box's memory: papers, terms, aliases and communities, found by prefix and with typing errors.
 *
 * A term that the text names stands first, found as on the command line. The others are ranked by BM25+ (Lv & Zhai 2011), a beginning of a word and a word with errors counting less than the word itself.
 */
import { foldWords } from "../../src/lib/fold-name.ts";
import { NameFinder } from "../../src/query/find.ts";
import { countWords, matchWords, sliceOf, type WordTable } from "./word-table.ts";
import { nameOf, type MapIndex } from "./map-index.ts";

const GROUPS = ["term", "community", "alias", "paper"] as const;
type Group = (typeof GROUPS)[number];

export interface Hit {
  /** `query`: not a thing but a search, to filter by; `match`: a paper that it holds for; `text`: one that has the words in title or abstract. */
  readonly group: Group | "query" | "match" | "text";
  /** Node number; community id in the group `community`; number of papers in the group `query`. */
  readonly target: number;
  readonly text: string;
  /** The sentence that has the words. */
  readonly sentence?: string;
}

export interface HitGroup {
  readonly group: Hit["group"];
  /** All that match. */
  readonly total: number;
  /** The best of them. */
  readonly hits: readonly Hit[];
}

export interface SearchIndex {
  readonly find: (query: string) => HitGroup[];
}

interface Entry extends Hit {
  readonly group: Group;
  /** Raises what many papers have. */
  readonly boost: number;
}

const PER_GROUP: Readonly<Record<Group, number>> = { term: 6, alias: 3, paper: 6, community: 4 };
/** Parameters of BM25+: saturation, weight of the length, lower bound. */
const BM25 = { k: 1.2, b: 0.7, d: 0.5 };

/** @param pause gives the main thread back between slices of the work. */
export async function buildSearchIndex(index: MapIndex, pause = nextTask): Promise<SearchIndex> {
  const entries = listEntries(index);
  const table = await countWords(
    entries.map(({ text }) => text),
    wordsOf,
    pause,
  );
  const names = await readNames(index, pause);
  const scores = new Float32Array(entries.length);
  return {
    find: (query) => {
      const words = [...new Set(wordsOf(query))];
      if (words.length === 0) return [];
      // Entries of nodes have their numbers.
      const named = names.find(query).best;
      const strict = search(table, words, scores, (word) => (word.length > 3 ? Math.round(0.2 * word.length) : 0));
      // Two letters changed places count as two errors: forgiven when nothing else is found.
      const found = strict.length > 0 ? strict : search(table, words, scores, (word) => (word.length > 3 ? 2 : 0));
      const groups = GROUPS.map((group) => {
        const first = group === "term" ? named : [];
        return {
          group,
          first,
          all: found.filter((entry) => entries[entry]!.group === group && !first.includes(entry)),
        };
      });
      return groups
        .filter(({ first, all }) => first.length + all.length > 0)
        .map(({ group, first, all }) => {
          const score = (entry: number) => scores[entry]! * entries[entry]!.boost;
          const rest = best(all, Math.max(0, PER_GROUP[group] - first.length), score);
          const hits = [...first, ...rest].map((entry) => entries[entry]!);
          return { group, total: first.length + all.length, hits };
        });
    },
  };
}

/** Terms read into the look-up of names before the thread is given back. */
const SLICE = 2000;

async function readNames(index: MapIndex, pause: () => Promise<void>): Promise<NameFinder> {
  const finder = new NameFinder();
  const { names, aliasOf, alias } = index.columns;
  for (let node = index.papers; node < index.count; node++) {
    if (node % SLICE === SLICE - 1) await pause();
    finder.addName(names[node]!, node);
  }
  for (let i = 0; i < alias.length; i++) {
    if (i % SLICE === SLICE - 1) await pause();
    finder.addAlias(alias[i]!, aliasOf[i]!);
  }
  return finder;
}

/** Entries in which every word is found, in their own order; their scores are left in `scores`. */
function search(
  table: WordTable,
  words: readonly string[],
  scores: Float32Array,
  errors: (word: string) => number,
): number[] {
  scores.fill(0);
  const { count, length, meanLength } = table;
  const seen = new Uint8Array(count);
  const own = new Float32Array(count);
  words.forEach((word, place) => {
    own.fill(0);
    for (const match of matchWords(table, word, errors(word))) {
      const { entries, counts } = sliceOf(table, match.word);
      const rarity = Math.log(1 + (count - entries.length + 0.5) / (entries.length + 0.5));
      for (let i = 0; i < entries.length; i++) {
        const entry = entries[i]!;
        const times = counts[i]!;
        const norm = BM25.k * (1 - BM25.b + (BM25.b * length[entry]!) / meanLength);
        own[entry]! += match.weight * rarity * (BM25.d + (times * (BM25.k + 1)) / (times + norm));
      }
    }
    for (let entry = 0; entry < count; entry++) {
      if (own[entry] === 0 || seen[entry] !== place) continue;
      seen[entry] = place + 1;
      scores[entry]! += own[entry]!;
    }
  });
  const found: number[] = [];
  for (let entry = 0; entry < count; entry++) if (seen[entry] === words.length) found.push(entry);
  return found;
}

/** The few with the highest score, best first; the earlier of equals. */
function best(entries: readonly number[], few: number, score: (entry: number) => number): number[] {
  const top: { entry: number; value: number }[] = [];
  if (few === 0) return [];
  for (const entry of entries) {
    const value = score(entry);
    if (top.length === few && value <= top[few - 1]!.value) continue;
    const place = top.findIndex((other) => value > other.value);
    top.splice(place < 0 ? top.length : place, 0, { entry, value });
    if (top.length > few) top.pop();
  }
  return top.map(({ entry }) => entry);
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function nextTask(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}

/** As names are folded everywhere; what is plain ASCII has nothing but its case to fold. */
function fold(text: string): string {
  return PLAIN.test(text) ? text.toLowerCase() : foldWords(text);
}

/** Without what LaTeX writes letters by. */
const PLAIN = /^[\0-#%-[\]-\x7f]*$/;

function listEntries(index: MapIndex): Entry[] {
  const entries: Entry[] = [];
  const { names, aliasOf, alias, communities } = index.columns;
  for (let node = 0; node < index.count; node++) {
    const group = node < index.papers ? "paper" : "term";
    entries.push({ group, target: node, text: nameOf(index, node), boost: 1 + Math.log2(1 + index.weight[node]!) });
  }
  alias.forEach((text, i) => {
    const target = aliasOf[i]!;
    if (foldWords(text) !== foldWords(names[target]!)) entries.push({ group: "alias", target, text, boost: 1 });
  });
  for (const community of communities) {
    entries.push({ group: "community", target: community.id, text: community.label, boost: 3 });
  }
  return entries;
}
