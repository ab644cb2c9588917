/**
 * Words of one stem that mean the same before a noun ("computation cost", "computational cost"), learned from which nouns
 * they stand before: the distributional test of Harris (1954), in one slot.
 *
 * What looks alike and is not ("active recognition", "action recognition") stands before other nouns. Opposites stand
 * before the same ones, but beside each other, too ("centralized or decentralized").
 */
import { compareCodePoints } from "../../lib/order.ts";
import { suffixStem } from "../../lib/stems.ts";
import { singular } from "../../extract/text/variants.ts";
import { FUNCTION_WORDS } from "../../extract/text/function-words.ts";

const MIN_PAIR = 3;
const MIN_WORD = 60;
const MAX_TIMES = 50;
/** Cosines from which two words are taken for one; noun and adjective are rarely two things. */
const MIN_LIKENESS = 0.2;
const MIN_ADJECTIVE_LIKENESS = 0.09;
const MIN_SHARED = 3;
const MAX_COORDINATED = 3;
const ADJECTIVE = /(?:al|ic|ive|ary|ous|ian|ar)$/u;
const ADJECTIVE_OF = /(?:ational|tional|ional|ual|ial|ical|al|tic|ic|ive|ary|ous|ian)$/u;
const NOUN_OF = /(?:ation|tion|ion|y|e|s|ics|a|us)?$/u;

export class DerivedWords {
  readonly #pairs = new Map<string, Map<string, number>>();
  readonly #coordinated = new Map<string, number>();

  /** Of one paper. */
  add(text: string): void {
    const words =
      text
        .toLowerCase()
        .replaceAll("-", " ")
        .match(/\p{L}+|[.,;:()]/gu) ?? [];
    const seen = new Set<string>();
    for (let i = 0; i + 1 < words.length; i++) {
      const [word, next] = [words[i]!, words[i + 1]!];
      if (isWord(word) && isWord(next)) seen.add(`${word} ${singular(next)}`);
      const other = words[i + 2];
      if (other !== undefined && isWord(word) && isWord(other) && /^(?:and|or|vs|versus)$/u.test(next)) {
        const pair = pairKey(word, other);
        this.#coordinated.set(pair, (this.#coordinated.get(pair) ?? 0) + 1);
      }
    }
    for (const pair of seen) {
      const [word = "", next = ""] = pair.split(" ");
      const row = this.#pairs.get(word) ?? new Map<string, number>();
      this.#pairs.set(word, row);
      row.set(next, (row.get(next) ?? 0) + 1);
    }
  }

  /** "word<tab>word<tab>likeness", by code point. */
  lines(): string[] {
    const rows = new Map<string, Map<string, number>>();
    const after = new Map<string, number>();
    const before = new Map<string, number>();
    let total = 0;
    for (const [word, row] of this.#pairs) {
      const kept = new Map([...row].filter(([, times]) => times >= MIN_PAIR));
      for (const [next, times] of kept) {
        after.set(next, (after.get(next) ?? 0) + times);
        before.set(word, (before.get(word) ?? 0) + times);
        total += times;
      }
      if ((before.get(word) ?? 0) >= MIN_WORD) rows.set(word, kept);
    }
    const vectorOf = (word: string): Map<string, number> => {
      const vector = new Map<string, number>();
      let squares = 0;
      for (const [next, times] of rows.get(word)!) {
        const information = Math.log((times * total) / (before.get(word)! * after.get(next)!));
        if (information <= 0) continue;
        const value = information * Math.sqrt(Math.min(times, MAX_TIMES));
        vector.set(next, value);
        squares += value * value;
      }
      const length = Math.sqrt(squares) || 1;
      return new Map([...vector].map(([next, value]) => [next, value / length]));
    };
    const words = [...rows.keys()].sort(compareCodePoints);
    const vectors = new Map(words.map((word) => [word, vectorOf(word)]));
    const byStart = new Map<string, string[]>();
    for (const word of words) byStart.set(word.slice(0, 3), [...(byStart.get(word.slice(0, 3)) ?? []), word]);
    return [...byStart.values()].flatMap((near) =>
      near.flatMap((a, i) =>
        near.slice(i + 1).flatMap((b) => {
          const wanted = wantedLikeness(a, b);
          if (wanted === undefined || (this.#coordinated.get(pairKey(a, b)) ?? 0) > MAX_COORDINATED) return [];
          const [one, other] = [vectors.get(a)!, vectors.get(b)!];
          let shared = 0;
          let likeness = 0;
          for (const [next, value] of one) {
            const same = other.get(next);
            if (same === undefined) continue;
            shared++;
            likeness += value * same;
          }
          return shared >= MIN_SHARED && likeness >= wanted ? [`${a}\t${b}\t${likeness.toFixed(2)}`] : [];
        }),
      ),
    );
  }
}

const isWord = (word: string): boolean => word.length > 1 && /^\p{L}/u.test(word) && !FUNCTION_WORDS.has(word);
const pairKey = (a: string, b: string): string => (compareCodePoints(a, b) < 0 ? `${a} ${b}` : `${b} ${a}`);

/** Undefined where the words are not of one stem, or one is the other's plural. */
function wantedLikeness(a: string, b: string): number | undefined {
  if (singular(a) === singular(b)) return undefined;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  // "lower" is not "low", nor "transformer" "transform".
  if (/^(?:e?r|e?st)$/u.test(long.startsWith(short) ? long.slice(short.length) : "")) return undefined;
  const start = sharedStart(a, b);
  const isKin =
    suffixStem(a) === suffixStem(b) ||
    (start >= 4 && start >= Math.min(a.length, b.length) - 1) ||
    start >= 0.6 * Math.max(a.length, b.length);
  if (!isKin) return undefined;
  // "maximal" is not "maximum".
  if (a.endsWith("um") !== b.endsWith("um")) return undefined;
  return ADJECTIVE.test(a) !== ADJECTIVE.test(b) && isAdjectiveOf(a, b) ? MIN_ADJECTIVE_LIKENESS : MIN_LIKENESS;
}

function isAdjectiveOf(a: string, b: string): boolean {
  const [adjective, noun] = ADJECTIVE.test(a) ? [a, b] : [b, a];
  return (
    adjective.replace(ADJECTIVE_OF, "") === noun.replace(NOUN_OF, "") || suffixStem(adjective) === suffixStem(noun)
  );
}

function sharedStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a.charAt(at) === b.charAt(at)) at++;
  return at;
}
